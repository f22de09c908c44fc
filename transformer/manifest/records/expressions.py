"""Expressions, as trees whose nodes are told apart by the property that they have."""

from typing import Literal, TypedDict

from transformer.manifest.records.values import MomentWord

Sort = Literal[
    "text", "number", "bool", "date", "time", "datetime", "duration", "choice", "record", "uuid",
    "json", "file", "null",
]  # fmt: skip
OperatorWord = Literal[
    "or", "and", "not", "=", "!=", "<", "<=", ">", ">=", "in", "not in", "is null", "is not null",
    "contains", "+", "-", "*", "/", "negative",
]  # fmt: skip
FunctionWord = Literal["days_since", "days_until", "round"]
AggregateWord = Literal["count", "sum", "avg", "min", "max"]
# A property is called `list`, which hides the type from the rest of its class.
Expressions = list["Expression"]
Names = list[str]


class Expression(TypedDict, total=False):
    """A node: it has one of `value` to `aggregate`, what belongs to that, and a type if found."""

    value: str | int | float | bool | None
    choice: str
    moment: MomentWord
    duration: int
    path: Names
    person: Names
    role: str
    operator: OperatorWord
    operands: Expressions
    list: Expressions
    function: FunctionWord
    arguments: Expressions
    aggregate: AggregateWord
    entity: str
    where: "Expression"
    type: Sort
