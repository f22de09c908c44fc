"""Expressions as values that Python computes of a row."""

import ast
from collections.abc import Sequence
from dataclasses import replace

from transformer.backends.django.code import Code, make_literal, parse_cell, refer_to
from transformer.backends.django.expressions.compiler_rows import ValueRow, read_expression_table
from transformer.backends.django.expressions.constants import Known, make_constant
from transformer.backends.django.expressions.magnitudes import (
    TOO_GREAT,
    count_greatest,
    find_greatest,
)
from transformer.backends.django.expressions.member_names import follow
from transformer.backends.django.expressions.operands import TEXTS, find_places
from transformer.backends.django.expressions.places import (
    MOST_PLACES,
    count_places,
    has_too_many,
    is_never_zero,
)
from transformer.backends.django.expressions.presence import is_missing_without_record
from transformer.backends.django.expressions.python_aggregates import compile_aggregate
from transformer.backends.django.expressions.python_nodes import (
    PythonScope,
    PythonValue,
    ask_none,
    choose_python,
    compare_python,
    join_python,
    read_attribute,
)
from transformer.backends.django.field_traits import read_types
from transformer.model.entities import Computed
from transformer.model.entity_fields import Field
from transformer.model.expressions import (
    Aggregation,
    Call,
    ChoiceValue,
    CurrentPerson,
    Expression,
    HasRole,
    Operation,
    Path,
    ValueList,
    ValueType,
)


def compile_python_value(expression: Expression, scope: PythonScope) -> PythonValue:
    """Make what computes a value of the row `self`.

    Raises LookupError where a path leads over what Django's models don't have.
    """
    match expression:
        case Path(path=path, type=kind):
            return _follow(path, kind, scope)
        case Operation(operator=word, operands=operands, type=kind) if kind != "bool":
            return _compute(word, operands, kind, scope)
        case Call(function=word, arguments=operands, type=kind):
            return _compute(word, operands, kind, scope)
        case HasRole(role=role):
            return PythonValue(_ask_role(role, scope), "bool")
        case Operation():
            condition = scope.compile_condition(expression, scope)
            return PythonValue(refer_to("bool").call(condition), "bool")
        case CurrentPerson(person=names, type=kind):
            return _read_person(names, kind, scope)
        case Aggregation():
            return compile_aggregate(expression, scope)
        case ValueList():
            raise TypeError("a list is no value")
        case _:
            return _make_constant(expression)


def _make_constant(expression: Known) -> PythonValue:
    constant = make_constant(expression)
    literal = expression.choice if isinstance(expression, ChoiceValue) else None
    code = constant.plain or make_literal(None)
    guards = (make_literal(False),) if constant.may_be_missing else ()
    return PythonValue(
        code,
        constant.type,
        guards,
        places=constant.places,
        greatest=constant.greatest,
        literal=literal,
    )


def _follow(path: Sequence[str], kind: ValueType, scope: PythonScope) -> PythonValue:
    """Make what reads the end of a path."""
    rest, scope = follow(path, scope)
    member = scope.entity.member(rest[0])
    if isinstance(member, Computed):
        return _read_computed(member, scope)
    name = scope.name(member)
    if len(rest) > 1 or not isinstance(member, Field):
        return _guard(scope.read(name, *rest[1:] or ["pk"]), kind, is_optional=True)
    found = scope.read(f"{name}_id" if member.is_reference else name)
    is_there = scope.is_at_hand or scope.is_sure
    value = _guard(found, kind, is_optional=not is_there or member.nullable)
    if scope.is_sure and kind not in TEXTS:
        is_current = scope.is_at_hand and member is scope.foreseen
        value = _foresee(value, member, is_current=is_current)
    code = parse_cell(read_types()[member.type].get("read", "$value"), {"value": value.code})
    places = find_places(member)
    return replace(
        value,
        code=code,
        places=places,
        greatest=find_greatest(member, places),
        values=member.values or (),
    )


def _foresee(value: PythonValue, field: Field, *, is_current: bool) -> PythonValue:
    """Make the value that a field of a complete row has, or will have once that is saved."""
    if not is_current:
        return value if field.nullable else replace(value, guards=())
    current = parse_cell(read_expression_table()["types"][value.type]["current"])
    if field.automatic == "updated":
        return replace(value, code=current, guards=())
    return replace(value, code=join_python("or", [value.code, current]), guards=())


def _read_computed(computed: Computed, scope: PythonScope) -> PythonValue:
    """Make what computes a value, which is missing where its row is."""
    value = compile_python_value(computed.expression, scope)
    if value.type == "bool" and value.guards:
        condition = scope.compile_condition(computed.expression, scope)
        value = PythonValue(refer_to("bool").call(condition), "bool")
    is_there = scope.is_at_hand or scope.is_sure
    if is_there or is_missing_without_record(computed.expression):
        return value
    if value.type in TEXTS:
        code = choose_python(scope.ask_there(), value.code, make_literal(""))
        return replace(value, code=code, guards=(code,))
    return replace(value, guards=(scope.ask_there(), *value.guards), is_computed=True)


def _read_person(names: Sequence[str], kind: ValueType, scope: PythonScope) -> PythonValue:
    """Make what reads something about whoever is signed in."""
    person = scope.entity.model.person.entity
    if person is not None and names:
        return _follow(names, kind, scope.meet(person))
    return _guard(read_attribute("user", names or ["pk"]), kind, is_optional=True)


def _ask_role(role: str, scope: PythonScope) -> Code:
    field = scope.entity.model.person.role
    if field is None:
        return refer_to("has_role").call(refer_to("user"), make_literal(role))
    found = read_attribute("user", [scope.names.name_attribute(field)])
    return compare_python(found, ast.Eq(), make_literal(role))


def _guard(found: Code, kind: ValueType, *, is_optional: bool) -> PythonValue:
    """Make the value of an attribute, and ask whether it is there."""
    if kind not in TEXTS:
        return PythonValue(found, kind, (ask_none(found, wanted=False),))
    code = join_python("or", [found, make_literal("")]) if is_optional else found
    return PythonValue(code, kind, (found,))


def _compute(
    word: str, expressions: Sequence[Expression], kind: ValueType, scope: PythonScope
) -> PythonValue:
    """Make what an operator or a function gives."""
    operands = [compile_python_value(each, scope) for each in expressions]
    row = read_expression_table()["values"][word][" ".join(each.type for each in operands)]
    places = count_places(row, [each.places for each in operands], expressions[-1])
    holes: dict[str, Code | str | None] = {"places": make_literal(places)}
    holes.update(zip("ab", (each.code for each in operands), strict=False))
    code = parse_cell(row["python"], holes)
    if kind == "text":
        return PythonValue(code, kind, (code,))
    greatest = count_greatest(row, [each.greatest for each in operands], operands[-1].places)
    guards = tuple(guard for each in operands for guard in each.guards)
    words = row.get("missing", "").split()
    if "zero" in words and not is_never_zero(operands[-1].code):
        guards = (*guards, operands[-1].code)
    if "none" in words:
        guards = (*guards, ask_none(code, wanted=False))
    result = PythonValue(code, kind, guards, is_computed=True, places=places, greatest=greatest)
    return _limit(result, row)


def _limit(number: PythonValue, row: ValueRow) -> PythonValue:
    """Round a number that has too many places, or may have too many digits."""
    if not has_too_many(row, number.places, number.greatest):
        return number
    places, code, guards = min(number.places, MOST_PLACES), number.code, number.guards
    if "rounds" not in row:
        code = refer_to("functions.round_half_even").call(code, make_literal(places))
    if number.greatest >= TOO_GREAT:
        guards = (*guards, ask_none(code, wanted=False))
    greatest = min(number.greatest, TOO_GREAT)
    return replace(number, code=code, places=places, greatest=greatest, guards=guards)
