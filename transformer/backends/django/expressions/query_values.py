"""Expressions as values that a query computes."""

import ast
from collections.abc import Sequence
from dataclasses import replace

from transformer.backends.django.code import Code, make_literal, parse_cell, refer_to
from transformer.backends.django.expressions.constants import make_constant
from transformer.backends.django.expressions.expression_rows import (
    ValueRow,
    read_expression_table,
)
from transformer.backends.django.expressions.operands import (
    MOST_PLACES,
    Operand,
    QueryScope,
    make_plain,
    read_field,
)
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import (
    Aggregation,
    Call,
    CurrentPerson,
    Expression,
    HasRole,
    Operation,
    Path,
    ValueList,
    ValueType,
)

_TRUTH = "Case(When($condition, then=Value(True)), default=Value(False))"


def compile_value(expression: Expression, scope: QueryScope) -> Operand:
    """Make the operand for a value.

    Raises LookupError where a path leads over what Django's models don't have.
    """
    match expression:
        case Path(path=path, type=kind):
            return _follow(path, kind, scope)
        case Operation(operator=operator, operands=operands, type=kind) if kind != "bool":
            return _compute(operator, [compile_value(each, scope) for each in operands], kind)
        case Call(function=function, arguments=arguments, type=kind):
            return _compute(function, [compile_value(each, scope) for each in arguments], kind)
        case Aggregation():
            return _aggregate(expression, scope)
        case CurrentPerson():
            return _read_person(expression, scope)
        case Operation() | HasRole():
            condition = scope.compile_condition(expression, scope)
            return Operand(parse_cell(_TRUTH, {"condition": condition}), "bool")
        case ValueList():
            raise TypeError("a list is no value")
        case _:
            return make_constant(expression)


def _follow(path: Sequence[str], kind: ValueType, scope: QueryScope) -> Operand:
    """Make the operand for what stands at the end of a path."""
    rest, scope = follow(path, scope)
    member = scope.entity.member(rest[0])
    if isinstance(member, Computed):
        return compile_value(member.expression, scope)
    if isinstance(member, Field) and len(rest) == 1:
        return read_field(member, scope, kind)
    found = "__".join([f"{scope.prefix}{scope.name(member)}", *rest[1:]])
    code = refer_to("F").call(make_literal(found))
    return Operand(code, kind, found, is_nullable=True, is_blank=kind == "text")


def follow(path: Sequence[str], scope: QueryScope) -> tuple[Sequence[str], QueryScope]:
    """Follow the references of a path; return the names left, and the scope that these are of.

    Two names are left where the first is a reference to an account of the framework.
    """
    member = scope.entity.member(path[0])
    if len(path) == 1 or isinstance(member, Computed) or member.target is None:
        return path, scope
    return follow(path[1:], scope.enter(member))


def _read_person(expression: CurrentPerson, scope: QueryScope) -> Operand:
    names: list[str] = []
    entity = scope.entity.model.person.entity
    for name in expression.person:
        member = entity.member(name) if entity else None
        if isinstance(member, Computed):
            raise LookupError(f"`{name}` is computed")
        names.append(scope.names.name_attribute(member) if isinstance(member, Field) else name)
        entity = member.target if member else None
    code = refer_to("follow").call(refer_to("user"), *map(make_literal, names or ["pk"]))
    person = make_plain(code, expression.type, is_nullable=True)
    return replace(person, is_blank=expression.type in ("text", "choice"))


def _compute(word: str, operands: Sequence[Operand], kind: ValueType) -> Operand:
    """Make the operand for what an operator or a function gives."""
    row = read_expression_table()["values"][word][" ".join(each.type for each in operands)]
    places = _count_places(row, operands)
    if all(each.plain and not each.may_be_missing for each in operands):
        codes = [each.plain for each in operands if each.plain]
        made = parse_cell(row["python"], _name_operands(codes, places))
        is_nullable = "missing" in row and not _is_never_zero(operands[-1])
        return replace(make_plain(made, kind, is_nullable=is_nullable), places=places)
    code = parse_cell(row["query"], _name_operands(list(map(_spell, operands)), places))
    missing = [each.may_be_missing for each in operands]
    result = Operand(
        code,
        kind,
        is_nullable=kind != "text" and (any(missing) or "missing" in row),
        is_blank=kind == "text" and all(missing),
        places=places,
        is_noisy=places > 0 and row.get("places") in ("most", "sum"),
    )
    return _limit(result)


def _aggregate(expression: Aggregation, scope: QueryScope) -> Operand:
    """Make the operand for a value of many rows, which a query of its own finds."""
    target = scope.entity.model.entity(expression.entity)
    inner = scope.restart(target)
    conditions = [scope.compile_condition(expression.where, inner)] if expression.where else []
    rows = refer_to(f"{scope.names.name_model(target)}.objects.filter").call(
        *conditions, **_relate(expression.relation or (), scope)
    )
    group = read_expression_table()["aggregates"][expression.aggregate]
    taken = compile_value(expression.value, inner) if expression.value else None
    row = group.get(taken.type if taken else "record") or group["other"]
    code = parse_cell(row["query"], {"rows": rows, "taken": taken.code if taken else None})
    places = _count_places(row, [taken] if taken else [])
    return _limit(
        Operand(
            code,
            expression.type,
            is_nullable="missing" in row,
            places=places,
            is_noisy=places > 0 and row.get("places") == "most",
        )
    )


def _relate(relation: Sequence[str], scope: QueryScope) -> dict[str, Code]:
    """Make the condition on the rows that refer to the one that an expression is about."""
    if not relation:
        return {}
    *references, last = relation
    for name in references:
        member = scope.entity.member(name)
        if isinstance(member, Computed):
            raise LookupError(f"`{name}` is computed")
        scope = scope.enter(member)
    outer = refer_to("OuterRef").call(make_literal(f"{scope.prefix}pk"))
    return {scope.names.name_attribute(_find_way_back(last, scope.entity)): outer}


def _find_way_back(name: str, entity: Entity) -> Field:
    """Find the reference by which the rows of a relation refer to those of an entity."""
    for relation in entity.relations:
        if relation.name == name and relation.via is not None:
            return relation.via
    for field in entity.incoming_references:
        if field.inverse is not None and field.inverse.name == name:
            return field
    raise LookupError(f"`{name}` has no reference that leads back")


def _limit(number: Operand) -> Operand:
    """Round a number that has too many places."""
    if number.places <= MOST_PLACES:
        return number
    code = refer_to("RoundHalfEven").call(number.code, make_literal(MOST_PLACES))
    return replace(number, code=code, places=MOST_PLACES, is_noisy=False)


def _count_places(row: ValueRow, operands: Sequence[Operand]) -> int:
    """Count the decimal places of what an operator gives."""
    places = [each.places for each in operands]
    match row.get("places"):
        case "most":
            return max(places)
        case "sum":
            return sum(places)
        case "six":
            return MOST_PLACES
        case "told":
            return _read_number(operands[-1])
        case _:
            return 0


def _is_never_zero(operand: Operand) -> bool:
    node = operand.plain.node if operand.plain else None
    return isinstance(node, ast.Constant) and node.value != 0


def _read_number(operand: Operand) -> int:
    node = operand.plain.node if operand.plain else None
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return node.value
    raise TypeError("a number of places is written as it is")


def _name_operands(codes: Sequence[Code], places: int) -> dict[str, Code | str | None]:
    holes: dict[str, Code | str | None] = {"places": make_literal(places)}
    return holes | dict(zip("ab", codes, strict=False))


def _spell(operand: Operand) -> Code:
    """Make what stands in a computation: the value itself, if Python knows it."""
    if operand.type == "text":
        whole = refer_to("Coalesce").call(operand.code, make_plain(make_literal(""), "text").code)
        return whole if operand.is_nullable else operand.code
    return operand.plain if operand.plain and not operand.is_nullable else operand.code
