"""Integers with room for what is computed with them, of which PostgreSQL has a greatest."""

from collections.abc import Sequence
from dataclasses import replace

from transformer.backends.django.code import parse_cell
from transformer.backends.django.expressions.magnitudes import (
    GREATEST_BIG_INTEGER,
    GREATEST_INTEGER,
)
from transformer.backends.django.expressions.operands import Operand

_BIG = "models.functions.Cast($value, models.BigIntegerField())"
_EXACT = "functions.Exact($value)"


def widen(operands: Sequence[Operand], greatest: int) -> list[Operand]:
    """Make the first of some operands wide enough for what can't exceed a number.

    The result is as wide as the widest operand.
    """
    widest = max(each.greatest for each in operands)
    if (
        not all(each.type == "number" and each.is_integer for each in operands)
        or widest >= GREATEST_BIG_INTEGER
    ):
        return [*operands]
    if greatest >= GREATEST_BIG_INTEGER:
        return _wrap(operands, _EXACT)
    return _wrap(operands, _BIG) if widest <= GREATEST_INTEGER else [*operands]


def widen_taken(taken: Operand | None, greatest: int) -> Operand | None:
    """Make what an aggregate takes of rows wide enough; sums of integers are wide themselves."""
    if taken is None or greatest < GREATEST_BIG_INTEGER:
        return taken
    return widen([taken], greatest)[0]


def _wrap(operands: Sequence[Operand], cell: str) -> list[Operand]:
    """Wrap the first operand that isn't known before the query runs, or else the first."""
    place = next((number for number, each in enumerate(operands) if not each.plain), 0)
    code = parse_cell(cell, {"value": operands[place].code})
    return [
        replace(each, code=code, path="", plain=None) if number == place else each
        for number, each in enumerate(operands)
    ]
