"""The table of expressions: sorts, operators and functions; its head says what columns mean."""

from functools import cache
from typing import Literal, TypedDict

from transformer.diagnostics.resources import read_table


class UseRow(TypedDict):
    """What lists do by a field."""

    title: str
    sorts: list[str]
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
    joins: Literal["yes"]
    compares: Literal["any", "ordered"]
    signatures: list[str]


class FunctionRow(TypedDict):
    """A function of values of one record."""

    signatures: list[str]


class AggregateRow(TypedDict, total=False):
    """A function of many records."""

    takes: list[str]
    gives: str


class ExpressionTable(TypedDict):
    """The groups of the table, each by the words that an expression has for its rows."""

    sorts: dict[str, str]
    uses: dict[str, UseRow]
    pairs: PairsRow
    operators: dict[str, OperatorRow]
    functions: dict[str, FunctionRow]
    aggregates: dict[str, AggregateRow]
    moments: dict[str, str]
    person: dict[str, str]


@cache
def read_expressions() -> ExpressionTable:
    """Read the table of expressions."""
    table: ExpressionTable = read_table("language/expressions")
    return table
