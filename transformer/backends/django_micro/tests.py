"""The tests that an emitted app brings along: every page of every entity, used as people do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from transformer.backends.django.fields import FieldContext
from transformer.backends.django.imports import find_names, write_imports
from transformer.backends.django.models import list_contexts
from transformer.backends.django.names import Names
from transformer.backends.django.printing import format_expression
from transformer.backends.django.samples import (
    has_sample,
    list_given,
    list_makeable,
    name_maker,
    spell_sample,
)
from transformer.backends.django_micro.forms import Input, format_items
from transformer.backends.django_micro.pages import Page, Site
from transformer.engine.literals import spell_string

Forms = Mapping[str, tuple[str, list[Input]]]


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that a test asks for: the test's name, and the lines that use the page."""

    test: str
    has_form: bool
    open: str
    open_list: str
    open_row: str
    submit: str
    check: str
    """The line that finds what was submitted, or the empty string."""
    value: str


@dataclass(frozen=True, slots=True)
class Trial:
    """The tests of one entity."""

    name: str
    model: str
    maker: str
    values_name: str
    values: str
    """The values of a row, as the lines of a dictionary."""
    make: str
    """The line that makes a row and returns it."""
    is_makeable: bool
    pages: Mapping[str, list[Visit]]
    """Mode of a surface → the pages to ask for."""
    can_delete: bool
    open_delete: str
    submit_delete: str
    has_tests: bool


def view_trials(
    manifest: Mapping[str, Any], names: Names, site: Site, forms: Forms
) -> dict[str, Any]:
    """The words of the test module's template."""
    makeable = list_makeable(manifest["entities"])
    visits = _list_visits(names, site, forms)
    trials = [
        _view_trial(e, names, visits[e["name"]], e["name"] in makeable)
        for e in manifest["entities"]
    ]
    needed = _list_needed(trials)
    trials = [trial for trial in trials if trial.has_tests or trial.maker in needed]
    return {"trials": trials, "test_imports": _write_test_imports(trials)}


def _view_trial(
    entity: Mapping[str, Any], names: Names, pages: Mapping[str, list[Visit]], is_makeable: bool
) -> Trial:
    model = names.entities[entity["name"]].model
    given = list_given(list_contexts(entity, names))
    pairs = (f"{spell_string(c.attribute)}: {spell_sample(c, 1)}" for c in given)
    delete = spell_string(f"{entity['slug']}_delete")
    return Trial(
        name=names.entities[entity["name"]].tests,
        model=model,
        maker=name_maker(model),
        values_name=name_values(model),
        values=format_items(f"{{{', '.join([*pairs, '**changes'])}}}", 4, "return "),
        make=format_expression(f"{model}.objects.create(**{name_values(model)}())", 4, "return "),
        is_makeable=is_makeable,
        pages=pages,
        can_delete=entity["deletable"],
        open_delete=format_expression(f"self.visit({delete}, row)", 8, "response = "),
        submit_delete=format_expression(f"self.submit({delete}, {{}}, row)", 8),
        has_tests=any(pages.values()),
    )


def name_values(model: str) -> str:
    """The function of the emitted tests that gives the values of a row."""
    return f"{model.lower()}_values"


def _list_visits(names: Names, site: Site, forms: Forms) -> dict[str, dict[str, list[Visit]]]:
    """Entity → mode of a surface → the pages to ask for."""
    visits: dict[str, dict[str, list[Visit]]] = {
        name: {"list": [], "view": [], "create": [], "edit": []} for name in names.entities
    }
    for page in site.pages:
        if page.entity and page.mode in visits[page.entity["name"]]:
            model = names.entities[page.entity["name"]].model
            visits[page.entity["name"]][page.mode].append(_view_visit(page, model, forms))
    return visits


def _list_needed(trials: list[Trial]) -> set[str]:
    """The functions that the tests call to make rows, also from one another."""
    calls = {trial.maker: find_names([_read_values(trial)]) for trial in trials}
    needed = {trial.maker for trial in trials if trial.has_tests}
    while more := {name for maker in needed for name in calls[maker] if name in calls} - needed:
        needed |= more
    return needed


def _read_values(trial: Trial) -> str:
    return trial.values.strip().removeprefix("return ")


def _view_visit(page: Page, model: str, forms: Forms) -> Visit:
    address = spell_string(page.address)
    attribute, value = _choose_change(page, forms)
    change = f"{attribute}={value}" if attribute else ""
    row = ", row" if page.mode == "edit" else ""
    return Visit(
        test="test_" + page.mode + ("" if page.surface["default"] else f"_{page.address}"),
        has_form=_can_fill_in(page, forms),
        open=format_expression(f"self.visit({address})", 8),
        open_list=format_expression(f"self.visit({address})", 8, "response = "),
        open_row=format_expression(f"self.visit({address}, row)", 8, "response = "),
        submit=format_expression(f"self.submit({address}, {name_values(model)}({change}){row})", 8),
        check=format_expression(f"self.assertEqual(row.{attribute}, {value})", 8) if value else "",
        value=value,
    )


def _can_fill_in(page: Page, forms: Forms) -> bool:
    """Whether there is a form, and a sample for all that it asks for."""
    inputs = forms.get(page.surface["name"], ("", []))[1]
    needed = (i.context for i in inputs if i.context.field["required"])
    return bool(inputs) and all(has_sample(context) for context in needed)


def _choose_change(page: Page, forms: Forms) -> tuple[str, str]:
    """An input of an edit page that can be given another value, and that value."""
    _, inputs = forms.get(page.surface["name"], ("", []))
    for each in inputs if page.mode == "edit" else []:
        value = spell_sample(each.context, 2)
        if _can_change(each) and value != spell_sample(each.context, 1):
            return each.attribute, value
    return "", ""


def _can_change(each: Input) -> bool:
    """Whether a test can give the input another value and find it again just as it was."""
    context: FieldContext = each.context
    is_open = context.field["input"] == "always" and not each.item.get("readonly")
    return is_open and bool(context.words & {"str", "text", "int", "bool", "enum", "date"})


def _write_test_imports(trials: list[Trial]) -> str:
    used = {"PageTests", *(name for trial in trials for name in _find_used(trial))}
    models = {trial.model for trial in trials if trial.is_makeable or trial.has_tests}
    own = {"changes", *models, *(trial.maker for trial in trials)}
    return write_imports(used - own, {".models": models})


def _find_used(trial: Trial) -> Iterator[str]:
    if trial.is_makeable:
        yield from find_names([_read_values(trial)])
        visits = (visit for visits in trial.pages.values() for visit in visits)
        yield from find_names(visit.value for visit in visits if visit.value)
