"""Checks of names that are declared elsewhere, by the table of links."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from transformer.dsl.tables.expression_rows import MemberType, read_expressions
from transformer.manifest.draft import Draft
from transformer.manifest.entity_members import (
    find_member,
    find_type,
    list_fields,
    list_members,
    list_roles,
)
from transformer.manifest.records.documents import Document, Part, list_parts
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.table_rows import LinkRow, read_links
from transformer.manifest.typing.nodes import ValueList
from transformer.manifest.typing.value_types import describe_type

_LOOKUP = re.compile(r"(?P<group>\w+)(?:\[(?P<key>[\w.]*)\]/(?P<part>\w+))?")


class Place(NamedTuple):
    """A name in the manifest, and the records around it with their paths, the innermost first."""

    name: str
    path: str
    around: tuple[tuple[str, Part], ...]


class _Known(NamedTuple):
    """The names that a place may have, and the record that has them, with its path."""

    names: list[str]
    owner: tuple[str, Part]


def check_links(draft: Draft) -> None:
    """Report every name that refers to nothing."""
    for pattern, row in read_links().items():
        for place in find_places(draft.document, tuple(pattern.split("/")), "", ()):
            _check_place(draft, place, row)


def find_places(
    value: Document, steps: tuple[str, ...], path: str, around: tuple[tuple[str, Part], ...]
) -> Iterator[Place]:
    """Find every name at a pattern's place below a value."""
    if not steps:
        yield Place(str(value), path, around)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from find_places(item, steps[1:], f"{path}/{number}", around)
    elif isinstance(value, dict) and steps[0] in value:
        inner = f"{path}/{steps[0]}" if path else steps[0]
        yield from find_places(value[steps[0]], steps[1:], inner, ((path, value), *around))


def _check_place(draft: Draft, place: Place, row: LinkRow) -> None:
    found = _find_known(draft, place, row)
    if found is None or not (found.names or row.get("open") != "yes"):
        return
    path, record = found.owner
    if place.name not in found.names and not draft.is_broken(path, place.name, found.names):
        words = {"entity": str(record["name"])} if "name" in record else {}
        draft.report_unknown(row["unknown"], place.path, place.name, found.names, **words)
    elif "fits" in row and (entity := _find_entity(draft, path)):
        member = find_member(entity, place.name)
        if member and "expression" not in member:
            _check_use(draft, place, find_type(member), row["fits"])


def check_computed_uses(draft: Draft) -> None:
    """Report computed values whose types a search, order or filter can't use."""
    for pattern, row in read_links().items():
        for place in find_places(draft.document, tuple(pattern.split("/")), "", ()):
            found = _find_known(draft, place, row) if "fits" in row else None
            if found and (entity := _find_entity(draft, path := found.owner[0])):
                value_type = _find_computed_type(draft, path, entity, place.name)
                _check_use(draft, place, value_type, row["fits"])


def _find_known(draft: Draft, place: Place, row: LinkRow) -> "_Known | None":
    """Find the names that a place may have; None if whoever has them isn't known."""
    known: list[str] = []
    owner: tuple[str, Part] = ("", {})
    for lookup in row["names"]:
        match = _LOOKUP.fullmatch(lookup)
        assert match, lookup
        found = _find_owner(draft, match["group"], match["key"], place)
        if found is None:
            return None
        owner = found
        group = match["part"] or match["group"]
        known += _LISTERS.get(group, _list_group)(draft, found, group)
    return _Known(known, owner)


def _check_use(draft: Draft, place: Place, value_type: MemberType | None, use: str) -> None:
    """Report a member whose type a search, order or filter can't use."""
    row = read_expressions()["uses"][use]
    if value_type and value_type not in row["types"]:
        words = {
            "word": place.name,
            "type": describe_type(value_type),
            "use": row["title"],
            "fit": row["hint"],
        }
        draft.report("unfit-field", place.path, **words)


def _find_computed_type(
    draft: Draft, path: str, entity: EntityDraft, name: str
) -> MemberType | None:
    """Find the type of a computed value; None where there is none of that name, or no type."""
    for number, computed in enumerate(entity.get("computed", ())):
        if computed["name"] == name:
            node = draft.resolved.get(f"{path}/computed/{number}/expression")
            return None if isinstance(node, ValueList) or node is None else node.type
    return None


def _find_owner(draft: Draft, group: str, key: str | None, place: Place) -> tuple[str, Part] | None:
    """Find the record in whose lists the name has to be; None if it isn't known."""
    if key is None:
        return "", draft.document
    if key == "":
        return next(each for each in place.around if re.fullmatch(rf"{group}/\d+", each[0]))
    name = next((found for _, record in place.around if (found := _dig(record, key))), None)
    records = list_parts(draft.document, group)
    named = ((f"{group}/{n}", each) for n, each in enumerate(records) if each["name"] == name)
    return next(named, None)


def _dig(record: Part, key: str) -> Document:
    value: Document = record
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _find_entity(draft: Draft, path: str) -> EntityDraft | None:
    """Find the entity at a path, if one is there."""
    group, _, number = path.partition("/")
    return draft.manifest["entities"][int(number)] if group == "entities" else None


def _list_group(draft: Draft, owner: tuple[str, Part], group: str) -> list[str]:
    return [str(record["name"]) for record in list_parts(owner[1], group)]


def _list_fields(draft: Draft, owner: tuple[str, Part], group: str) -> list[str]:
    entity = _find_entity(draft, owner[0])
    return list_fields(entity) if entity else _list_group(draft, owner, group)


def _list_members(draft: Draft, owner: tuple[str, Part], group: str) -> list[str]:
    entity = _find_entity(draft, owner[0])
    return list_members(entity) if entity else []


def _list_aggregates(draft: Draft, owner: tuple[str, Part], group: str) -> list[str]:
    regions = [region for each in draft.manifest["workspaces"] for region in each["regions"]]
    return ["total", *(number["name"] for each in regions for number in each["aggregates"])]


_Lister = Callable[[Draft, tuple[str, Part], str], list[str]]
_LISTERS: Mapping[str, _Lister] = {
    "members": _list_members,
    "fields": _list_fields,
    "roles": lambda draft, owner, group: list(list_roles(draft.manifest)),
    "aggregates": _list_aggregates,
}
