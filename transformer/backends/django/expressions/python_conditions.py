"""Expressions as conditions that Python asks of a row."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace

from transformer.backends.django.code import (
    Code,
    make_literal,
    make_texts,
    make_tuple,
    refer_to,
)
from transformer.backends.django.expressions.alignment import list_ranked
from transformer.backends.django.expressions.compiler_rows import (
    Comparison,
    read_expression_table,
)
from transformer.backends.django.expressions.python_nodes import (
    PythonScope,
    PythonValue,
    ask_none,
    compare_python,
    join_python,
    negate_python,
    read_or_none,
)
from transformer.backends.django.expressions.python_values import compile_python_value
from transformer.model.expressions import Expression, Operation, ValueList

_OPERATORS: Mapping[str, ast.cmpop] = {
    "Eq": ast.Eq(),
    "NotEq": ast.NotEq(),
    "Lt": ast.Lt(),
    "LtE": ast.LtE(),
    "Gt": ast.Gt(),
    "GtE": ast.GtE(),
}


def compile_python_condition(expression: Expression, scope: PythonScope) -> Code:
    """Make what Python takes for true exactly where a condition is.

    Raises LookupError where a path leads over what Django's models don't have.
    """
    match expression:
        case Operation(operator="not", operands=(operand,)):
            return negate_python(compile_python_condition(operand, scope))
        case Operation(operator="and" | "or" as word, operands=operands):
            return join_python(word, [compile_python_condition(each, scope) for each in operands])
        case Operation(type="bool"):
            return _compile_operation(expression, scope)
        case _:
            value = compile_python_value(expression, scope)
            guards = value.guards if value.is_computed else ()
            return join_python("and", [*guards, value.code])


def _compile_operation(expression: Operation, scope: PythonScope) -> Code:
    left, *others = expression.operands
    value = compile_python_value(left, scope)
    match expression.operator, others:
        case "is null", _:
            return ask_absence(value)
        case "is not null", _:
            return negate_python(ask_absence(value))
        case "in" | "not in" as word, [ValueList(list=items)]:
            chosen = _choose(value, [compile_python_value(each, scope) for each in items])
            return chosen if word == "in" else negate_python(chosen)
        case "contains", [right]:
            part = compile_python_value(right, scope)
            function = "functions.has_item" if value.type == "json" else "functions.has_text"
            return refer_to(function).call(value.code, part.code)
        case ("=" | "!=" | "<" | "<=" | ">" | ">=") as comparison, [right]:
            return _compare(comparison, value, compile_python_value(right, scope))
    raise TypeError(f"`{expression.operator}` isn't true or false")


def ask_absence(value: PythonValue) -> Code:
    """Ask whether a value is missing."""
    if not value.guards:
        return make_literal(False)
    return negate_python(join_python("and", value.guards))


def _compare(word: Comparison, left: PythonValue, right: PythonValue) -> Code:
    left, right = _align_days(left, right)
    operator = _OPERATORS[read_expression_table()["comparisons"][word]["python"]]
    if word in ("=", "!="):
        return _equate(read_or_none(left), operator, read_or_none(right))
    if left.type == "choice":
        values = left.values or right.values
        if right.literal is not None:
            ranked = list_ranked(word, values, right.literal)
            return compare_python(left.code, ast.In(), make_texts(ranked))
        left, right = (_rank(each, [v.value for v in values]) for each in (left, right))
    comparison = compare_python(left.code, operator, right.code)
    return join_python("and", [*left.guards, *right.guards, comparison])


def _equate(left: Code, operator: ast.cmpop, right: Code) -> Code:
    """Ask whether two values are equal, or aren't; what is true or false as people write it."""
    if _is_truth(left):
        left, right = right, left
    if _is_truth(right):
        operator = ast.Is() if isinstance(operator, ast.Eq) else ast.IsNot()
    return compare_python(left, operator, right)


def _is_truth(code: Code) -> bool:
    return isinstance(code.node, ast.Constant) and isinstance(code.node.value, bool)


def _rank(value: PythonValue, values: Sequence[str]) -> PythonValue:
    code = refer_to("functions.find_rank").call(value.code, make_texts(values))
    return PythonValue(code, "number", (ask_none(code, wanted=False),))


def _align_days(left: PythonValue, right: PythonValue) -> tuple[PythonValue, PythonValue]:
    """Make two days of a day and a moment."""
    if {left.type, right.type} != {"date", "datetime"}:
        return left, right
    return _read_day(left), _read_day(right)


def _read_day(value: PythonValue) -> PythonValue:
    if value.type == "date":
        return value
    code = refer_to("functions.read_day").call(value.code)
    before = value.guards if value.is_computed else ()  # of None it gives None
    guards = (*before, ask_none(code, wanted=False))
    return replace(value, code=code, type="date", guards=guards, is_computed=True)


def _choose(value: PythonValue, items: Sequence[PythonValue]) -> Code:
    """Ask whether a value is one of several; one that is missing equals nothing."""
    pairs = [_align_days(value, each) for each in items if each.type != "null"]
    if not pairs:
        return make_literal(False)
    if all(not right.guards and left is value for left, right in pairs):
        found = compare_python(value.code, ast.In(), make_tuple(right.code for _, right in pairs))
        return join_python("and", [*value.guards, found]) if value.is_computed else found
    equal = [
        join_python("and", [*right.guards, compare_python(left.code, ast.Eq(), right.code)])
        for left, right in pairs
    ]
    return join_python("and", [*value.guards, join_python("or", equal)])
