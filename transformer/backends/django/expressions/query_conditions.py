"""Conditions as what a query filters by."""

from collections.abc import Sequence

from transformer.backends.django.code import Code, make_literal, refer_to
from transformer.backends.django.expressions.comparisons import (
    ask_missing,
    choose,
    compare,
    exclude,
)
from transformer.backends.django.expressions.junctions import (
    join,
    make_condition,
    make_lookup,
    negate,
)
from transformer.backends.django.expressions.member_names import follow
from transformer.backends.django.expressions.operands import Operand, QueryScope
from transformer.backends.django.expressions.presence import is_known
from transformer.backends.django.expressions.query_values import compile_value, read_saved
from transformer.model.entities import Computed
from transformer.model.expressions import Expression, Operation, Path, ValueList


def compile_condition(expression: Expression, scope: QueryScope) -> Code:
    """Make the `Q` that is true exactly where a condition is.

    Raises LookupError where a path leads over what Django's models don't have.
    """
    return _state(expression, scope, wanted=True)


def _state(expression: Expression, scope: QueryScope, *, wanted: bool) -> Code:
    """Make the `Q` that is true exactly where a condition is as wanted."""
    match expression:
        case Operation() if is_known(expression):
            return _state_truth(scope.read_known(expression, scope), wanted=wanted)
        case Operation(operator="not", operands=(operand,)):
            return _state(operand, scope, wanted=not wanted)
        case Operation(operator="and" | "or" as word, operands=operands):
            parts = [_state(each, scope, wanted=wanted) for each in operands]
            return join("and" if (word == "and") == wanted else "or", parts)
        case Operation(type="bool"):
            return _state_operation(expression, scope, wanted=wanted)
        case Path() if saved := read_saved(expression, scope):
            return _state_truth(saved, wanted=wanted)
        case Path(path=path) if computed := _find_computed(path, scope):
            return _state_computed(*computed, wanted=wanted)
        case _:
            return _state_truth(compile_value(expression, scope), wanted=wanted)


def _state_operation(expression: Operation, scope: QueryScope, *, wanted: bool) -> Code:
    """Make the `Q` of an operator between values."""
    match expression:
        case Operation(operator="is null" | "is not null" as word, operands=(operand,)):
            missing = (word == "is null") == wanted
            return ask_missing(compile_value(operand, scope), wanted=missing)
        case Operation(operator="in" | "not in" as word, operands=(left, ValueList(list=items))):
            values = [compile_value(each, scope) for each in items]
            return choose(compile_value(left, scope), values, wanted=(word == "in") == wanted)
        case Operation(operator="contains", operands=(left, right)):
            operands = [compile_value(each, scope) for each in (left, right)]
            return _search(*operands, wanted=wanted)
        case Operation(
            operator="=" | "!=" | "<" | "<=" | ">" | ">=" as word, operands=(left, right)
        ):
            operands = [compile_value(each, scope) for each in (left, right)]
            return compare(word, *operands, wanted=wanted)
    raise TypeError(f"`{expression.operator}` isn't true or false")


def _search(text: Operand, part: Operand, *, wanted: bool) -> Code:
    function = "functions.HasItem" if text.type == "json" else "functions.HasText"
    found = make_condition(refer_to(function).call(text.code, part.code))
    return found if wanted else negate(found)


def _find_computed(path: Sequence[str], scope: QueryScope) -> tuple[Expression, QueryScope] | None:
    """Find the condition that a path leads to, and the rows that it is about.

    None where it leads to a field, or a method makes the condition.
    """
    rest, scope = follow(path, scope)
    member = scope.entity.member(rest[0])
    if not isinstance(member, Computed) or scope.call_method(member):
        return None
    return member.expression, scope


def _state_computed(expression: Expression, scope: QueryScope, *, wanted: bool) -> Code:
    """Make the `Q` of a condition about a row; where that isn't there, it is false."""
    condition = _state(expression, scope, wanted=wanted)
    if not scope.is_optional:
        return condition
    there = scope.ask_there() if wanted else negate(scope.ask_there())
    return join("and" if wanted else "or", [there, condition])


def _state_truth(operand: Operand, *, wanted: bool) -> Code:
    """Make the `Q` of a value that is true or false."""
    if operand.path and not (wanted or operand.is_nullable):
        return make_lookup(operand.path, make_literal(False))
    code = operand.code
    if operand.plain and operand.is_nullable:
        code = refer_to("models.Value").call(refer_to("bool").call(operand.plain))
    truth = make_literal(True)
    condition = make_lookup(operand.path, truth) if operand.path else make_condition(code)
    return condition if wanted else exclude(operand, condition)
