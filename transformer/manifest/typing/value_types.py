"""The types of values and of nodes."""

from typing import NamedTuple

from transformer.dsl.tables.expression_rows import read_expressions
from transformer.manifest.typing.nodes import Node


class Kind(NamedTuple):
    """The type of a value: its sort, the values of its enum, the entity of its record."""

    sort: str
    values: tuple[str, ...] = ()
    entity: str | None = None
    title: str = ""


class Typed(NamedTuple):
    """A node whose names are resolved and whose parts have types, and its kind."""

    node: Node
    kind: Kind


def name_sort(sort: str) -> str:
    """Describe a sort for people, such as `a number`."""
    return read_expressions()["sorts"][sort]
