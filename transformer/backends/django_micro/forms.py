"""The create, edit and custom surfaces of a model as Django forms."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypedDict

from transformer.backends.django.accounts import USERNAME, has_username, is_person
from transformer.backends.django.application import Application
from transformer.backends.django.code import (
    Code,
    gather_names,
    make_dict,
    make_list,
    make_literal,
    make_texts,
    make_tuple,
    refer_to,
)
from transformer.backends.django.contents import ShownField
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.fields import ModelField
from transformer.backends.django.identifiers import spell_class
from transformer.backends.django.names import Names, list_reserved
from transformer.backends.django.printing import Assignment, print_assignments, spell
from transformer.backends.django_micro.pages import Page, Site, find_heading
from transformer.backends.django_micro.references import make_reference
from transformer.diagnostics.resources import read_table
from transformer.model.entities import Member
from transformer.model.entity_fields import Field
from transformer.model.naming import make_unique

Pieces = Mapping[str, Code]
"""Option of a form → its value; what Django chooses itself is left out."""


# A row of `widgets.yaml`; its columns are words of Python.
WidgetRow = TypedDict("WidgetRow", {"class": str, "for": list[str]})


@dataclass(frozen=True, slots=True)
class FormView:
    """A form class in finished pieces."""

    name: str
    model: str
    base: str
    declarations: str
    """The lines that say more than `Meta`, or the empty string."""
    options: str
    used: frozenset[str]
    """The names that its pieces refer to."""


class Input(NamedTuple):
    """A field of a form, with what the surface says of it."""

    field: ModelField
    shown: ShownField
    group: str
    heading: str

    @property
    def attribute(self) -> str:
        """The name of the input."""
        return self.field.attribute


def list_inputs(page: Page, application: Application) -> tuple[Input, ...]:
    """List the fields of a page that people can fill in, in order."""
    shown = _list_all(page, application)
    return tuple(each for each in shown if each.shown.field.input != "never")


def list_facts(page: Page) -> list[Member]:
    """List what is only shown on a form, because no one may fill it in."""
    fields = [each.field for each in page.content.fields if each.field.input == "never"]
    return [*fields, *page.content.computed]


def _list_all(page: Page, application: Application) -> Iterator[Input]:
    for group in page.content.groups:
        heading = find_heading(page, group)
        for shown in group.values:
            if isinstance(shown, ShownField):
                yield Input(application.find_field(shown.field), shown, group.name, heading)


def view_form(name: str, inputs: tuple[Input, ...], site: Site) -> FormView:
    """Make the form of a page."""
    names, entity = inputs[0].field.names, inputs[0].shown.field.entity
    base = "AccountModelForm" if is_person(entity) else "ModelForm"
    declared = {**_make_declarations(inputs), **_make_references(inputs, site, names)}
    options = make_options(inputs)
    return FormView(
        name=name,
        model=names.name_model(entity),
        base=base,
        declarations=_print_pieces(declared, 4),
        options=_print_pieces(options, 8),
        used=gather_names([*declared.values(), *options.values()]) | {base},
    )


def _print_pieces(pieces: Pieces, indent: int) -> str:
    """Print lists and dictionaries with an item a line, so that changes stay apart."""
    lines = (Assignment(name, code, name != "readonly") for name, code in pieces.items())
    return print_assignments(lines, indent)


@lru_cache(16)
def _make_declarations(inputs: tuple[Input, ...]) -> Pieces:
    groups: dict[str, list[str]] = {inputs[0].group: _list_added(inputs)}
    titles = {each.group: each.heading for each in inputs}
    for each in inputs:
        groups.setdefault(each.group, []).append(each.attribute)
    pairs = (make_tuple([make_literal(titles[n]), make_texts(f)]) for n, f in groups.items())
    fixed = [each.attribute for each in inputs if each.shown.readonly]
    return {
        **({"fieldsets": make_list(pairs)} if len(titles) > 1 or inputs[0].heading else {}),
        **({"readonly": make_texts(fixed)} if fixed else {}),
    }


def _list_added(inputs: tuple[Input, ...]) -> list[str]:
    """List what is asked of people beside the fields of their entity: what they sign in with."""
    return [USERNAME] if has_username(inputs[0].shown.field.entity) else []


def _make_references(inputs: tuple[Input, ...], site: Site, names: Names) -> Pieces:
    """Make the references that people choose from a list or a search."""
    chosen = {
        each.attribute: make_reference(each.shown.field, site, names)
        for each in inputs
        if each.shown.field.is_reference and _is_select(each)
    }
    return {"references": make_dict(chosen.items())} if chosen else {}


@lru_cache(16)
def make_options(inputs: tuple[Input, ...]) -> Pieces:
    """Make the `Meta` of a form; many an entity has the same on two pages."""
    maps: dict[str, dict[str, Code]] = {"labels": {}, "help_texts": {}, "widgets": {}}
    for each in inputs:
        shown = each.shown
        if shown.title != _label(shown.field):
            maps["labels"][each.attribute] = make_literal(shown.title)
        if shown.help and shown.help != shown.field.help:
            maps["help_texts"][each.attribute] = make_literal(shown.help)
        if widget := make_widget(each):
            maps["widgets"][each.attribute] = widget
    fields = make_texts([*_list_added(inputs), *(each.attribute for each in inputs)])
    made = {name: make_dict(found.items()) for name, found in maps.items() if found}
    return {"fields": fields, **made}


def _label(field: Field) -> str:
    """Spell what Django labels the input of a field by itself."""
    return field.title[:1].upper() + field.title[1:]


def read_widgets() -> Mapping[str, WidgetRow]:
    """Read `widgets.yaml`: widget of the language → row."""
    return read_table("django/widgets", dict[str, WidgetRow])


def _choose_widget(each: Input) -> str:
    """Choose the class of an input: what the surface asks for, if it suits, else the type's own."""
    wanted = "hidden" if each.shown.hidden else each.shown.widget or ""
    row = read_widgets().get(wanted)
    is_suited = row is not None and not each.field.flags.isdisjoint(row["for"])
    return row["class"] if row and is_suited else each.field.traits.columns["widget"]


def make_widget(each: Input) -> Code | None:
    """Make the widget of an input; None where Django chooses the same."""
    widget, attributes = _choose_widget(each), _list_attributes(each)
    is_own = widget == each.field.traits.columns["widget"]
    if not attributes and is_own and widget.startswith("forms."):
        return None
    given = make_dict(attributes.items()) if attributes else None
    return refer_to(widget).call(attrs=given)


def _is_select(each: Input) -> bool:
    """Tell whether a reference is chosen from a plain select, which a search can stand for."""
    return _choose_widget(each) == "forms.Select" and not _list_attributes(each)


def _list_attributes(each: Input) -> dict[str, Code]:
    """List the HTML attributes of an input."""
    field, traits = each.shown.field, each.field.traits
    said = {"$least": _spell_bound(field.minimum), "$most": _spell_bound(field.maximum)}
    said["$message"] = make_literal(field.pattern_message)
    # What a type says of its own input, such as the rows of a text, is of no use to another.
    is_own = _choose_widget(each) == traits.columns["widget"]
    unfit = () if is_own else read_types()[field.type].get("attributes", {})
    kept = {name: cell for name, cell in traits.attributes.items() if name not in unfit}
    attributes = {name: said.get(cell) or _spell_cell(cell) for name, cell in kept.items()}
    if each.shown.placeholder is not None:
        attributes["placeholder"] = make_literal(each.shown.placeholder)
    return attributes


def _spell_bound(bound: int | float | None) -> Code:
    return make_literal(str(bound) if isinstance(bound, float) else bound)


def _spell_cell(cell: str) -> Code:
    return make_literal(int(cell) if cell.isdecimal() else cell)


def name_forms(
    inputs: Mapping[Page, tuple[Input, ...]], names: Names
) -> dict[Page, tuple[str, tuple[Input, ...]]]:
    """Name the forms: page → class and inputs; pages that ask the same share a form."""
    shapes: dict[str, list[Page]] = {}
    for page in inputs:
        if page.entity and inputs[page]:
            shapes.setdefault(_describe_form(page, inputs[page]), []).append(page)
    taken = names.list_models() | {name.lower() for name in list_reserved("classes")}
    counts = Counter(group[0].entity for group in shapes.values())
    chosen: dict[Page, str] = {}
    for group in shapes.values():
        is_plain = len(group) > 1 or counts[group[0].entity] == 1
        name = _choose_name(group[0], names, taken, is_plain)
        taken.add(name.lower())
        chosen |= dict.fromkeys(group, name)
    return {page: (chosen[page], inputs[page]) for page in inputs if page in chosen}


def _describe_form(page: Page, inputs: tuple[Input, ...]) -> str:
    """Describe all that makes a form differ from others."""
    pieces = {**_make_declarations(inputs), **make_options(inputs)}
    said = (f"{name}={spell(code)}" for name, code in pieces.items())
    return "\n".join([page.entity.name if page.entity else "", *said])


def _choose_name(page: Page, names: Names, taken: set[str], is_plain: bool) -> str:
    """Choose a form's name: its entity's if it is the only one or shared, else its page's."""
    model = names.name_model(page.entity) if page.entity else ""
    own = f"{spell_class(page.surface.name)}Form"
    is_further = not page.surface.default or page.mode == "custom"
    alone = own if is_further else f"{model}{page.mode.capitalize()}Form"
    options = (f"{model}Form" if is_plain else alone, own)
    return next((o for o in options if o.lower() not in taken), make_unique(own, taken, ""))
