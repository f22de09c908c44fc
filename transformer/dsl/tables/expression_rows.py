"""The table of expressions: types, operators and functions."""

from typing import Literal, NotRequired, TypedDict

from transformer.diagnostics.resources import read_table

Yes = Literal["yes"]
TimeType = Literal["date", "time", "datetime", "duration"]
PlainType = Literal["text", "number", "bool", "choice", "uuid", "json", "file", "null"]
ValueTypeName = TimeType | PlainType | Literal["record"]
MemberType = ValueTypeName | Literal["records"]


class UseRow(TypedDict):
    """A thing that lists do by a field: a search, an order or a filter."""

    title: str
    types: list[MemberType]
    hint: str


class PairsRow(TypedDict):
    """Types that can be compared with one another, as pairs of words."""

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
    places: NotRequired[list[str]]


class AggregateRow(TypedDict, total=False):
    """A function of many records: it takes values of theirs, or gives a type without any."""

    takes: list[ValueTypeName]
    gives: ValueTypeName


class ExpressionTable(TypedDict):
    """The table of expressions."""

    types: dict[MemberType, str]
    uses: dict[str, UseRow]
    pairs: PairsRow
    operators: dict[str, OperatorRow]
    functions: dict[str, FunctionRow]
    aggregates: dict[str, AggregateRow]
    moments: dict[Literal["today", "now"], ValueTypeName]
    person: dict[str, ValueTypeName]


def read_expressions() -> ExpressionTable:
    """Read the table of expressions."""
    return read_table("language/expressions", ExpressionTable)
