"""The table of expressions in Django, with the types of its rows."""

from collections.abc import Mapping
from typing import Literal, TypedDict

from transformer.diagnostics.resources import read_table
from transformer.model.expressions import ValueType

Comparison = Literal["=", "!=", "<", "<=", ">", ">="]
Places = Literal["most", "sum", "told", "six", "same"]


class _Query(TypedDict):
    query: str


class ValueRow(_Query, total=False):
    """What makes a value of operands of certain types."""

    python: str
    places: Places
    missing: str
    greatest: str
    rounds: Literal["yes"]


class ComparisonRow(TypedDict):
    """What compares two values."""

    lookup: str
    compare: str
    python: Literal["Eq", "NotEq", "Lt", "LtE", "Gt", "GtE"]
    mirrored: Comparison
    opposite: Comparison


class TypeRow(TypedDict, total=False):
    """What values of a type are in Django."""

    field: str
    constant: str
    current: str


class VariableRow(TypedDict, total=False):
    """What is known of a function of Python whose result may get a name."""

    called: str
    safe: Literal["yes"]


class ExpressionTable(TypedDict):
    """The table `expressions.yaml`."""

    values: Mapping[str, Mapping[str, ValueRow]]
    comparisons: Mapping[Comparison, ComparisonRow]
    types: Mapping[ValueType, TypeRow]
    aggregates: Mapping[str, Mapping[str, ValueRow]]
    currencies: Mapping[str, Literal["all", "one", "first"]]
    variables: Mapping[str, VariableRow]


def read_expression_table() -> ExpressionTable:
    """Read the table."""
    return read_table("django/expressions", ExpressionTable)


def find_aggregate_row(aggregate: str, kind: ValueType) -> ValueRow:
    """Find the row of an aggregate of values of a type; `record` of what counts records."""
    group = read_expression_table()["aggregates"][aggregate]
    return group.get(kind) or group["other"]
