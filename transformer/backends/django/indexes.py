"""Which fields the pages search, filter and sort by, and the indexes that this takes."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, TypeGuard

from transformer.backends.django.constraints import Key
from transformer.backends.django.contents import Content
from transformer.backends.django.field_traits import read_types
from transformer.model.entities import Entity, Member
from transformer.model.entity_fields import Field
from transformer.model.relations import Relation
from transformer.model.removal import notes_removal
from transformer.model.surfaces import Surface

_LONGEST = 500  # characters that an index of any database takes, whatever their alphabet

Use = Literal["search", "sort", "order", "choice", "range", "contains", "between"]

OFFERED: tuple[Use, ...] = ("choice", "range")
"""The filters that a list has unasked."""

FILTERS: tuple[Use, ...] = (*OFFERED, "contains", "between")
"""All that a list can have; those of text and of numbers if they are named."""


def has_list_use(field: Member, *uses: Use) -> TypeGuard[Field]:
    """Tell whether a list does one of these with a field: the words of `types.yaml`.

    It does nothing with what is sensitive, nor with computed values and relations.
    """
    if not isinstance(field, Field) or field.sensitive:
        return False
    return not _list_uses(field.type).isdisjoint(uses)


@cache
def _list_uses(kind: str) -> frozenset[str]:
    return frozenset(read_types()[kind].get("list", "").split())


def list_searched(entity: Entity, surface: Surface | None = None) -> list[Field]:
    """List the fields that a search looks in: those that are named or marked, else all with text.

    `surface` is the list that is searched.
    """
    named = _name(entity, surface.ux.search_names if surface and surface.ux else ())
    named = named or _name(entity, entity.search.field_names if entity.search else ())
    chosen: Iterable[Member] = named or [f for f in entity.fields if f.searchable] or entity.fields
    return [field for field in chosen if has_list_use(field, "search")]


def list_filtered(entity: Entity, surface: Surface | None = None) -> list[Field]:
    """List the fields that a list is narrowed by: those that are named, else all that suit."""
    named = _name(entity, surface.ux.filter_names if surface and surface.ux else ())
    named = named or _name(entity, entity.filter_names)
    if named:
        return [field for field in named if has_list_use(field, *FILTERS)]
    chosen = [field for field in entity.fields if _is_worth_a_filter(field)]
    return [field for field in chosen if has_list_use(field, *OFFERED)]


def list_filtered_links(entity: Entity, surface: Surface | None = None) -> list[Relation]:
    """List the links that a list is narrowed by: those that are named, else all."""
    named = _name(entity, surface.ux.filter_names if surface and surface.ux else ())
    chosen: Iterable[Member] = named or _name(entity, entity.filter_names) or entity.links
    return [each for each in chosen if isinstance(each, Relation) and each.is_link]


def _is_worth_a_filter(field: Field) -> bool:
    # Who changed a record last is worth one, when that was isn't.
    is_latest = field.automatic == "updated" and not field.is_reference
    # What lists show isn't put away.
    return not (field.is_key or is_latest or notes_removal(field))


def list_all_searched(entity: Entity) -> list[Field]:
    """List the fields that a search of any list looks in, those of most lists first."""
    lists = (surface for surface in entity.surfaces if surface.mode == "list")
    needs = [list_searched(entity), *(list_searched(entity, surface) for surface in lists)]
    return list(dict.fromkeys(field for fields in needs for field in fields))


def is_file(field: Field) -> bool:
    """Tell whether the values of a field are uploaded files."""
    return "files" in read_types()[field.type].get("needs", "").split()


def list_indexes(entity: Entity, contents: Mapping[Surface, Content]) -> Iterator[tuple[Key, ...]]:
    """List the indexes of an entity: its own, and those that its lists and files want besides.

    One for lists is of a field with the key, which decides among equals. A file is asked for by
    name, and its row says who may have it.
    """
    yield from (tuple((k.field_name, k.descending) for k in i.fields) for i in entity.indexes)
    leading = {index.fields[0].field_name for index in entity.indexes}
    leading |= {unique.field_names[0] for unique in entity.uniques} | {entity.key_name}
    wanted = {field.name for field in _list_looked_up(entity, contents)} - leading
    for field in entity.fields:
        fits = (field.length or 0) <= _LONGEST and has_list_use(field, "sort", *OFFERED)
        has_one = field.unique != "no" or field.is_reference
        if field.name in wanted and fits and not has_one:
            yield ((field.name, False), (entity.key_name, False))
        elif is_file(field) and field.name not in leading:
            yield ((field.name, False),)


def _list_looked_up(entity: Entity, contents: Mapping[Surface, Content]) -> Iterator[Member]:
    own = [surface for surface in entity.surfaces if surface.mode == "list"]
    for surface in own:
        # No index finds what stands within a text.
        filtered = list_filtered(entity, surface)
        yield from (field for field in filtered if not has_list_use(field, "contains"))
        yield from (shown.field for shown in contents[surface].fields)
        yield from _find(key.field for key in (surface.ux.sort[:1] if surface.ux else ()))
    if own:
        yield from _find(key.field for key in entity.order[:1])
        yield from _find([entity.display])


def _find(members: Iterable[Member | None]) -> Iterator[Member]:
    return (member for member in members if member is not None)


def _name(entity: Entity, names: Iterable[str]) -> list[Member]:
    return [entity.member(name) for name in names]
