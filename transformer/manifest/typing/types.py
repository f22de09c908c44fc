"""What is known of a value, and of a node whose value is known."""

from typing import NamedTuple

from transformer.dsl.tables.expressions import ManySort, read_expressions
from transformer.manifest.typing.nodes import Node


class Kind(NamedTuple):
    """What is known of a value: its sort, the values of its enum, the entity of its record."""

    sort: ManySort
    values: tuple[str, ...] = ()
    entity: str | None = None
    title: str = ""


class Typed(NamedTuple):
    """What a node means: a tree whose names are resolved and whose parts have types, and a kind."""

    node: Node
    kind: Kind


def name_sort(sort: ManySort) -> str:
    """Name a value of the sort as people call it."""
    return read_expressions()["sorts"][sort]


def find_sort(word: str) -> ManySort:
    """Find the sort that a word of the table of expressions names.

    Raises StopIteration if there is none.
    """
    return next(sort for sort in read_expressions()["sorts"] if sort == word)
