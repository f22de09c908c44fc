"""Which fields the pages search, filter and sort by, and the indexes that this takes."""

from collections.abc import Iterator, Mapping
from typing import Any

from transformer.diagnostics.resources import read_table

_LONGEST = 500  # characters that an index of any database takes, whatever their alphabet

_INDEXED = {"sort", "choice", "range"}

_Record = Mapping[str, Any]


def list_uses(field: _Record) -> frozenset[str]:
    """What a list does with a field: the words of `types.yaml`, none if it is sensitive."""
    words = read_table("django/types")[field["type"]].get("list", "")
    return frozenset() if "sensitive" in field else frozenset(words.split())


def list_searched(entity: _Record, ux: _Record | None = None) -> list[str]:
    """The fields that a search looks in: those that are named or marked, else all with text."""
    fields = {field["name"]: field for field in entity["fields"]}
    named = (ux or {}).get("search") or entity.get("search", {}).get("fields")
    named = named or [name for name, field in fields.items() if field.get("searchable")]
    chosen = named or [name for name, field in fields.items() if "search" in list_uses(field)]
    return [name for name in chosen if "search" in list_uses(fields.get(name, _UNKNOWN))]


def list_filtered(entity: _Record, ux: _Record | None = None) -> list[str]:
    """The fields that a list is narrowed by: those that are named, else all that suit."""
    fields = {field["name"]: field for field in entity["fields"]}
    named = (ux or {}).get("filter") or entity.get("filters")
    chosen = named or [name for name, field in fields.items() if _is_worth_a_filter(entity, field)]
    return [name for name in chosen if list_uses(fields.get(name, _UNKNOWN)) & {"choice", "range"}]


_UNKNOWN = {"type": "json"}  # computed values and relations: nothing a list does with them


def _is_worth_a_filter(entity: _Record, field: _Record) -> bool:
    # Who changed a record last is worth one, when that was isn't.
    is_latest = field.get("automatic") == "updated" and "target" not in field
    return field["name"] != entity["key"] and not is_latest


def index_fields(manifest: _Record) -> dict[str, Any]:
    """The manifest with an index for each field that a list is filtered or sorted by.

    What any list searches becomes the `indexed` of its entity.
    """
    entities = [
        {
            **entity,
            "indexes": [*entity["indexes"], *_list_indexes(entity, manifest)],
            "indexed": _list_indexed(entity, manifest),
        }
        for entity in manifest["entities"]
    ]
    return {**manifest, "entities": entities}


def _list_indexed(entity: _Record, manifest: _Record) -> list[str]:
    """The fields that a search of any list looks in, those of most lists first."""
    own = (s for s in manifest["surfaces"] if s.get("entity") == entity["name"])
    needs = [{}, *(s.get("ux", {}) for s in own if s["mode"] == "list")]
    return list(dict.fromkeys(name for ux in needs for name in list_searched(entity, ux)))


def _list_indexes(entity: _Record, manifest: _Record) -> Iterator[_Record]:
    """The indexes that lists want besides: a field with the key, which decides among equals."""
    leading = {rule["fields"][0]["field"] for rule in entity["indexes"]}
    leading |= {rule["fields"][0] for rule in entity["uniques"]} | {entity["key"]}
    wanted = set(_list_looked_up(entity, manifest)) - leading
    for field in entity["fields"]:
        fits = field.get("length", 0) <= _LONGEST and bool(list_uses(field) & _INDEXED)
        has_one = field["unique"] != "no" or "target" in field
        if field["name"] in wanted and fits and not has_one:
            names = (field["name"], entity["key"])
            yield {"fields": [{"field": name, "descending": False} for name in names]}


def _list_looked_up(entity: _Record, manifest: _Record) -> Iterator[str]:
    surfaces = [s for s in manifest["surfaces"] if s["mode"] == "list"]
    own = [s for s in surfaces if s.get("entity") == entity["name"]]
    for surface in own:
        yield from list_filtered(entity, surface.get("ux"))
        yield from (item["field"] for part in surface["sections"] for item in part["fields"])
        yield from (key["field"] for key in (surface.get("ux") or {}).get("sort", ())[:1])
    if own:
        yield from (key["field"] for key in entity["order"][:1])
        yield from [entity["display"]] if entity["display"] else []
