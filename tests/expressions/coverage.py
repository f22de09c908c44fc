"""What evaluated expressions go through: each operator, of what is there and of what is missing.

`python -m tests.expressions.coverage SEED` prints a table of some random ones.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from tests.expressions.interpreter import find
from tests.expressions.random_expressions import PROJECT, TYPES, Writer, read_scopes
from tests.expressions.random_worlds import make_world
from tests.expressions.scope import FARTHEST
from tests.expressions.world import Node, Record, World
from transformer.manifest import read_project

BERLIN = ZoneInfo("Europe/Berlin")
WORDS = {
    *("or", "and", "not", "=", "!=", "<", "<=", ">", ">=", "in", "not in", "is null"),
    *("is not null", "contains", "+", "-", "*", "/", "negative"),
    *("round", "days_since", "days_until"),
}
# A `bool` of the record itself is never missing: without a default it is false.
CONDITIONAL = {"or", "and", "not"}


# Most operators and functions give a number.
DRAWN = [*TYPES, "number", "number", "number"]


class Seen(NamedTuple):
    """An operand that is a field: of which operator, whether missing, how many references away."""

    word: str
    missing: bool
    distance: int


WANTED = {
    Seen(word, missing, distance)
    for word in WORDS
    for missing in (False, True)
    for distance in range(FARTHEST + 1)
    if not (missing and word in CONDITIONAL and distance == 0)
}


def read_batch(texts: Sequence[str], entity: str = "Line") -> Any:
    """The manifest of the project with the expressions, in which there is no fault.

    They are computed values of the entity, `value_0` first.
    """
    head = f"entity {entity}:\n"
    lines = "".join(f"  value_{n}: computed {text}\n" for n, text in enumerate(texts))
    project = PROJECT.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "app.dsl"
        file.write_text(project.replace(head, head + lines), encoding="utf-8")
        analysis = read_project(file)
    assert not analysis.problems, [(each.code, each.words) for each in analysis.problems]
    return analysis.manifest


def write_batch(
    random: Random, count: int, entity: str = "Line", has_aggregates: bool = False
) -> list[str]:
    """So many expressions about an entity: half of them conditions, the others of each type."""
    writer = Writer(random, read_scopes(), entity, has_aggregates=has_aggregates)
    kinds = ("bool" if n % 2 else DRAWN[n // 2 % len(DRAWN)] for n in range(count))
    return [writer.write(kind).text for kind in kinds]


def list_nodes(node: Node) -> Iterator[Node]:
    """An expression and all that it is made of, apart from what is about other records."""
    yield node
    for part in list_parts(node):
        yield from list_nodes(part)


def list_parts(node: Node) -> Iterator[Node]:
    for part in (*node.get("operands", ()), *node.get("arguments", ())):
        yield from part.get("list", [part])


def list_seen(node: Node, record: Record) -> Iterator[Seen]:
    """What an expression goes through for a record."""
    for each in list_nodes(node):
        word = each.get("operator") or each.get("function")
        for part in list_parts(each):
            if word and "path" in part:
                yield Seen(word, find(part, record) is None, len(part["path"]) - 1)


def count_seen(worlds: Sequence[World], entity: str = "Line") -> Counter[Seen]:
    """How often anything is gone through by the expressions about an entity, in these worlds."""
    seen = Counter[Seen]()
    for world in worlds:
        nodes = world.entities[entity].computed.values()
        for record in world.list_records(entity):
            seen.update(each for node in nodes for each in list_seen(node, record))
    return seen


def draw_table(seen: Counter[Seen]) -> str:
    """A row per operator; a column per distance, with what is there and what is missing."""
    columns = [(missing, distance) for distance in range(FARTHEST + 1) for missing in (False, True)]
    head = "".join(
        f"{distance}{' missing' if missing else ' there':9}" for missing, distance in columns
    )
    rows = [
        f"{word:12}" + "".join(draw_cell(seen, Seen(word, *column)) for column in columns)
        for word in sorted(WORDS)
    ]
    return "\n".join([" " * 12 + head, *rows])


def draw_cell(seen: Counter[Seen], cell: Seen) -> str:
    """A count, or a dash where nothing can be."""
    return f"{seen[cell] if cell in WANTED else '–':>10}"


if __name__ == "__main__":
    source = Random(sys.argv[1])
    manifest = read_batch(write_batch(source, 2000))
    print(draw_table(count_seen([make_world(source, manifest, BERLIN) for _ in range(3)])))
