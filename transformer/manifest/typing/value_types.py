"""The types of values and of nodes."""

from typing import NamedTuple

from transformer.dsl.tables.expression_rows import read_expressions
from transformer.manifest.typing.nodes import Node


class ValueType(NamedTuple):
    """The type of a value: its name, the values of its enum, the entity of its record."""

    name: str
    values: tuple[str, ...] = ()
    entity: str | None = None
    title: str = ""


class Typed(NamedTuple):
    """A node whose names are resolved and whose parts have types, and its type."""

    node: Node
    type: ValueType


def describe_type(name: str) -> str:
    """Describe a type for people, such as `a number`."""
    return read_expressions()["types"][name]
