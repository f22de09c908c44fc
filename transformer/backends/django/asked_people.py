"""Invariants that ask who is signed in: what breaks them, and what holds where nobody is asked.

A part that asks for a person holds for superusers, and where code saves a row for nobody: also with
`not` before it.
"""

import ast
from collections.abc import Callable

from transformer.backends.django.code import Code, make_literal, refer_to
from transformer.backends.django.expressions.compiler import compile_violation
from transformer.backends.django.expressions.contradiction import unite
from transformer.backends.django.expressions.python_nodes import (
    ask_none,
    join_python,
    negate_python,
)
from transformer.backends.django.names import Names
from transformer.backends.django.rule_calls import list_roles, read_directly
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import (
    CurrentPerson,
    Expression,
    HasRole,
    Operation,
    walk_expression,
)

ASKED = "user"
"""The variable with whom an invariant asks for: None where nobody is asked."""


def asks_person(condition: Expression) -> bool:
    """Tell whether a condition asks something of whoever is signed in."""
    parts = walk_expression(condition)
    return any(isinstance(each, CurrentPerson | HasRole) for each in parts)


def asks_role(condition: Expression) -> bool:
    """Tell whether a condition asks for a role."""
    return any(isinstance(each, HasRole) for each in walk_expression(condition))


def compile_breach(
    condition: Expression, entity: Entity, names: Names, foreseen: Field | None = None
) -> Code:
    """Make what Python takes for true exactly where the row `self` breaks a condition.

    Raises LookupError where that can't be built, as by way of a computed value about people.
    """

    def compile_part(part: Expression) -> Code:
        code = compile_violation(part, entity, names, foreseen)
        if ASKED in code.names and not asks_person(part):
            raise LookupError("a computed value asks who is signed in")
        return code

    return _break(condition, compile_part, wanted=True)


def is_about_people(condition: Expression, entity: Entity, names: Names) -> bool:
    """Tell whether a condition asks who is signed in, by way of a computed value perhaps."""
    if asks_person(condition):
        return True
    try:
        return ASKED in compile_violation(condition, entity, names).names
    except LookupError:
        return False


def refuse_asked() -> Code:
    """Make what is true for whoever is asked: what can't be built holds for nobody else."""
    return ask_none(refer_to(ASKED), wanted=False)


def _break(
    condition: Expression, compile_part: Callable[[Expression], Code], *, wanted: bool
) -> Code:
    if not asks_person(condition):
        return compile_part(_turn(condition, wanted=wanted))
    if roles := list_roles(condition):
        has = refer_to("has_role").call(refer_to(ASKED), *map(make_literal, roles))
        return unite([refuse_asked(), negate_python(has) if wanted else has])
    match condition:
        case Operation(operator="not", operands=(operand,)):
            return _break(operand, compile_part, wanted=not wanted)
        case Operation(operator="and" | "or" as word, operands=operands):
            parts = [_break(each, compile_part, wanted=wanted) for each in operands]
            return join_python("or", parts) if (word == "and") == wanted else unite(parts)
    broken = compile_part(_turn(condition, wanted=wanted))
    return unite([refuse_asked(), read_directly(broken)])


def _turn(condition: Expression, *, wanted: bool) -> Expression:
    return condition if wanted else Operation("not", (condition,), type="bool")


def names_asked(code: Code) -> bool:
    """Tell whether code asks for a person."""
    return any(isinstance(each, ast.Name) and each.id == ASKED for each in ast.walk(code.node))
