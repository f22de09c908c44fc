"""The create, edit and custom surfaces of a model as Django forms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

from transformer.backends.django.accounts import USERNAME, has_username, is_person
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
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.names import Names
from transformer.backends.django.printing import Assignment, print_assignments
from transformer.backends.django_micro.inlines import InlinePlan
from transformer.backends.django_micro.inputs import (
    AnyInput,
    Input,
    LineInput,
    LinkInput,
    pick_inputs,
    pick_lines,
)
from transformer.backends.django_micro.pages import Page, Site
from transformer.backends.django_micro.references import make_link_reference, make_reference
from transformer.diagnostics.resources import read_table
from transformer.model.entities import Entity, Member
from transformer.model.entity_fields import Field
from transformer.model.relations import Relation

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


def list_facts(page: Page) -> list[Member]:
    """List what is only shown on a form, because no one may fill it in."""
    fields = [each.field for each in page.content.fields if each.field.input == "never"]
    return [*fields, *page.content.computed]


def view_form(
    name: str, inputs: tuple[AnyInput, ...], site: Site, names: Names, inlines: InlinePlan
) -> FormView:
    """Make the form of a page."""
    entity = _find_entity(inputs)
    base = "AccountModelForm" if is_person(entity) else "ModelForm"
    declared = {**make_declarations(inputs), **_make_references(inputs, site, names)}
    if lines := pick_lines(inputs):
        pairs = ((each.attribute, inlines.make_inline(each)) for each in lines)
        declared["inlines"] = make_dict(pairs)
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


def _find_entity(inputs: tuple[AnyInput, ...]) -> Entity:
    first = inputs[0]
    return first.shown.field.entity if isinstance(first, Input) else first.shown.relation.entity


@lru_cache(16)
def make_declarations(inputs: tuple[AnyInput, ...]) -> Pieces:
    """Make what a form declares beside its `Meta` and its references."""
    groups: dict[str, list[str]] = {inputs[0].group: _list_added(inputs)}
    own = _leave_out_lines(inputs)
    titles = {each.group: each.heading for each in own}
    for each in own:
        groups.setdefault(each.group, []).append(each.attribute)
    pairs = (make_tuple([make_literal(titles[n]), make_texts(f)]) for n, f in groups.items())
    fixed = [each.attribute for each in own if each.shown.readonly]
    return {
        **({"fieldsets": make_list(pairs)} if len(titles) > 1 or inputs[0].heading else {}),
        **({"readonly": make_texts(fixed)} if fixed else {}),
    }


def _leave_out_lines(inputs: Iterable[AnyInput]) -> list[Input | LinkInput]:
    """Leave out what is edited below the inputs of the form itself."""
    return [each for each in inputs if not isinstance(each, LineInput)]


def _list_added(inputs: tuple[AnyInput, ...]) -> list[str]:
    """List what is asked of people beside the fields of their entity: what they sign in with."""
    return [USERNAME] if has_username(_find_entity(inputs)) else []


def _make_references(inputs: tuple[AnyInput, ...], site: Site, names: Names) -> Pieces:
    """Make the references that people choose from a list or a search."""
    chosen = {
        each.attribute: make_reference(each.shown.field, site, names)
        for each in pick_inputs(inputs)
        if each.shown.field.is_reference and _is_select(each)
    }
    chosen |= {
        each.attribute: make_link_reference(each.shown.relation, names)
        for each in inputs
        if isinstance(each, LinkInput)
    }
    return {"references": make_dict(chosen.items())} if chosen else {}


@lru_cache(16)
def make_options(inputs: tuple[AnyInput, ...]) -> Pieces:
    """Make the `Meta` of a form; many an entity has the same on two pages."""
    maps: dict[str, dict[str, Code]] = {"labels": {}, "help_texts": {}, "widgets": {}}
    own = _leave_out_lines(inputs)
    for each in own:
        shown = each.shown
        member = each.shown.field if isinstance(each, Input) else each.shown.relation
        if shown.title != _label(member):
            maps["labels"][each.attribute] = make_literal(shown.title)
        # A relation has no help of its own.
        if shown.help and not (isinstance(member, Field) and shown.help == member.help):
            maps["help_texts"][each.attribute] = make_literal(shown.help)
        if isinstance(each, Input) and (widget := make_widget(each)):
            maps["widgets"][each.attribute] = widget
    fields = make_texts([*_list_added(inputs), *(each.attribute for each in own)])
    made = {name: make_dict(found.items()) for name, found in maps.items() if found}
    return {"fields": fields, **made}


def _label(field: Field | Relation) -> str:
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
