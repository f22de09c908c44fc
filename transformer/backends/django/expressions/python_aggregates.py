"""Aggregates as what Python asks the database for, for the sake of a row."""

import ast
from collections.abc import Sequence
from dataclasses import replace

from transformer.backends.django.code import Code, make_list, make_literal, parse_cell, refer_to
from transformer.backends.django.expressions.compiler_rows import find_aggregate_row
from transformer.backends.django.expressions.contradiction import unite
from transformer.backends.django.expressions.junctions import filter_rows
from transformer.backends.django.expressions.magnitudes import TOO_GREAT, count_greatest_of_rows
from transformer.backends.django.expressions.member_names import follow_link, follow_relation
from transformer.backends.django.expressions.operands import QueryScope, SavedRow
from transformer.backends.django.expressions.places import MOST_PLACES, count_places, has_too_many
from transformer.backends.django.expressions.python_nodes import (
    PythonScope,
    PythonValue,
    ask_none,
    choose_python,
    compare_python,
    make_known,
)
from transformer.backends.django.expressions.query_values import compile_value
from transformer.backends.django.expressions.widening import widen_taken
from transformer.model.expressions import Aggregation, Operation, Path


def compile_aggregate(expression: Aggregation, scope: PythonScope) -> PythonValue:
    """Make what asks the database for a value of many rows."""
    target = scope.entity.model.entity(expression.entity)
    inner = _ask_others(expression, scope)
    condition = inner.compile_condition(expression.where, inner) if expression.where else None
    everything = refer_to(f"{scope.names.name_model(target)}.objects")
    leaves_out_own = target is scope.saved and not _has_links(expression, scope)
    if leaves_out_own:
        everything = everything.get("exclude").call(pk=refer_to("self").get("pk"))
    rows = filter_rows(everything, condition, _relate(expression.relation or (), scope))
    taken = compile_value(expression.value, inner) if expression.value else None
    row = find_aggregate_row(expression.aggregate, taken.type if taken else "record")
    greatest = count_greatest_of_rows(row, taken.greatest if taken else 0)
    taken = widen_taken(taken, greatest)
    places = count_places(row, [taken.places] if taken else [], None)
    if has_too_many(row, places, greatest):
        places = min(places, MOST_PLACES)
    holes: dict[str, Code | str | None] = {"rows": rows, "taken": taken.code if taken else None}
    holes["places"] = make_literal(places)
    code = parse_cell(row["python"], holes)
    if leaves_out_own:
        code = _add(code, _count_own(expression, scope))
    may_be_none = "missing" in row or greatest >= TOO_GREAT
    guards = (ask_none(code, wanted=False),) if may_be_none else ()
    return PythonValue(code, expression.type, guards, places=places, greatest=greatest)


def _has_links(expression: Aggregation, scope: PythonScope) -> bool:
    """Tell whether an aggregate is about what a row is linked to.

    Raises LookupError where the row at hand may be among these, or may lend them its own links, as
    it was before.
    """
    link, start = follow_link(expression.relation, scope) if expression.relation else (None, scope)
    if link is None:
        return False
    is_counted = expression.aggregate == "count" and expression.where is None
    is_sure = start.is_at_hand and (is_counted or link.target is not scope.saved)
    if scope.saved in (link.target, start.entity) and scope.saved and not is_sure:
        raise LookupError(f"`{link.name}` may lead to what the row at hand was before")
    return True


def _ask_others(expression: Aggregation, scope: PythonScope) -> QueryScope:
    """Make the scope of the rows of an aggregate.

    Where the row at hand is about to be saved, they don't have what it will be.
    """
    inner = scope.queries.restart(scope.entity.model.entity(expression.entity))
    if scope.saved is None:
        return inner
    own, way = scope.leave(scope.saved), None
    is_own = scope.is_at_hand and len(expression.relation or ()) == 1
    if expression.relation and is_own and not _has_links(expression, scope):
        way, _ = follow_relation(expression.relation, scope)
    saved = SavedRow(own.entity, way, lambda path: make_known(own.compile_value(path, own)))
    return replace(inner, saved=saved)


def _count_own(expression: Aggregation, scope: PythonScope) -> Code:
    """Make what the row at hand itself adds to an aggregate of its entity's other rows.

    Raises LookupError where nothing can be added.
    """
    own = replace(scope.leave(scope.entity.model.entity(expression.entity)), is_complete=False)
    conditions = [*_ask_related(expression.relation or (), scope)]
    if expression.where:
        conditions.append(own.compile_condition(expression.where, own))
    match expression:
        case Aggregation(aggregate="count"):
            counted = make_literal(1)
        case Aggregation(aggregate="sum", type="number", value=Path() | Operation() as value):
            taken = own.compile_value(value, own)
            counted = taken.code
            conditions += taken.guards
        case _:
            raise LookupError(f"`{expression.aggregate}` has the row at hand as it was before")
    if not conditions:
        return counted
    return choose_python(unite(conditions), counted, make_literal(0))


def _ask_related(relation: Sequence[str], scope: PythonScope) -> list[Code]:
    """Ask whether the row at hand is among the rows of a relation."""
    if not relation:
        return []
    reference, scope = follow_relation(relation, scope)
    back = scope.names.name_attribute(reference)
    found = refer_to("self").get(f"{back}_id")
    is_same = compare_python(found, ast.Eq(), scope.read_key())
    is_there = ask_none(found, wanted=False)
    return [is_there] if scope.steps == (back,) else [is_there, is_same]


def _add(left: Code, right: Code) -> Code:
    return parse_cell("$a + $b", {"a": left, "b": right})


def _relate(relation: Sequence[str], scope: PythonScope) -> dict[str, Code]:
    """Make the condition on the rows that refer to the one at hand; none does before it is kept."""
    if not relation:
        return {}
    link, start = follow_link(relation, scope)
    if link is not None:
        row = start.read() if start.steps else refer_to(start.root)
        name = make_literal(scope.names.name_link(link))
        return {"pk__in": refer_to("list_linked").call(row, name)}
    reference, scope = follow_relation(relation, scope)
    back = scope.names.name_attribute(reference)
    key = scope.read_key()
    # A lookup by None asks for those that refer to nothing.
    is_never_none = not reference.nullable or (scope.is_sure and scope.steps)
    return {back: key} if is_never_none else {f"{back}__in": make_list([key])}
