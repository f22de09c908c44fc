"""Expressions: typed syntax trees, a closed union of node classes to `match` on.

A node knows its own type and its operands, and nothing of the application: the names in it are
those of the manifest. `Entity.follow` finds the members that a path leads over.
"""

from collections.abc import Callable, Iterator
from dataclasses import KW_ONLY, replace
from typing import Literal, TypeAlias

from transformer.model.parts import value

ValueType: TypeAlias = Literal[
    "text", "number", "bool", "date", "time", "datetime", "duration",
    "choice", "record", "uuid", "json", "file", "null",
]  # fmt: skip
Moment: TypeAlias = Literal["today", "now"]
Scalar: TypeAlias = str | int | float | bool
Operator: TypeAlias = Literal[
    "or", "and", "not", "=", "!=", "<", "<=", ">", ">=", "in", "not in", "is null",
    "is not null", "contains", "+", "-", "*", "/", "negative",
]  # fmt: skip


@value
class Constant:
    """A fixed value; None for no value."""

    value: Scalar | None
    _: KW_ONLY
    type: ValueType


@value
class ChoiceValue:
    """A value of an enumeration, as it is stored."""

    choice: str
    _: KW_ONLY
    type: ValueType


@value
class CurrentMoment:
    """The current date or time."""

    moment: Moment
    _: KW_ONLY
    type: ValueType


@value
class Duration:
    """A length of time, in seconds."""

    duration: int
    _: KW_ONLY
    type: ValueType


@value
class Path:
    """A field of the record, or of one that it refers to."""

    path: tuple[str, ...]
    """The names on the way, the first being the record's own."""
    entity: str | None = None
    """The name of a `record`'s entity; None for an account of the framework."""
    _: KW_ONLY
    type: ValueType


@value
class CurrentPerson:
    """Whoever is signed in, or one of their fields."""

    person: tuple[str, ...]
    """The names on the way; empty for the person as such."""
    entity: str | None = None
    """The name of a `record`'s entity; None for an account of the framework."""
    _: KW_ONLY
    type: ValueType


@value
class HasRole:
    """Whether whoever is signed in has a role."""

    role: str
    _: KW_ONLY
    type: ValueType


@value
class Operation:
    """An operator applied to operands; the right side of `in` is a `ValueList`."""

    operator: Operator
    operands: tuple["Expression", ...]
    _: KW_ONLY
    type: ValueType


@value
class ValueList:
    """Values to choose among, on the right of `in`."""

    list: tuple["Expression", ...]


@value
class Call:
    """A function of values."""

    function: Literal["days_since", "days_until", "round"]
    """Full days from then to now, full days from now to then, or a number rounded to places."""
    arguments: tuple["Expression", ...]
    _: KW_ONLY
    type: ValueType


@value
class Aggregation:
    """A number or moment taken from many records."""

    aggregate: Literal["count", "sum", "avg", "min", "max"]
    entity: str
    """The name of the entity whose records these are."""
    relation: tuple[str, ...] | None = None
    """The names that lead to them: references first, and a relation to many last; None for all."""
    value: "Expression | None" = None
    """What is taken of each of them; None of `count`, which counts records."""
    where: "Expression | None" = None
    """Which of the records; None for all."""
    _: KW_ONLY
    type: ValueType


Expression: TypeAlias = (
    Constant | ChoiceValue | CurrentMoment | Duration | Path | CurrentPerson | HasRole
    | Operation | ValueList | Call | Aggregation
)  # fmt: skip


def list_operands(expression: Expression) -> tuple[Expression, ...]:
    """List the nodes directly below a node, from left to right.

    >>> list_operands(Operation("not", (Constant(True, type="bool"),), type="bool"))
    (Constant(value=True, type='bool'),)
    """
    match expression:
        case Operation(operands=operands) | Call(arguments=operands) | ValueList(list=operands):
            return operands
        case Aggregation(value=taken, where=condition):
            return tuple(each for each in (taken, condition) if each is not None)
        case _:
            return ()


def replace_operands(
    expression: Expression, change: Callable[[Expression], Expression]
) -> Expression:
    """Return a node with each of those directly below it changed."""
    match expression:
        case Operation(operands=parts):
            return replace(expression, operands=tuple(map(change, parts)))
        case Call(arguments=parts):
            return replace(expression, arguments=tuple(map(change, parts)))
        case ValueList(list=parts):
            return ValueList(tuple(map(change, parts)))
        case Aggregation(value=taken, where=condition):
            value, where = (each and change(each) for each in (taken, condition))
            return replace(expression, value=value, where=where)
    return expression


def walk_expression(expression: Expression) -> Iterator[Expression]:
    """Iterate over a node and all below it, each before its operands, from left to right."""
    yield expression
    for operand in list_operands(expression):
        yield from walk_expression(operand)
