"""What a page's query selects along with its rows, so that no row asks for more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from transformer.backends.django.names import Names
from transformer.backends.django_micro.pages import Page
from transformer.diagnostics.resources import read_table

Entities = Mapping[str, Mapping[str, Any]]
"""Name → entity."""

_ACCOUNT_COLUMNS = 11  # of Django's own user


@dataclass(frozen=True, slots=True)
class Join:
    """The way from a row to what one of its references shows."""

    path: str
    columns: tuple[int, ...]
    """How many columns each table on the way has."""


def list_joins(page: Page, entities: Entities, names: Names) -> list[Join]:
    """The joins of a page, in the order of their paths."""
    if page.entity is None:
        return []
    shown = [item["field"] for section in page.surface["sections"] for item in section["fields"]]
    fields = {field["name"]: field for field in page.entity["fields"]}
    wanted = {*shown, page.entity["display"]} - {None}
    joins = (
        find_join(page.entity, fields[name], entities, names)
        for name in wanted
        if "target" in fields[name]
    )
    return sorted(joins, key=lambda join: join.path)


def find_join(
    entity: Mapping[str, Any], field: Mapping[str, Any], entities: Entities, names: Names
) -> Join:
    """The way to what a reference shows, and on while that is a reference itself."""
    path: list[str] = []
    columns: list[int] = []
    seen: set[str] = set()
    while "target" in field and entity["name"] not in seen:
        seen.add(entity["name"])
        path.append(names.entities[entity["name"]].attributes[field["name"]])
        target = entities.get(field["target"]) if field["target_kind"] == "entity" else None
        columns.append(len(target["fields"]) if target else _ACCOUNT_COLUMNS)
        if target is None or not target["display"]:
            break
        entity = target
        field = next(f for f in entity["fields"] if f["name"] == entity["display"])
    return Join("__".join(path), tuple(columns))


def choose_joins(entity: Mapping[str, Any], joins: Iterable[Join]) -> list[Join]:
    """The first of the joins, as many as one query about the entity takes on any database."""
    reach = read_table("django/queries")
    tables, columns = 1, len(entity["fields"])
    chosen = []
    for join in joins:
        tables, columns = tables + len(join.columns), columns + sum(join.columns)
        if tables > int(reach["tables"]) or columns > int(reach["columns"]):
            break
        chosen.append(join)
    return chosen
