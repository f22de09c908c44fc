"""The compiler: an expression about an entity's rows, for queries or for Python.

Raises LookupError where a path leads over what Django's models don't have.
"""

from collections.abc import Callable
from dataclasses import replace

from transformer.backends.django.code import Code, refer_to
from transformer.backends.django.expressions.alignment import settle
from transformer.backends.django.expressions.contradiction import contradict
from transformer.backends.django.expressions.local_variables import share_within
from transformer.backends.django.expressions.operands import Operand, QueryScope
from transformer.backends.django.expressions.python_conditions import compile_python_condition
from transformer.backends.django.expressions.python_nodes import (
    PythonScope,
    make_known,
    read_or_none,
)
from transformer.backends.django.expressions.python_values import compile_python_value
from transformer.backends.django.expressions.query_conditions import compile_condition
from transformer.backends.django.expressions.query_values import compile_value, make_truth
from transformer.backends.django.names import Names
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import Expression
from transformer.model.folding import fold


def compile_filter(condition: Expression, entity: Entity, names: Names) -> Code:
    """Make the `Q` that is true exactly where a condition about a row is."""
    return compile_condition(fold(condition, entity), _make_query_scope(entity, names))


def compile_annotation(expression: Expression, entity: Entity, names: Names) -> Code:
    """Make what a query adds to its rows for a value."""
    return settle(compile_operand(expression, entity, names))


def compile_operand(
    expression: Expression,
    entity: Entity,
    names: Names,
    find_computed: Callable[[Computed], Operand] | None = None,
) -> Operand:
    """Make what a query adds to its rows for a value, together with what is known of it.

    `find_computed` has the computed values that are left to methods.
    """
    scope = replace(_make_query_scope(entity, names), find_computed=find_computed)
    expression = fold(expression, entity)
    operand = compile_value(expression, scope)
    if operand.type == "bool" and operand.is_nullable:
        return make_truth(expression, scope)
    return operand


def compile_test(condition: Expression, entity: Entity, names: Names) -> Code:
    """Make what Python takes for true exactly where a condition about the row `self` is."""
    scope = _make_python_scope(entity, names)
    return share_within(compile_python_condition(fold(condition, entity), scope))


def compile_violation(
    condition: Expression, entity: Entity, names: Names, foreseen: Field | None = None
) -> Code:
    """Make what Python takes for true exactly where the row `self` breaks a condition.

    The row is about to be saved, whereby the field `foreseen` gets the current moment. Values that
    it needs have to be there, or the code may fail. Raises LookupError also where queries would
    have to know more of the row than what it was before.
    """
    scope = replace(_make_saved_scope(entity, names), foreseen=foreseen)
    return contradict(compile_python_condition(fold(condition, entity), scope))


def compile_part(expression: Expression, entity: Entity, names: Names) -> Code | None:
    """Make what such a condition computes for a value; None where it can't be built."""
    try:
        return compile_python_value(fold(expression, entity), _make_saved_scope(entity, names)).code
    except LookupError:
        return None


def compile_attribute(expression: Expression, entity: Entity, names: Names) -> Code:
    """Make what Python computes of the row `self`; None or an empty text where it is missing."""
    scope = _make_python_scope(entity, names)
    expression = fold(expression, entity)
    value = compile_python_value(expression, scope)
    if value.type == "bool":
        condition = compile_python_condition(expression, scope)
        return refer_to("bool").call(share_within(condition))
    return share_within(read_or_none(value))


def _make_query_scope(entity: Entity, names: Names) -> QueryScope:
    return QueryScope(entity, names, compile_condition, _read_known)


def _make_saved_scope(entity: Entity, names: Names) -> PythonScope:
    return replace(_make_python_scope(entity, names), saved=entity, is_complete=True)


def _make_python_scope(entity: Entity, names: Names) -> PythonScope:
    queries = _make_query_scope(entity, names)
    return PythonScope(entity, names, queries, compile_python_condition, compile_python_value)


def _read_known(expression: Expression, scope: QueryScope) -> Operand:
    """Make the operand for what Python knows before a query runs."""
    python = _make_python_scope(scope.entity, scope.names)
    return make_known(compile_python_value(expression, python))
