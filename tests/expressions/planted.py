"""Bugs for the compiler, each of which comparing it with the interpreter has to find."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any
from unittest import mock

from transformer.backends.django.expressions import (
    comparisons,
    operands,
    python_conditions,
    query_conditions,
    query_values,
)

OTHER = {"and": "or", "or": "and"}

# Where the bug is, what it is in, and what that becomes.
PLANTED: dict[str, tuple[ModuleType, str, Callable[[Any], Any]]] = {
    "an operator is another one": (
        comparisons,
        "read_expression_table",
        lambda right: lambda: change_row(right(), "comparisons", "<", lookup="__lte"),
    ),
    "`and` is `or`": (
        query_conditions,
        "join",
        lambda right: lambda word, parts: right(OTHER[word], parts),
    ),
    "`not` forgets that the right side may be missing": (
        comparisons,
        "_list_missing",
        lambda right: lambda *sides: right(*sides[:1]) or right(*sides),
    ),
    "moments are no days": (comparisons, "align_days", lambda _: lambda left, right: (left, right)),
    "an empty text is smaller than another": (comparisons, "order", lambda _: lambda side: side),
    "nothing is rounded": (query_values, "has_too_many", lambda _: lambda *_: False),
    "a record that isn't there has values": (
        query_values,
        "is_missing_without_record",
        lambda _: lambda _: True,
    ),
    "an enum is ordered as its values are spelled": (
        comparisons,
        "list_ranked",
        lambda right: (
            lambda word, values, limit: right(
                word, sorted(values, key=lambda each: each.value), limit
            )
        ),
    ),
    "SQLite keeps what binary fractions are off by": (
        comparisons,
        "settle",
        lambda _: lambda side: side.code,
    ),
    "a reference is always there": (
        operands.QueryScope,
        "enter",
        lambda right: lambda scope, step: forget_optional(right(scope, step)),
    ),
    "Python doesn't ask first": (
        python_conditions,
        "join_python",
        lambda right: lambda word, parts: right(word, [[*parts][-1]] if word == "and" else parts),
    ),
}


def change_row(table: Any, group: str, word: str, **cells: str) -> Any:
    """A table with other cells in a row."""
    return table | {group: table[group] | {word: table[group][word] | cells}}


def forget_optional(scope: Any) -> Any:
    object.__setattr__(scope, "is_optional", False)
    return scope


@contextmanager
def plant(bug: str) -> Iterator[None]:
    """Let the compiler have a bug."""
    place, name, make = PLANTED[bug]
    with mock.patch.object(place, name, make(getattr(place, name))):
        yield
