"""Constant folding: which conditions are settled, whatever a record is like, and which aren't."""

from typing import Any

import pytest

from tests.model.test_records import read_example
from transformer.model import build_model
from transformer.model.expressions import (
    ChoiceValue,
    Constant,
    Expression,
    Operation,
    Path,
    ValueList,
)
from transformer.model.folding import fold

NULL = Constant(None, type="null")
EMPTY = Constant("", type="text")
ONE, TWO = Constant(1, type="number"), Constant(2.0, type="number")
A, B = Constant("a", type="text"), Constant("b", type="text")
OPEN, SHUT = ChoiceValue("open", type="choice"), ChoiceValue("shut", type="choice")
DAY = Constant("2026-01-01", type="date")


def compare(word: Any, left: Expression, right: Expression) -> Operation:
    return Operation(word, (left, right), type="bool")


def is_in(left: Expression, *items: Expression, word: Any = "in") -> Operation:
    return Operation(word, (left, ValueList(items)), type="bool")


def settle(condition: Operation) -> bool | None:
    """What a condition is by itself; None where that isn't settled."""
    entity = build_model(read_example("simple_task")).entities[0]
    folded = fold(condition, entity)
    return folded.value is True if isinstance(folded, Constant) else None


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        (compare("=", NULL, NULL), True),
        (compare("=", NULL, EMPTY), True),
        (compare("=", ONE, NULL), False),
        (compare("!=", ONE, NULL), True),
        (compare("<", NULL, ONE), False),
        (compare(">=", NULL, NULL), False),
        (compare("<", ONE, TWO), True),
        (compare(">", A, B), False),
        (compare("=", OPEN, OPEN), True),
        (compare("=", OPEN, SHUT), False),
        (compare("!=", OPEN, NULL), True),
        (compare("<", OPEN, SHUT), None),
        (compare("=", DAY, DAY), None),
        (is_in(ONE, TWO, ONE), True),
        (is_in(ONE, TWO), False),
        (is_in(NULL, NULL), False),
        (is_in(EMPTY, A), False),
        (is_in(OPEN, SHUT, OPEN), True),
        (is_in(OPEN, SHUT), False),
        (is_in(ONE, TWO, word="not in"), True),
        (is_in(NULL, NULL, word="not in"), True),
        (is_in(ONE, Path(("title",), type="text")), None),
        (is_in(ONE, ONE, Path(("title",), type="text")), None),
        (is_in(DAY, DAY), None),
        (Operation("is null", (EMPTY,), type="bool"), True),
        (Operation("is not null", (OPEN,), type="bool"), True),
    ],
)
def test_what_is_settled(condition: Operation, truth: bool | None) -> None:
    assert settle(condition) is truth
