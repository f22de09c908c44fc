"""The types of values and of nodes."""

from typing import NamedTuple

from transformer.dsl.tables.expression_rows import MemberType, read_expressions
from transformer.manifest.typing.nodes import Node


class ValueType(NamedTuple):
    """The type of a value: its name, the values of its enum, the entity of its record."""

    name: MemberType
    values: tuple[str, ...] = ()
    entity: str | None = None
    title: str = ""


class Typed(NamedTuple):
    """A node whose names are resolved and whose parts have types, and its type."""

    node: Node
    type: ValueType


def describe_type(name: MemberType) -> str:
    """Describe a type for people, such as `a number`."""
    return read_expressions()["types"][name]


def find_type(word: str) -> MemberType:
    """Find the type that a word of the table of expressions names.

    Raises StopIteration if there is none.
    """
    return next(name for name in read_expressions()["types"] if name == word)
