"""Decimal places of computed numbers; docs/language.md says how many there are."""

import ast
from collections.abc import Sequence

from transformer.backends.django.code import Code
from transformer.backends.django.expressions.compiler_rows import ValueRow
from transformer.backends.django.expressions.magnitudes import TOO_GREAT
from transformer.model.expressions import Constant, Expression

MOST_PLACES = 6


def count_places(row: ValueRow, places: Sequence[int], last: Expression | None) -> int:
    """Count the places of what is computed from operands with so many; `last` is the last one."""
    match row.get("places"), last:
        case "most" | "same", _:
            return max(places)
        case "sum", _:
            return sum(places)
        case "six", _:
            return MOST_PLACES
        case "told", Constant(value=int(number)):
            return number
        case _:
            return 0


def count_least(row: ValueRow, places: Sequence[int], last: Expression | None) -> int:
    """Count the places that are shown in any case, by those of operands; see `count_places`."""
    match row.get("places"):
        case "most" | "same" | "sum":
            return min(max(places), MOST_PLACES)
        case "told":
            return count_places(row, places, last)
        case _:
            return 0


def has_too_many(row: ValueRow, places: int, greatest: int) -> bool:
    """Tell whether what is computed has to be rounded, or may be too great."""
    return (places > MOST_PLACES or greatest >= TOO_GREAT) and row.get("places") != "same"


def is_never_zero(code: Code) -> bool:
    """Tell whether a number is written as it is, and isn't zero."""
    match code.node:
        case ast.Constant(value=value):
            return value != 0
        case ast.Call(func=ast.Name(id="Decimal")):  # only fractions are written so
            return True
    return False
