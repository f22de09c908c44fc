"""The part of a surface that pages of Django support: fields only, and accounts as users."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from transformer.model.entity_fields import Field
from transformer.model.surfaces import Item, Surface


class ShownField(NamedTuple):
    """A field on a page, with what the page says of it."""

    field: Field
    title: str
    help: str | None = None
    placeholder: str | None = None
    widget: str | None = None
    readonly: bool = False
    hidden: bool = False


_Value = TypeVar("_Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Group(Generic[_Value]):
    """A group of values on a page: of fields, or of what a page makes of them."""

    name: str
    title: str
    values: tuple[_Value, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What a page shows, and the fields that it sets to whoever is signed in."""

    groups: tuple[Group[ShownField], ...]
    presets: tuple[Field, ...]

    @property
    def fields(self) -> tuple[ShownField, ...]:
        """The fields of all groups, in order."""
        return tuple(shown for group in self.groups for shown in group.values)

    @property
    def visible_fields(self) -> tuple[ShownField, ...]:
        """The fields of all groups that people see, in order."""
        return tuple(shown for shown in self.fields if not shown.hidden)


def select_content(surface: Surface) -> Content:
    """Select what a page of Django can show: neither computed values nor relations.

    What would be filled with a record of whoever is signed in is asked for, since only accounts
    sign in.
    """
    groups = list(_list_groups(surface))
    fields = [preset.field for preset in surface.presets]
    shown = {each.field for group in groups for each in group.values}
    persons = (field for field in fields if field.target_kind != "account")
    asked = [field for field in persons if field.input != "never" and field not in shown]
    if asked and not groups:
        groups = [Group("main", surface.title, ())]
    if asked:
        last = groups[-1]
        added = (ShownField(field, field.title) for field in asked)
        groups[-1] = Group(last.name, last.title, (*last.values, *added))
    presets = tuple(field for field in fields if field.target_kind == "account")
    return Content(tuple(groups), presets)


def _list_groups(surface: Surface) -> Iterator[Group[ShownField]]:
    """List a surface's sections or, if that is said, what people need to see instead."""
    names = surface.ux.show_names if surface.ux else ()
    if not names:
        for section in surface.sections:
            yield Group(section.name, section.title, tuple(_list_fields(section.fields)))
        return
    said = {shown.field.name: shown for shown in _list_fields(surface.items)}
    fields = surface.entity.fields if surface.entity else ()
    known = {field.name: ShownField(field, field.title) for field in fields}
    yield Group("main", surface.title, tuple(_pick(names, {**known, **said})))


def _pick(names: tuple[str, ...], known: Mapping[str, ShownField]) -> Iterator[ShownField]:
    return (known[name] for name in names if name in known)


def _list_fields(items: tuple[Item, ...]) -> Iterator[ShownField]:
    for item in items:
        if isinstance(item.field, Field):
            yield ShownField(
                field=item.field,
                title=item.title,
                help=item.help,
                placeholder=item.placeholder,
                widget=item.widget,
                readonly=item.readonly,
                hidden=item.hidden,
            )
