"""Names that stand for something declared elsewhere, by the table of links."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from transformer.diagnostics.resources import read_table
from transformer.manifest.draft import Draft, Record
from transformer.manifest.members import (
    find_member,
    find_sort,
    list_fields,
    list_members,
    list_roles,
)
from transformer.manifest.typing.types import name_sort

_LOOKUP = re.compile(r"(?P<group>\w+)(?:\[(?P<key>[\w.]*)\]/(?P<part>\w+))?")


class Place(NamedTuple):
    """A name in the manifest, and the records around it with their paths, the innermost first."""

    name: str
    path: str
    around: tuple[tuple[str, Record], ...]


def check_links(draft: Draft) -> None:
    """Report every name that stands for nothing."""
    for pattern, row in read_table("language/links").items():
        for place in find_places(draft.manifest, tuple(pattern.split("/")), "", ()):
            _check_place(draft, place, row)


def find_places(
    value: Any, steps: tuple[str, ...], path: str, around: tuple[tuple[str, Record], ...]
) -> Iterator[Place]:
    """Every name at a pattern's place below a value."""
    if not steps:
        yield Place(value, path, around)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from find_places(item, steps[1:], f"{path}/{number}", around)
    elif steps[0] in value:
        inner = f"{path}/{steps[0]}" if path else steps[0]
        yield from find_places(value[steps[0]], steps[1:], inner, ((path, value), *around))


def _check_place(draft: Draft, place: Place, row: Mapping[str, Any]) -> None:
    known: list[str] = []
    owner: tuple[str, Record] = ("", {})
    for lookup in row["names"]:
        match = _LOOKUP.fullmatch(lookup)
        assert match, lookup
        found = _find_owner(draft, match["group"], match["key"], place)
        if found is None:
            return
        owner = found
        known += _LISTERS.get(match["part"] or match["group"], _list_group)(
            draft, found[1], match["part"] or match["group"]
        )
    if not known and row.get("open") == "yes":
        return
    if place.name not in known and not draft.is_broken(owner[0], place.name, known):
        words = {"entity": owner[1]["name"]} if "name" in owner[1] else {}
        draft.report_unknown(row["unknown"], place.path, place.name, known, **words)
    elif "fits" in row:
        _check_use(draft, place, owner[1], row["fits"])


def _check_use(draft: Draft, place: Place, entity: Record, use: str) -> None:
    """Report a member whose values are of no use there."""
    row = read_table("language/expressions")["uses"][use]
    member = find_member(entity, place.name)
    sort = find_sort(member) if member else None
    if sort and sort not in row["sorts"]:
        words = {
            "word": place.name,
            "sort": name_sort(sort),
            "use": row["title"],
            "fit": row["hint"],
        }
        draft.report("unfit-field", place.path, **words)


def _find_owner(
    draft: Draft, group: str, key: str | None, place: Place
) -> tuple[str, Record] | None:
    """The record in whose lists the name has to be; None where that isn't known."""
    if key is None:
        return "", draft.manifest
    if key == "":
        return next(each for each in place.around if re.fullmatch(rf"{group}/\d+", each[0]))
    name = next((found for _, record in place.around if (found := _dig(record, key))), None)
    records = draft.manifest.get(group, ())
    return next(
        ((f"{group}/{n}", record) for n, record in enumerate(records) if record["name"] == name),
        None,
    )


def _dig(record: Record, key: str) -> Any:
    value: Any = record
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _list_group(draft: Draft, owner: Record, group: str) -> list[str]:
    return [record["name"] for record in owner.get(group, ())]


def _list_fields(draft: Draft, owner: Record, group: str) -> list[str]:
    is_foreign = "service" in owner
    return _list_group(draft, owner, group) if is_foreign else list_fields(owner)


def _list_aggregates(draft: Draft, owner: Record, group: str) -> list[str]:
    regions = [region for each in owner.get("workspaces", ()) for region in each["regions"]]
    return ["total", *(number["name"] for each in regions for number in each.get("aggregates", ()))]


_LISTERS: Mapping[str, Callable[[Draft, Record, str], list[str]]] = {
    "members": lambda draft, owner, group: list_members(owner),
    "fields": _list_fields,
    "roles": lambda draft, owner, group: list(list_roles(owner)),
    "aggregates": _list_aggregates,
}
