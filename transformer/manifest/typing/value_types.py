"""What is known of a value, and of a node whose value is known."""

from typing import NamedTuple

from transformer.dsl.tables.expression_rows import read_expressions
from transformer.manifest.typing.nodes import Node


class Kind(NamedTuple):
    """What is known of a value: its sort, the values of its enum, the entity of its record."""

    sort: str
    values: tuple[str, ...] = ()
    entity: str | None = None
    title: str = ""


class Typed(NamedTuple):
    """What a node means: a tree whose names are resolved and whose parts have types, and a kind."""

    node: Node
    kind: Kind


def name_sort(sort: str) -> str:
    """Name a value of the sort as people call it."""
    return read_expressions()["sorts"][sort]
