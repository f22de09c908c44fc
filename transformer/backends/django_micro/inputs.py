"""What people can fill in on a page: fields, links to other rows, and lines."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from transformer.backends.django.application import Application
from transformer.backends.django.contents import ShownField, ShownLines, ShownLink
from transformer.backends.django.fields import ModelField
from transformer.backends.django.many_to_many import Link
from transformer.backends.django.samples import has_sample
from transformer.backends.django_micro.pages import Page, find_heading
from transformer.model.entity_fields import Field


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


class LinkInput(NamedTuple):
    """A relation of many on both sides in a form, with what the surface says of it."""

    link: Link
    shown: ShownLink
    group: str
    heading: str

    @property
    def attribute(self) -> str:
        """The name of the input."""
        return self.link.attribute


class LineInput(NamedTuple):
    """Rows that are edited in a form, with what the surface says of them."""

    way: ModelField
    """The reference by which they lead to the row of the form."""
    shown: ShownLines
    group: str
    heading: str

    @property
    def reference(self) -> Field:
        """The same as a field of their entity."""
        return self.way.field

    @property
    def attribute(self) -> str:
        """The name of the way back to them."""
        return self.way.names.inverses[self.way.field]


AnyInput: TypeAlias = Input | LinkInput | LineInput

FormNames: TypeAlias = Mapping[Page, tuple[str, tuple[AnyInput, ...]]]
"""Page → class of its form, and what it asks for."""


def list_inputs(page: Page, application: Application) -> tuple[AnyInput, ...]:
    """List what people can fill in on a page, in order; links come last in their group."""
    return tuple(_list_inputs(page, application))


def _list_inputs(page: Page, application: Application) -> Iterator[AnyInput]:
    names = application.names
    for group in page.content.groups:
        heading = find_heading(page, group)
        for shown in group.values:
            if isinstance(shown, ShownField) and shown.field.input != "never":
                yield Input(application.find_field(shown.field), shown, group.name, heading)
        for each in page.content.links:
            if each.group == group.name:
                yield LinkInput(Link(each.relation, names), each, group.name, heading)
    for lines in page.content.lines:
        if lines.relation.via:
            way = application.find_field(lines.relation.via)
            yield LineInput(way, lines, page.content.groups[0].name, "")


def pick_inputs(inputs: tuple[AnyInput, ...]) -> tuple[Input, ...]:
    """Pick the inputs of fields."""
    return tuple(each for each in inputs if isinstance(each, Input))


def pick_lines(inputs: tuple[AnyInput, ...]) -> tuple[LineInput, ...]:
    """Pick the rows that are edited in place."""
    return tuple(each for each in inputs if isinstance(each, LineInput))


def can_submit(page: Page, inputs: tuple[Input, ...]) -> bool:
    """Tell whether there are samples for all that a form needs; for lines there are none."""
    needs_lines = page.mode != "edit" and any(e.relation.required for e in page.content.lines)
    return bool(inputs) and not needs_lines and all(map(can_fill_in, inputs))


def can_fill_in(each: Input) -> bool:
    """Tell whether there is a sample for an input that has to be filled in."""
    return not each.shown.field.required or has_sample(each.field)
