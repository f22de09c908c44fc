"""Conditions that a database can hold its rows to by itself.

A check counts what is neither true nor false as kept, where a condition of the language is false
when something is missing. So a comparison that needs a value asks for it as well.
"""

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from transformer.backends.django.code import Code
from transformer.backends.django.expressions.compiler import compile_filter
from transformer.backends.django.expressions.operands import TEXTS
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.names import Names
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import (
    ChoiceValue,
    Constant,
    Expression,
    Operation,
    Path,
    ValueList,
    walk_expression,
)
from transformer.model.folding import fold

_ORDERS = ("<", "<=", ">", ">=")
_OPPOSITES = ("!=", "not in")
_NUMBERS = ("+", "-", "*", "negative")
_GREATEST = 2**31 - 1  # of an integer: Django makes no SQL of comparisons with what is greater
_SPECIAL = ("json", "file", "duration")  # types that databases compare in ways of their own


class _BeyondError(Exception):
    """A part of a condition that no check can hold."""


def compile_check(condition: Expression, entity: Entity, names: Names) -> Code | None:
    """Make the `Q` of a check; None where a database can't hold its rows to the condition.

    It can't where that asks for other rows, for the time, or for what Django teaches databases.
    """
    try:
        folded = fold(_inline(condition, entity), entity)
        if isinstance(folded, Constant):
            return None
        stated = _Check(entity).state(folded, wanted=True)
        code = compile_filter(stated, entity, names)
    except (_BeyondError, LookupError):
        return None
    return None if "functions" in code.names or _is_settled(code) else code


def _is_settled(code: Code) -> bool:
    """Tell whether a part asks for one of no values: Django makes no SQL of that."""
    return any(isinstance(each, ast.List) and not each.elts for each in ast.walk(code.node))


def _inline(expression: Expression, entity: Entity) -> Expression:
    """Put what computed values are made of in their places."""
    match expression:
        case Path(path=(name,)):
            member = entity.member(name)
            return (
                _inline(member.expression, entity) if isinstance(member, Computed) else expression
            )
        case Operation(operands=operands):
            return replace(expression, operands=tuple(_inline(each, entity) for each in operands))
        case ValueList(list=items):
            return ValueList(tuple(_inline(each, entity) for each in items))
        case Constant() | ChoiceValue():
            return expression
    raise _BeyondError


@dataclass(frozen=True)
class _Check:
    """A check of an entity's rows, and the fields of which it only counts where they are there."""

    entity: Entity
    present: frozenset[str] = frozenset()

    def state(self, expression: Expression, *, wanted: bool) -> Expression:
        """Make the condition that is never unknown, to be true or, within a `not`, false."""
        match expression:
            case Operation(operator="not", operands=(operand,)):
                return replace(expression, operands=(self.state(operand, wanted=not wanted),))
            case Operation(operator="and" | "or" as word, operands=operands):
                guarded = _list_asked(operands, "is null" if word == "or" else "is not null")
                inner = replace(self, present=self.present.union(guarded))
                stated = [inner.state(each, wanted=wanted) for each in operands]
                return replace(expression, operands=tuple(_flatten(word, stated)))
            case Operation(operator="is null" | "is not null", operands=(Path() as path,)):
                self._read_field(path)
                return expression
            case Operation(operator=word, operands=(left, *others), type="bool"):
                self._check_values(word, left, others)
                is_strict = wanted != (word in _OPPOSITES)
                return self._require(expression, wanted=wanted) if is_strict else expression
            case Path(type="bool"):
                return self._require(expression, wanted=True) if wanted else expression
        raise _BeyondError

    def _check_values(self, word: str, left: Expression, others: Sequence[Expression]) -> None:
        """Hold against values that databases compare in other ways."""
        values = [left, *_list_values(others)]
        for each in values:
            self._check_value(each)
        ranked = [each for each in values if isinstance(each, Path) and each.type == "choice"]
        if word in _ORDERS and len(ranked) > 1:
            raise _BeyondError

    def _check_value(self, value: Expression) -> None:
        match value:
            case Path(type=kind):
                if kind in _SPECIAL or "operand" in read_types()[self._read_field(value).type]:
                    raise _BeyondError
            case Operation(operator=word, operands=operands, type="number") if word in _NUMBERS:
                for each in operands:
                    self._check_value(each)
            case Constant(value=int() | float() as number) if abs(number) > _GREATEST:
                raise _BeyondError
            case Constant(value=None) | Operation() | ValueList():
                raise _BeyondError

    def _require(self, expression: Expression, *, wanted: bool) -> Expression:
        """Make the comparison that also asks for the values that may be missing in it."""
        missing = list(dict.fromkeys(self._list_nullable(expression)))
        if not missing:
            return expression
        if isinstance(expression, Operation):
            self._check_sides(expression)
        if wanted:
            present = [Operation("is not null", (each,), type="bool") for each in missing]
            return Operation("and", (*present, expression), type="bool")
        absent = [Operation("is null", (each,), type="bool") for each in missing]
        return Operation("or", (*absent, expression), type="bool")

    def _check_sides(self, comparison: Operation) -> None:
        """Hold against what may be true although something in it is missing."""
        left, *others = comparison.operands
        if comparison.operator in _ORDERS:
            return
        is_loose = any(self._may_be_missing(each) for each in _list_values(others))
        is_list = isinstance(others[0], ValueList)
        if is_loose and (is_list or self._may_be_missing(left)):
            raise _BeyondError

    def _may_be_missing(self, value: Expression) -> bool:
        match value:
            case Path(type=kind) if kind in TEXTS and not self._read_field(value).required:
                return True
        return value == Constant("", type="text") or any(self._list_nullable(value))

    def _list_nullable(self, expression: Expression) -> Iterator[Path]:
        for each in walk_expression(expression):
            is_open = isinstance(each, Path) and each.path[0] not in self.present
            if isinstance(each, Path) and is_open and self._read_field(each).nullable:
                yield each

    def _read_field(self, path: Path) -> Field:
        member = self.entity.member(path.path[0])
        if isinstance(member, Field) and len(path.path) == 1:
            return member
        raise _BeyondError


def _flatten(word: str, operands: Iterable[Expression]) -> Iterator[Expression]:
    for each in operands:
        match each:
            case Operation(operator=operator, operands=inner) if operator == word:
                yield from inner
            case _:
                yield each


def _list_asked(operands: Sequence[Expression], word: str) -> Iterator[str]:
    """List the fields that some parts of a junction ask for by a word."""
    for each in operands:
        match each:
            case Operation(operator=operator, operands=(Path(path=(name,)),)) if operator == word:
                yield name


def _list_values(operands: Sequence[Expression]) -> Iterator[Expression]:
    for each in operands:
        yield from each.list if isinstance(each, ValueList) else [each]
