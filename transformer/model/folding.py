"""Constant folding: what an expression says by itself, whatever a row is like."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from transformer.model.entities import Computed, Entity
from transformer.model.expressions import (
    Aggregation,
    Call,
    ChoiceValue,
    Constant,
    Expression,
    Operation,
    Operator,
    Path,
    ValueList,
    replace_operands,
)
from transformer.model.parts import once_per_part

_SIGNS: Mapping[str, Callable[[int], bool]] = {
    "=": lambda sign: sign == 0,
    "<": lambda sign: sign < 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    ">=": lambda sign: sign >= 0,
}
OPPOSITES: Mapping[Operator, Operator] = {
    "!=": "=",
    "not in": "in",
    "is not null": "is null",
}
_Known: TypeAlias = Constant | ChoiceValue
_COMPARED = ("text", "number", "bool")  # Others are spelled as texts, and mean more than these.


def fold(expression: Expression, entity: Entity) -> Expression:
    """Put true or false in the place of conditions that are settled; leave out what can't matter.

    The expression is about a row of the entity.
    """
    match expression:
        case Path(path=(name,)):
            member = entity.member(name)
            known = _fold_computed(member) if isinstance(member, Computed) else expression
            return known if isinstance(known, Constant) else expression
        case Operation():
            return _settle(replace_operands(expression, lambda each: fold(each, entity)))
        case ValueList() | Call():
            return replace_operands(expression, lambda each: fold(each, entity))
        case Aggregation():
            rows = entity.model.entity(expression.entity)
            return replace_operands(expression, lambda each: fold(each, rows))
    return expression


@once_per_part
def _fold_computed(computed: Computed) -> Expression:
    return fold(computed.expression, computed.entity)


def is_truth(expression: Expression | None, *, truth: bool) -> bool:
    """Tell whether an expression is nothing but true, or false."""
    return isinstance(expression, Constant) and expression.value is truth


def _settle(operation: Expression) -> Expression:
    match operation:
        case Operation(operator="and" | "or" as word):
            return _join(operation, neutral=word == "and")
        case Operation(operator="not", operands=(Constant(value=value),)):
            return _make_truth(truth=not value)
        case Operation(operator="!=" | "not in" | "is not null" as word, operands=operands):
            found = _find_truth(OPPOSITES[word], operands)
            return operation if found is None else _make_truth(truth=not found)
        case Operation(operator=word, operands=operands, type="bool"):
            found = _find_truth(word, operands)
            return operation if found is None else _make_truth(truth=found)
    return operation


def _join(operation: Operation, *, neutral: bool) -> Expression:
    """Join what is open; one that is settled either doesn't count, or settles the whole."""
    if any(is_truth(each, truth=not neutral) for each in operation.operands):
        return _make_truth(truth=not neutral)
    kept = [each for each in operation.operands if not is_truth(each, truth=neutral)]
    if not kept:
        return _make_truth(truth=neutral)
    return kept[0] if len(kept) == 1 else replace(operation, operands=tuple(kept))


def _find_truth(word: str, operands: Sequence[Expression]) -> bool | None:
    """Find whether a comparison is true; None where that isn't settled."""
    match word, operands:
        case "is null", [Constant() | ChoiceValue() as operand]:
            return _is_missing(operand)
        case "in", [Constant() | ChoiceValue() as left, ValueList(list=items)]:
            known = [each for each in items if isinstance(each, Constant | ChoiceValue)]
            found = [_compare("=", left, each) for each in known]
            is_settled = len(found) == len(items) and None not in found
            return any(found) and not _is_missing(left) if is_settled else None
        case _, [Constant() | ChoiceValue() as left, Constant() | ChoiceValue() as right] if (
            word in _SIGNS
        ):
            return _compare(word, left, right)
    return None


def _compare(word: str, left: _Known, right: _Known) -> bool | None:
    missing = [_is_missing(left), _is_missing(right)]
    if any(missing):
        return word == "=" and all(missing)
    if isinstance(left, ChoiceValue) or isinstance(right, ChoiceValue):
        return left == right if word == "=" else None
    if left.type != right.type or left.type not in _COMPARED:
        return None
    if isinstance(left.value, str) and isinstance(right.value, str):
        return _SIGNS[word]((left.value > right.value) - (left.value < right.value))
    a, b = _read_number(left), _read_number(right)
    return _SIGNS[word]((a > b) - (a < b))


def _read_number(constant: Constant) -> Decimal:
    value = constant.value
    return Decimal(int(value) if isinstance(value, bool) else str(value))


def _is_missing(known: _Known) -> bool:
    return isinstance(known, Constant) and known.value in (None, "")


def _make_truth(*, truth: bool) -> Constant:
    return Constant(truth, type="bool")
