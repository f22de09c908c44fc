"""What a step of a life may do to tables, and what it did, by their contents alone.

It knows nothing of migrations: a step says what it may change, and all else has to stay.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Any

Row = Mapping[str, Any]
Fit = Callable[[Any, Row], bool]
"""Whether a value may be there now, given the row as it was."""
EMPTY = (None, "", False, 0)


@dataclass(frozen=True)
class Table:
    """A table: its columns, the one that tells rows apart, and the rows."""

    columns: Sequence[str]
    key: str | None
    rows: Sequence[Sequence[Any]]

    def list_rows(self) -> dict[Any, Row]:
        """The rows by their keys."""
        rows = (dict(zip(self.columns, values, strict=True)) for values in self.rows)
        return {row[self.key] if self.key else str(row): row for row in rows}


Tables = Mapping[str, Table]


@dataclass(frozen=True)
class Accepted:
    """What a step may change; tables and columns are named as they were before."""

    tables: Mapping[str, str | None] = field(default_factory=dict)
    """Table → what it may be called then, or None if it may go."""
    columns: Mapping[tuple[str, str], str | None] = field(default_factory=dict)
    """Column → what it may be called then, or None if it may go."""
    new: Mapping[str, Fit] = field(default_factory=dict)
    """Table → what the rows may have in columns that are new there."""
    values: Mapping[tuple[str, str], Fit] = field(default_factory=dict)
    """Column → what may be there in place of what was."""
    rows: bool = False
    """Whether rows may come."""

    def also(self, **more: Any) -> "Accepted":
        """All of it, and more."""
        merged = {name: {**getattr(self, name), **each} for name, each in more.items()}
        return replace(self, **merged)

    def join(self, other: "Accepted") -> "Accepted":
        """What either accepts."""
        both = self.also(tables=other.tables, columns=other.columns)
        return replace(both.also(new=other.new, values=other.values), rows=self.rows or other.rows)


def read_tables(dump: Mapping[str, Any]) -> Tables:
    """The tables of a dump."""
    return {name: Table(each["columns"], each["key"], each["rows"]) for name, each in dump.items()}


def list_differences(before: Tables, after: Tables, accepted: Accepted) -> list[str]:
    """What changed that may not."""
    return [*_list_differences(before, after, accepted)]


def _list_differences(before: Tables, after: Tables, accepted: Accepted) -> Iterator[str]:
    met = set[str]()
    for name, table in before.items():
        now = accepted.tables.get(name) or name
        now = now if now in after else name
        met.add(now)
        if now in after:
            yield from _compare(name, table, after[now], accepted)
        elif accepted.tables.get(name, name) is not None and table.rows:
            yield f"{name}: the table is gone, with {len(table.rows)} rows"
    for name in after.keys() - met:
        if after[name].rows and not accepted.rows:
            yield f"{name}: a new table has {len(after[name].rows)} rows"


def _compare(name: str, table: Table, now: Table, accepted: Accepted) -> Iterator[str]:
    pairs: dict[str, str] = {}
    for column in table.columns:
        other = accepted.columns.get((name, column), column)
        pairs[column] = other if other in now.columns else column if column in now.columns else ""
        if not pairs[column] and other is not None and table.rows:
            yield f"{name}.{column}: the column is gone"
    fit = accepted.new.get(name)
    new = [column for column in now.columns if column not in pairs.values()]
    if new and fit is None:
        yield f"{name}: nobody asked for the columns {', '.join(new)}"
    old_rows, rows = table.list_rows(), now.list_rows()
    if lost := old_rows.keys() - rows.keys():
        yield f"{name}: {len(lost)} rows are gone, such as {min(lost, key=str)}"
    if (come := rows.keys() - old_rows.keys()) and not accepted.rows:
        yield f"{name}: {len(come)} rows have come, such as {min(come, key=str)}"
    for key in old_rows.keys() & rows.keys():
        yield from _compare_rows(name, old_rows[key], rows[key], pairs, accepted)
        for column in new if fit else ():
            if not fit(rows[key][column], old_rows[key]):  # type: ignore[misc]
                yield f"{name}.{column}: {rows[key][column]!r} was made up"


def _compare_rows(
    name: str, old: Row, row: Row, pairs: Mapping[str, str], accepted: Accepted
) -> Iterator[str]:
    for column, other in pairs.items():
        if not other or row[other] == old[column]:
            continue
        fit = accepted.values.get((name, column))
        if fit is None or not fit(row[other], old):
            yield f"{name}.{column}: {old[column]!r} became {row[other]!r}"


def is_empty(value: Any, row: Row) -> bool:
    """Whether nothing was made up."""
    return value in EMPTY


def is_nothing(value: Any, row: Row) -> bool:
    """For a column that may come only where there are no rows."""
    return False


def is_anything(value: Any, row: Row) -> bool:
    """For a value that the DSL says by a moment, or as the row comes."""
    return True


def expect(wanted: Any) -> Fit:
    """Only this value."""
    return lambda value, row: is_same(wanted, value)


def keep(column: str) -> Fit:
    """Only what the row had in a column, however it is written now."""
    return lambda value, row: is_same(row[column], value)


def lose(column: str) -> Fit:
    """What the row had in a column, or less of it: what was accepted as a loss."""

    def fit(value: Any, row: Row) -> bool:
        old = str(row[column])
        return value in EMPTY or is_same(row[column], value) or old.startswith(str(value))

    return fit


def either(*fits: Fit) -> Fit:
    """What one of several accepts."""
    return lambda value, row: any(fit(value, row) for fit in fits)


def is_same(old: Any, new: Any) -> bool:
    """Whether two values are the same, written as one type or as another."""
    if old in (None, "") or new in (None, ""):
        return old in (None, "") and new in (None, "")
    texts = [_spell(old), _spell(new)]
    return texts[0] == texts[1] or _read_number(texts[0]) == _read_number(texts[1]) is not None


def _spell(value: Any) -> str:
    text = str(value).strip()
    for midnight in (" 00:00:00", "T00:00:00"):
        text = text.removesuffix("+00:00").removesuffix(midnight)
    return {"True": "1", "False": "0", "true": "1", "false": "0"}.get(text, text)


def _read_number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
