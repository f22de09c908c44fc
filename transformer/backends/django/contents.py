"""The part of a surface that pages of Django support: fields, computed values, and accounts."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from transformer.backends.django.accounts import is_person
from transformer.model.entities import Computed
from transformer.model.entity_fields import Field
from transformer.model.relations import Relation
from transformer.model.surfaces import Item, Surface
from transformer.model.variants import list_variants

FORMS = ("create", "edit", "custom")
"""The modes of surfaces with something to fill in."""


class ShownField(NamedTuple):
    """A field on a page, with what the page says of it."""

    field: Field
    title: str
    help: str | None = None
    placeholder: str | None = None
    widget: str | None = None
    readonly: bool = False
    hidden: bool = False


class ShownComputed(NamedTuple):
    """A computed value on a page."""

    computed: Computed
    title: str
    hidden: bool = False


class ShownLines(NamedTuple):
    """Records that are edited in the form of the one that they refer to."""

    relation: Relation
    title: str
    help: str | None


class ShownLink(NamedTuple):
    """A relation of many on both sides on a form, with what the form says of it."""

    relation: Relation
    title: str
    help: str | None
    readonly: bool
    group: str
    """The name of the group that it is in."""


Shown: TypeAlias = ShownField | ShownComputed


def get_member(shown: Shown) -> Field | Computed:
    """Return what is shown."""
    return shown.field if isinstance(shown, ShownField) else shown.computed


_Value = TypeVar("_Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Group(Generic[_Value]):
    """A group of values on a page: of fields, or of what a page makes of them."""

    name: str
    title: str
    values: tuple[_Value, ...]


@dataclass(frozen=True)
class Content:
    """What a page shows, and the fields that it sets to whoever is signed in."""

    groups: tuple[Group[Shown], ...]
    presets: tuple[Field, ...]
    added: tuple[Shown, ...] = ()
    """What only some roles see besides, on a page that is no form."""
    links: tuple[ShownLink, ...] = ()
    """The rows to choose on a form, or the last columns of a list."""
    lines: tuple[ShownLines, ...] = ()
    """The rows to edit in place on a form."""

    @cached_property
    def _all(self) -> tuple[Shown, ...]:
        return tuple(shown for group in self.groups for shown in group.values)

    @cached_property
    def fields(self) -> tuple[ShownField, ...]:
        """The fields of all groups, in order."""
        return tuple(shown for shown in self._all if isinstance(shown, ShownField))

    @cached_property
    def visible(self) -> tuple[Shown, ...]:
        """All that people see, in order."""
        return tuple(shown for shown in self._all if not shown.hidden)

    @property
    def ever_visible(self) -> tuple[Shown, ...]:
        """All that somebody sees, in order."""
        return (*self.visible, *self.added)

    @cached_property
    def computed(self) -> tuple[Computed, ...]:
        """The computed values that people see, in order."""
        return tuple(each.computed for each in self.visible if isinstance(each, ShownComputed))

    @cached_property
    def visible_fields(self) -> tuple[ShownField, ...]:
        """The fields of all groups that people see, in order."""
        return tuple(shown for shown in self.fields if not shown.hidden)


def select_content(surface: Surface, computed: Collection[Computed]) -> Content:
    """Select what a page of Django can show: fields, and those of the computed values."""
    groups = tuple(_list_groups(surface, computed))
    presets = tuple(preset.field for preset in surface.presets)
    added = tuple(_list_added(surface, groups, computed))
    lines = tuple(_list_lines(surface))
    return Content(groups, presets, added, tuple(_list_links(surface)), lines)


def _list_links(surface: Surface) -> Iterator[ShownLink]:
    """List the relations that a form or a list shows, each in its section or the only group.

    A page of one record shows all of them anyway.
    """
    names = surface.ux.show_names if surface.ux else ()
    for member, item in _list_relations(surface) if surface.mode != "view" else ():
        if not member.is_link or (item and item.hidden):
            continue
        if item is None:
            yield ShownLink(member, member.title, None, member.readonly, "main")
        else:
            group = "main" if names else item.section.name
            yield ShownLink(member, item.title, item.help, item.readonly, group)


def _list_lines(surface: Surface) -> Iterator[ShownLines]:
    """List the relations whose records a form edits in place."""
    for member, item in _list_relations(surface) if surface.mode in FORMS else ():
        if not can_have_lines(member) or (item and (item.hidden or item.readonly)):
            continue
        if item is None:
            yield ShownLines(member, member.title, None)
        else:
            yield ShownLines(member, item.title, item.help)


def _list_relations(surface: Surface) -> Iterator[tuple[Relation, Item | None]]:
    """List the relations that sections name, as far as people need to see them.

    Those that only `show:` names have no item.
    """
    names = surface.ux.show_names if surface.ux else ()
    items = {item.field_name: item for item in surface.items}
    known = surface.entity.relations if surface.entity else ()
    relations = {each.name: each for each in known}
    asked = [*(name for name in items if not names or name in names)]
    asked += [name for name in names if name not in items]
    yield from ((relations[name], items.get(name)) for name in asked if name in relations)


def can_have_lines(relation: Relation) -> bool:
    """Tell whether forms can edit the records in place; accounts have forms of their own."""
    return relation.has_lines and not is_person(relation.target)


def _list_added(
    surface: Surface, groups: tuple[Group[Shown], ...], computed: Collection[Computed]
) -> Iterator[Shown]:
    """List what variants of a list or a record show that the page itself doesn't."""
    if surface.mode not in ("list", "view"):
        return
    shown = {get_member(each).name for group in groups for each in group.values}
    names = [name for each in list_variants(surface) for name in each.show_names]
    added = tuple(name for name in dict.fromkeys(names) if name not in shown)
    yield from _pick(added, _list_members(surface, computed)) if added else ()


def _list_groups(surface: Surface, computed: Collection[Computed]) -> Iterator[Group[Shown]]:
    """List a surface's sections or, if that is said, what people need to see instead."""
    names = surface.ux.show_names if surface.ux else ()
    if not names:
        for section in surface.sections:
            shown = tuple(_list_shown(section.fields, computed))
            yield Group(section.name, section.title, shown)
        return
    members = _list_members(surface, computed)
    yield Group("main", surface.title, tuple(_pick(names, members)))


def _list_members(surface: Surface, computed: Collection[Computed]) -> Mapping[str, Shown]:
    """List what a page of an entity can show, by name; its sections say how, if they do."""
    said = {get_member(shown).name: shown for shown in _list_shown(surface.items, computed)}
    fields = surface.entity.fields if surface.entity else ()
    known: dict[str, Shown] = {field.name: ShownField(field, field.title) for field in fields}
    own = (each for each in computed if each.entity is surface.entity)
    known |= {each.name: ShownComputed(each, each.title) for each in own}
    return {**known, **said}


def _pick(names: tuple[str, ...], known: Mapping[str, Shown]) -> Iterator[Shown]:
    return (known[name] for name in names if name in known)


def _list_shown(items: tuple[Item, ...], computed: Collection[Computed]) -> Iterator[Shown]:
    for item in items:
        member = item.field
        if isinstance(member, Computed) and member in computed:
            yield ShownComputed(member, item.title, item.hidden)
        if isinstance(member, Field):
            yield ShownField(
                field=member,
                title=item.title,
                help=item.help,
                placeholder=item.placeholder,
                widget=item.widget,
                readonly=item.readonly,
                hidden=item.hidden,
            )
