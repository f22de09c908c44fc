"""Invariants as what a model's `clean` asks of a row before it is saved."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transformer.backends.django.code import Code, make_literal, refer_to
from transformer.backends.django.expressions.compiler import compile_part, compile_violation
from transformer.backends.django.expressions.contradiction import unite
from transformer.backends.django.expressions.folding import fold, is_truth
from transformer.backends.django.expressions.local_variables import list_values
from transformer.backends.django.expressions.member_names import expand_path, find_way_back
from transformer.backends.django.expressions.python_nodes import ask_none
from transformer.backends.django.field_traits import FALSY, read_types
from transformer.backends.django.names import Names
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import (
    Aggregation,
    CurrentPerson,
    Expression,
    HasRole,
    Path,
    list_operands,
    walk_expression,
)
from transformer.model.rules import Invariant


@dataclass(frozen=True, slots=True)
class Violation:
    """An invariant, what is true of a row that breaks it, and where people are told."""

    invariant: Invariant
    condition: Code
    attribute: str | None
    """The attribute of the only field that people can mend; None where it isn't one alone."""


def list_violations(entity: Entity, names: Names) -> list[Violation]:
    """List how rows of an entity can break its invariants, as far as these are built."""
    return [
        _find_violation(each, entity, names)
        for each in entity.invariants
        if is_built(each, entity, names) and not is_truth(fold(each.condition, entity), truth=True)
    ]


def is_about_people(invariant: Invariant) -> bool:
    """Tell whether an invariant asks who is signed in, which nothing enforces yet."""
    parts = walk_expression(invariant.condition)
    return any(isinstance(each, CurrentPerson | HasRole) for each in parts)


def is_built(invariant: Invariant, entity: Entity, names: Names) -> bool:
    """Tell whether Python can ask an invariant of a row by itself."""
    try:
        return "user" not in compile_violation(invariant.condition, entity, names).names
    except LookupError:
        return False


def _find_violation(invariant: Invariant, entity: Entity, names: Names) -> Violation:
    fields = list_own_fields(invariant.condition, entity)
    late = list_late(fields)
    # Of two moments that Django takes one after the other nobody knows the difference.
    foreseen = late[0] if len(late) == 1 else None
    needed = [each for each in fields if each is not foreseen and _needs_value(each)]
    present = [_ask_present(each, names) for each in needed]
    broken = compile_violation(invariant.condition, entity, names, foreseen)
    given = [each for each in fields if each.input == "always"]
    attribute = names.name_attribute(given[0]) if len(given) == 1 else None
    return Violation(invariant, unite([*present, broken]), attribute)


def list_late(fields: Iterable[Field]) -> list[Field]:
    """List the fields that get their value no sooner than their row is saved."""
    late = (each for each in fields if each.automatic in ("created", "updated"))
    return [each for each in late if not each.is_reference]


def _needs_value(field: Field) -> bool:
    """Tell whether a row can't be judged before the field has a value, which it has to have."""
    row = read_types()[field.type]
    is_never_none = "filled" in row or FALSY.intersection(row.get("words", "").split())
    return not (field.nullable or is_never_none)


def _ask_present(field: Field, names: Names) -> Code:
    name = names.name_attribute(field)
    attribute = f"{name}_id" if field.is_reference else name
    return ask_none(refer_to("self").get(attribute), wanted=False)


def list_own_fields(expression: Expression, entity: Entity) -> list[Field]:
    """List the fields of its own row that an expression speaks of, each once, in order."""
    return list(dict.fromkeys(_walk_fields(expression, entity)))


def _walk_fields(expression: Expression, entity: Entity) -> Iterator[Field]:
    match expression:
        case Path(path=(name, *_)):
            member = entity.member(name)
            if isinstance(member, Computed):
                yield from _walk_fields(member.expression, entity)
            elif isinstance(member, Field):
                yield member
        case Aggregation(relation=(name, _, *_)):
            yield from _walk_fields(Path((name,), type="record"), entity)
        case Aggregation(relation=(name,)):
            yield from _walk_back(expression, name, entity)
        case Aggregation():
            return
        case _:
            for operand in list_operands(expression):
                yield from _walk_fields(operand, entity)


def _walk_back(aggregation: Aggregation, relation: str, entity: Entity) -> Iterator[Field]:
    """List the fields of its own row that an aggregate comes back to from the rows that it takes.

    Those of an aggregate that can't be built aren't listed.
    """
    try:
        way = find_way_back(relation, entity)
        rows = entity.model.entity(aggregation.entity)
        for path in list_operands(aggregation):
            for back in list(_list_returns(path, way, rows)):
                yield from _walk_fields(back, entity)
    except LookupError:
        return


def _list_returns(expression: Expression, way: Field, entity: Entity) -> Iterator[Path]:
    """List the ends of the paths that lead over a reference first."""
    match expression:
        case Path(path=path, type=kind):
            first, *rest = expand_path(path, entity)
            member = entity.member(first)
            if isinstance(member, Computed):
                yield from _list_returns(member.expression, way, entity)
            elif member is way and rest:
                yield Path(tuple(rest), type=kind)
        case Aggregation():
            return
        case _:
            for operand in list_operands(expression):
                yield from _list_returns(operand, way, entity)


def name_computed(entity: Entity, names: Names) -> dict[str, str]:
    """Name what invariants compute for computed values, by its dump."""
    if not entity.invariants:
        return {}
    attributes = names.entities[entity].computed
    found = ((compile_part(each.expression, entity, names), each.name) for each in entity.computed)
    return {
        ast.dump(code.node): attributes[name] for code, name in found if code and list_values(code)
    }


def make_refusal(violation: Violation) -> Code:
    """Make the error that people get to see."""
    said = violation.invariant
    return refer_to("ValidationError").call(
        make_literal(said.message), code=make_literal(said.code) if said.code else None
    )
