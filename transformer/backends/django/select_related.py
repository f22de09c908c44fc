"""What a query selects along with its rows, so that no row asks for more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transformer.backends.django.names import Names
from transformer.diagnostics.resources import read_table
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field

_ACCOUNT_COLUMNS = 11  # of Django's own user


@dataclass(frozen=True, slots=True)
class Join:
    """The way from a row to what one of its references shows."""

    path: str
    columns: tuple[int, ...]
    """How many columns each table on the way has."""


def find_join(field: Field, names: Names) -> Join:
    """Find the way to what a reference shows, and on while that is a reference itself."""
    way = list(_follow_references(field))
    columns = [len(f.target.fields) if f.target else _ACCOUNT_COLUMNS for f in way]
    return Join("__".join(map(names.name_attribute, way)), tuple(columns))


def _follow_references(field: Field) -> Iterator[Field]:
    """Follow the references on the way, until it comes to an entity for the second time."""
    seen: set[Entity] = set()
    for each in field.display_path.references:
        if each.entity in seen:
            return
        seen.add(each.entity)
        yield each


def choose_joins(own: int, joins: Iterable[Join]) -> list[Join]:
    """Choose the first joins, as many as one query takes on any database.

    `own` is the number of columns of the table that the query is about.
    """
    reach = read_table("django/queries", dict[str, str])
    tables, columns = 1, own
    chosen = []
    for join in joins:
        tables, columns = tables + len(join.columns), columns + sum(join.columns)
        if tables > int(reach["tables"]) or columns > int(reach["columns"]):
            break
        chosen.append(join)
    return chosen
