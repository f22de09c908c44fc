"""Expressions as trees: a closed union of node classes to `match` on.

A tree is read from the plain data of a draft or a manifest, and never changes. `type` names
the type of a node's value: None as written, and set in the trees that inference makes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from transformer.dsl.parser.values import MomentWord
from transformer.dsl.tables.expression_rows import MemberType
from transformer.manifest.records.documents import Document, Part
from transformer.manifest.records.expression_records import (
    AggregateWord,
    Expression,
    FunctionWord,
    OperatorWord,
)

Scalar: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Constant:
    """A fixed value; None for no value."""

    value: Scalar
    type: MemberType | None = None


@dataclass(frozen=True, slots=True)
class ChoiceValue:
    """A value of an enumeration, as it is stored."""

    choice: str
    type: MemberType | None = None


@dataclass(frozen=True, slots=True)
class CurrentMoment:
    """The current date or time."""

    moment: MomentWord
    type: MemberType | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time, in seconds."""

    duration: int
    type: MemberType | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """A path of names.

    As written, a single name may be any word. Once inferred, the names are fields: of the record,
    or of one that it refers to.
    """

    path: tuple[str, ...]
    type: MemberType | None = None
    entity: str | None = None
    """The name of a record's entity; None for an account of the framework."""


@dataclass(frozen=True, slots=True)
class CurrentPerson:
    """Whoever is signed in, or one of their fields."""

    person: tuple[str, ...]
    """The names on the way; empty for the person as such."""
    type: MemberType | None = None
    entity: str | None = None
    """The name of a record's entity; None for an account of the framework."""


@dataclass(frozen=True, slots=True)
class HasRole:
    """Whether whoever is signed in has a role."""

    role: str
    type: MemberType | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator applied to operands; the right side of `in` is a `ValueList`."""

    operator: OperatorWord
    operands: tuple["Node", ...]
    type: MemberType | None = None


@dataclass(frozen=True, slots=True)
class ValueList:
    """Values to choose among, on the right of `in`; as a whole it has no type."""

    list: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function of values."""

    function: FunctionWord
    arguments: tuple["Node", ...]
    type: MemberType | None = None


@dataclass(frozen=True, slots=True)
class Aggregation:
    """A number or moment taken from many records.

    As written there is only a value, and every path in it begins with the names that lead to the
    records. Once inferred, these names are the relation, and paths in the value come after it.
    """

    aggregate: AggregateWord
    entity: str = ""
    """The name of the entity whose records these are; empty as written."""
    relation: tuple[str, ...] = ()
    """The names that lead to the records, the last one to many; empty for all of the entity."""
    value: "Node | None" = None
    """What is taken of each record; None for the records themselves."""
    where: "Node | None" = None
    """Which of the records; None for all."""
    type: MemberType | None = None


Value: TypeAlias = Constant | ChoiceValue | CurrentMoment | Duration
Node: TypeAlias = (
    Value | Path | CurrentPerson | HasRole | Operation | ValueList | Call | Aggregation
)


def read_node(record: Expression) -> Node:
    """Read a tree from plain data, which is left as it is."""
    kind, entity = record.get("type"), record.get("entity")
    match record:
        case {"operator": operator, "operands": operands}:
            return Operation(operator, _read_all(operands), kind)
        case {"aggregate": aggregate}:
            return _read_aggregation(record, aggregate)
        case {"function": function, "arguments": arguments}:
            return Call(function, _read_all(arguments), kind)
        case {"path": names}:
            return Path(tuple(names), kind, entity)
        case {"person": names}:
            return CurrentPerson(tuple(names), kind, entity)
        case {"list": items}:
            return ValueList(_read_all(items))
        case _:
            return _read_leaf(record, kind)


def _read_aggregation(record: Expression, aggregate: AggregateWord) -> Aggregation:
    value = record.get("value")
    return Aggregation(
        aggregate,
        record.get("entity", ""),
        tuple(record.get("relation", ())),
        read_node(value) if isinstance(value, dict) else None,
        read_node(record["where"]) if "where" in record else None,
        record.get("type"),
    )


def _read_leaf(record: Expression, kind: MemberType | None) -> Node:
    match record:
        case {"role": role}:
            return HasRole(role, kind)
        case {"moment": moment}:
            return CurrentMoment(moment, kind)
        case {"duration": seconds}:
            return Duration(seconds, kind)
        case {"choice": choice}:
            return ChoiceValue(choice, kind)
        case _:
            value = record["value"]
            assert not isinstance(value, dict), value
            return Constant(value, kind)


def _read_all(records: Iterable[Expression]) -> tuple[Node, ...]:
    return tuple(read_node(record) for record in records)


def write_node(node: Node) -> Part:
    """Write a tree as plain data: the inverse of `read_node`."""
    record = _write_content(node)
    if isinstance(node, ValueList):
        return record
    if node.type is not None:
        record["type"] = node.type
    if isinstance(node, Path | CurrentPerson) and node.entity is not None:
        record["entity"] = node.entity
    return record


def _write_content(node: Node) -> Part:
    match node:
        case Operation(operator, operands):
            return {"operator": operator, "operands": _write_all(operands)}
        case Aggregation():
            return _write_aggregation(node)
        case Call(function, arguments):
            return {"function": function, "arguments": _write_all(arguments)}
        case Path(names):
            return {"path": [*names]}
        case CurrentPerson(names):
            return {"person": [*names]}
        case ValueList(items):
            return {"list": _write_all(items)}
        case HasRole(role):
            return {"role": role}
        case CurrentMoment(moment):
            return {"moment": moment}
        case Duration(seconds):
            return {"duration": seconds}
        case ChoiceValue(choice):
            return {"choice": choice}
        case Constant(value):
            return {"value": value}


def _write_aggregation(node: Aggregation) -> Part:
    record: Part = {"aggregate": node.aggregate, "entity": node.entity}
    if node.relation:
        record["relation"] = [*node.relation]
    if node.value is not None:
        record["value"] = write_node(node.value)
    if node.where is not None:
        record["where"] = write_node(node.where)
    return record


def _write_all(nodes: Iterable[Node]) -> list[Document]:
    return [write_node(node) for node in nodes]
