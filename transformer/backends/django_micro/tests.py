"""The tests that an emitted app brings along: every page of every entity, used as people do."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from transformer.backends.django.accounts import USERNAME, has_username, is_person
from transformer.backends.django.application import Application, ModelClass
from transformer.backends.django.audit import list_audited
from transformer.backends.django.code import Code, make_literal, parse_cell, refer_to
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.imports import write_imports
from transformer.backends.django.policies import has_rules
from transformer.backends.django.printing import print_code
from transformer.backends.django.sample_candidates import list_ruled, make_candidates
from transformer.backends.django.samples import (
    list_given,
    list_makeable,
    make_sample,
    name_maker,
)
from transformer.backends.django_micro.account_views import choose_values, make_account_values
from transformer.backends.django_micro.inputs import Input, can_submit
from transformer.backends.django_micro.pages import Page, Site, name_put_away
from transformer.backends.django_micro.transition_tests import is_state, write_check
from transformer.model.entities import Entity
from transformer.model.variants import list_variants

Forms = Mapping[Page, tuple[str, tuple[Input, ...]]]


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that a test asks for: the test's name, and the lines that use the page."""

    test: str
    has_form: bool
    open: str
    answer: str
    """The same, and what answers has a name."""
    submit: str
    check: str
    """The line that finds what was submitted, or the empty string."""
    used: frozenset[str]
    """The names that the submitted value refers to."""


Visits = Mapping[str, list[Visit]]
"""Mode of a surface → the pages to ask for."""


@dataclass(frozen=True, slots=True)
class EntityTests:
    """The tests of one entity."""

    name: str
    model: str
    maker: str
    values_name: str
    values: str
    """The line that returns the values of a row."""
    make: str
    """The line that makes a row and returns it."""
    account_values: str
    """The line that returns what an account needs, if these are the people who sign in, or ""."""
    is_makeable: bool
    pages: Visits
    check_states: str
    """The line that holds a row to the transitions, or the empty string."""
    is_audited: bool
    """Whether it is kept what becomes of the rows, which any test may delete."""
    put_away: str
    """The name of the address where rows that are put away are, or the empty string."""
    can_delete: bool
    open_delete: str
    submit_delete: str
    used: frozenset[str]
    """The names that the values refer to."""
    account_used: frozenset[str]
    """The names that the values of an account refer to."""

    @property
    def visits(self) -> list[Visit]:
        """The pages to ask for."""
        return [visit for visits in self.pages.values() for visit in visits]


def view_tests(application: Application, site: Site, forms: Forms) -> list[EntityTests]:
    """Make the tests of all entities that have pages, or of which their rows need one."""
    makeable = list_makeable(application.model.entities)
    visits = _list_visits(application, site, forms)
    tests = [
        _view_entity(made, visits[entity], makeable) for entity, made in application.classes.items()
    ]
    needed = _list_needed(tests)
    model = application.model
    if any(map(has_rules, model.entities)) or any(map(list_variants, model.surfaces)):
        # The matrix test makes rows of every model.
        needed |= {each.maker for each in tests if each.is_makeable}
    return [each for each in tests if each.visits or each.maker in needed or each.account_values]


def _view_entity(made: ModelClass, pages: Visits, makeable: set[Entity]) -> EntityTests:
    values = _make_values(made, makeable)
    holes = {"model": refer_to(made.name), "values": refer_to(name_values(made.name))}
    holes["delete"] = make_literal(f"{made.entity.slug}_delete")
    account = make_account_values(made, makeable) if is_person(made.entity) else None
    make = parse_cell("$model.objects.create(**$values())", holes)
    return EntityTests(
        name=made.names.entities[made.entity].tests,
        model=made.name,
        maker=name_maker(made.name),
        values_name=name_values(made.name),
        values=print_code(values, 4, "return ", explode=True),
        make=print_code(make, 4, "return "),
        account_values=print_code(account, 4, "return ", explode=True) if account else "",
        is_makeable=made.entity in makeable,
        pages=pages,
        check_states=write_check(made.entity),
        is_audited=bool(list_audited(made.entity)) and not is_person(made.entity),
        put_away=name_put_away(made.entity),
        can_delete=made.entity.deletable,
        open_delete=print_code(parse_cell("self.visit($delete, row)", holes), 8, "response = "),
        submit_delete=print_code(parse_cell("self.submit($delete, {}, row)", holes), 8),
        used=values.names,
        account_used=account.names if account else frozenset(),
    )


def _make_values(made: ModelClass, makeable: set[Entity]) -> Code:
    """Make the values of a row; those that rules speak of are chosen among several."""
    candidates = make_candidates(made, makeable)
    given = [each for each in list_given(made.fields) if each.attribute not in candidates]
    samples = [(each.attribute, make_sample(each, 1)) for each in given]
    if has_username(made.entity):
        samples.insert(0, (USERNAME, make_literal("sample")))
    return choose_values(made, samples, candidates)


def name_values(model: str) -> str:
    """Name the function of the emitted tests that gives the values of a row."""
    return f"{model.lower()}_values"


def _list_visits(
    application: Application, site: Site, forms: Forms
) -> dict[Entity, dict[str, list[Visit]]]:
    """List the pages to ask for: entity → mode of a surface → visits."""
    visits: dict[Entity, dict[str, list[Visit]]] = {
        entity: {"list": [], "view": [], "create": [], "edit": []}
        for entity in application.model.entities
    }
    for page in site.pages:
        if page.entity and page.mode in visits[page.entity]:
            inputs = forms[page][1] if page in forms else ()
            model = application.names.name_model(page.entity)
            ruled = [each.attribute for each in list_ruled(application.classes[page.entity])]
            visits[page.entity][page.mode].append(_view_visit(page, model, inputs, ruled))
    return visits


def _list_needed(tests: list[EntityTests]) -> set[str]:
    """List the functions that the tests call to make rows, also from one another."""
    calls = {each.maker: each.used for each in tests}
    needed = {each.maker for each in tests if each.visits}
    while more := {name for maker in needed for name in calls[maker] if name in calls} - needed:
        needed |= more
    return needed


def _view_visit(page: Page, model: str, inputs: tuple[Input, ...], ruled: Collection[str]) -> Visit:
    address, changed = make_literal(page.address), _choose_change(page, inputs, ruled)
    row = refer_to("row")
    about = [row] if page.has_key else []
    changes = dict([changed] if changed else list_absent(page, inputs, ruled))
    values = refer_to(name_values(model)).call(**changes)
    opened = refer_to("self.visit").call(address, *about)
    submitted = refer_to("self.submit").call(address, values, *about)
    check = changed and refer_to("self.assertEqual").call(row.get(changed[0]), changed[1])
    return Visit(
        test="test_" + page.mode + ("" if page.surface.default else f"_{page.address}"),
        has_form=can_submit(page, inputs),
        open=print_code(opened, 8),
        answer=print_code(opened, 8, "response = "),
        submit=print_code(submitted, 8),
        check=print_code(check, 8) if check else "",
        used=changed[1].names if changed else frozenset(),
    )


def list_absent(
    page: Page, inputs: tuple[Input, ...], ruled: Collection[str]
) -> list[tuple[str, Code]]:
    """List what rules speak of and the form of a new row doesn't ask for: it isn't given."""
    asked = {each.attribute for each in inputs if _is_open(each)}
    absent = [name for name in ruled if name not in asked] if page.mode == "create" else []
    return [(name, make_literal(None)) for name in absent]


def _choose_change(
    page: Page, inputs: tuple[Input, ...], ruled: Collection[str]
) -> tuple[str, Code] | None:
    """Choose an input of an edit page that can be given another value, and that value.

    No rule may speak of it, and it isn't the state of the record.
    """
    plain = (each for each in inputs if not is_state(each.shown.field))
    free = (each for each in plain if each.attribute not in ruled)
    for each in free if page.mode == "edit" else ():
        first, second = (make_sample(each.field, number) for number in (1, 2))
        if _can_change(each) and print_code(first) != print_code(second):
            return each.attribute, second
    return None


def _can_change(each: Input) -> bool:
    """Tell whether a test can give the input another value and find it again just as it was."""
    is_open = each.shown.field.input == "always" and _is_open(each)
    return is_open and "exact" in read_types()[each.shown.field.type]


def _is_open(each: Input) -> bool:
    """Tell whether people can fill in an input."""
    return not each.shown.readonly


def write_test_imports(tests: list[EntityTests]) -> str:
    """Write the imports of the emitted tests."""
    used = {"PageTests", *(name for each in tests for name in _list_used(each))}
    models = {each.model for each in tests if each.is_makeable or each.visits}
    own = {"changes", *models, *(each.maker for each in tests)}
    return write_imports(used - own, {".models": models})


def _list_used(tests: EntityTests) -> Iterator[str]:
    if tests.is_makeable:
        yield from tests.used
        for visit in tests.visits:
            yield from visit.used
    if tests.account_values:
        yield from tests.used
        yield from tests.account_used
