"""What expressions say as it is: fixed values, moments and durations."""

import re
from dataclasses import replace
from decimal import Decimal

from transformer.backends.django.code import Code, make_literal, parse_cell, refer_to
from transformer.backends.django.expressions.compiler_rows import read_expression_table
from transformer.backends.django.expressions.operands import Operand, make_plain
from transformer.backends.django.fields import spell_duration
from transformer.model.expressions import (
    ChoiceValue,
    Constant,
    CurrentMoment,
    Duration,
    Scalar,
    ValueType,
)

_MOMENTS = {"today": "functions.today", "now": "now"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Known = Constant | ChoiceValue | CurrentMoment | Duration


def make_constant(expression: Known) -> Operand:
    """Make the operand for a value that the expression itself has."""
    match expression:
        case Constant(value=None, type=kind):
            return Operand(make_value(make_literal(None)), kind, is_nullable=True)
        case Constant(value=str(text), type="datetime") if _DAY.fullmatch(text):
            return _make_fixed(text, "date")
        case Constant(value=value, type=kind):
            return _make_fixed(value, kind)
        case ChoiceValue(choice=choice, type=kind):
            return make_plain(make_literal(choice), kind)
        case CurrentMoment(moment=moment, type=kind):
            return make_plain(refer_to(_MOMENTS[moment]).call(), kind)
        case Duration(duration=length, type=kind):
            return make_plain(spell_duration(length), kind)


def make_value(code: Code) -> Code:
    """Make an expression of the ORM of a value of Python."""
    return refer_to("models.Value").call(code)


def _make_fixed(value: Scalar | None, kind: ValueType) -> Operand:
    cell = read_expression_table()["types"][kind]["constant"]
    number, places = _spell_number(value) if isinstance(value, int | float) else (None, 0)
    holes = {"text": make_literal(str(value)), "bool": make_literal(value), "number": number}
    made = make_plain(parse_cell(cell, holes), kind)
    made = replace(made, places=places, least_places=places)
    whole = len(str(abs(int(value)))) if isinstance(value, int | float) else 0
    made = replace(made, whole_digits=whole, is_blank=value == "")
    return replace(made, greatest=10**whole, is_integer=places == 0)


def _spell_number(value: int | float) -> tuple[Code, int]:
    """Spell a number, and count its decimal places."""
    if isinstance(value, int) or value.is_integer():
        return make_literal(int(value)), 0
    digits = format(Decimal(str(value)), "f")
    return refer_to("Decimal").call(make_literal(digits)), len(digits.partition(".")[2])
