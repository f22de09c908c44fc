"""Operands made ready to be compared with each other."""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from transformer.backends.django.code import Code, make_literal, refer_to
from transformer.backends.django.expressions.compiler_rows import Comparison
from transformer.backends.django.expressions.operands import Operand
from transformer.model.entity_fields import Choice

_ORDERS: Mapping[Comparison, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def align_days(left: Operand, right: Operand) -> tuple[Operand, Operand]:
    """Make two days of a day and a moment."""
    if {left.type, right.type} != {"date", "datetime"}:
        return left, right
    return _read_day(left), _read_day(right)


def _read_day(operand: Operand) -> Operand:
    if operand.type == "date":
        return operand
    code = refer_to("functions.Day").call(operand.code)
    plain = refer_to("functions.read_day").call(operand.plain) if operand.plain else None
    # A moment may fall on a day that the calendar doesn't have.
    return replace(operand, code=code, type="date", path="", plain=plain, is_nullable=True)


def rank(left: Operand, right: Operand) -> tuple[Operand, Operand]:
    """Make numbers of two values of an enum, by the order in which the left one lists them."""
    if left.type != "choice":
        return left, right
    values = left.values or right.values
    return _rank(left, values), _rank(right, values)


def _rank(operand: Operand, values: Sequence[Choice]) -> Operand:
    cases = [
        refer_to("models.When").call(*_ask_choice(operand, each.value), then=make_literal(number))
        for number, each in enumerate(values)
    ]
    return Operand(refer_to("models.Case").call(*cases), "number", is_nullable=True)


def _ask_choice(operand: Operand, choice: str) -> list[Code]:
    literal = make_literal(choice)
    return [
        refer_to("models.lookups.Exact").call(operand.code, refer_to("models.Value").call(literal))
    ]


def list_ranked(word: Comparison, values: Sequence[Choice], limit: str) -> list[str]:
    """List the values of an enum of which a comparison with one of them is true.

    >>> list_ranked("<", [Choice("low", "Low"), Choice("high", "High")], "high")
    ['low']
    """
    listed = [each.value for each in values]
    if limit not in listed:
        return []
    return [each for each in listed if _ORDERS[word](listed.index(each), listed.index(limit))]


def order(operand: Operand) -> Operand:
    """Make a text that the database compares by code points."""
    if operand.type != "text":
        return operand
    code, is_nullable = refer_to("functions.CodePoints").call(operand.code), operand.may_be_missing
    return replace(operand, code=code, path="", plain=None, is_nullable=is_nullable, is_blank=False)


def settle(operand: Operand) -> Code:
    """Make the code of an operand, a number without what binary fractions are off by."""
    if not operand.is_noisy:
        return operand.code
    return refer_to("models.functions.Round").call(
        operand.code, precision=make_literal(operand.places)
    )
