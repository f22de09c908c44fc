"""The table of expressions: sorts, operators and functions."""

from typing import Literal, TypedDict

from transformer.diagnostics.resources import read_table

Yes = Literal["yes"]
TimeSort = Literal["date", "time", "datetime", "duration"]
PlainSort = Literal["text", "number", "bool", "choice", "uuid", "json", "file", "null"]
Sort = TimeSort | PlainSort | Literal["record"]
ManySort = Sort | Literal["records"]


class UseRow(TypedDict):
    """What lists do by a field."""

    title: str
    sorts: list[ManySort]
    hint: str


class PairsRow(TypedDict):
    """Sorts that can be compared with one another, as pairs of words."""

    ordered: list[str]
    any: list[str]


class OperatorRow(TypedDict, total=False):
    """An operator."""

    spelled: list[str]
    level: str
    place: Literal["before", "after"]
    right: Literal["list"]
    joins: Yes
    compares: Literal["any", "ordered"]
    signatures: list[str]


class FunctionRow(TypedDict):
    """A function of values of one record."""

    signatures: list[str]


class AggregateRow(TypedDict, total=False):
    """A function of many records."""

    takes: list[Sort]
    gives: Sort


class ExpressionTable(TypedDict):
    """The table of expressions."""

    sorts: dict[ManySort, str]
    uses: dict[str, UseRow]
    pairs: PairsRow
    operators: dict[str, OperatorRow]
    functions: dict[str, FunctionRow]
    aggregates: dict[str, AggregateRow]
    moments: dict[Literal["today", "now"], Sort]
    person: dict[str, Sort]


def read_expressions() -> ExpressionTable:
    """Read the table of expressions."""
    return read_table("language/expressions", ExpressionTable)
