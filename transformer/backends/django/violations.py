"""Invariants as what a model's `clean` asks of a row before it is saved."""

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from transformer.backends.django.asked_people import compile_breach, is_about_people, refuse_asked
from transformer.backends.django.code import Code, make_literal, refer_to
from transformer.backends.django.expressions.compiler import compile_part
from transformer.backends.django.expressions.contradiction import unite
from transformer.backends.django.expressions.local_variables import list_values
from transformer.backends.django.expressions.member_names import find_link
from transformer.backends.django.expressions.python_nodes import ask_none, read_attribute
from transformer.backends.django.expressions.read_paths import list_paths
from transformer.backends.django.expressions.repeated_conditions import drop_repetitions
from transformer.backends.django.field_traits import FALSY, read_types
from transformer.backends.django.names import Names
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import Aggregation, Expression, Path, list_operands
from transformer.model.folding import fold, is_truth
from transformer.model.relations import Relation
from transformer.model.rules import Invariant


@dataclass(frozen=True, slots=True)
class Violation:
    """An invariant, what is true of a row that breaks it, and where people are told."""

    invariant: Invariant
    condition: Code
    attribute: str | None
    """The attribute of the only field that people can mend; None where it isn't one alone."""


def list_violations(entity: Entity, names: Names) -> list[Violation]:
    """List how rows of an entity can break its invariants, as far as these are built.

    One that asks who is signed in and isn't built lets nobody save anything.
    """
    return [
        _find_violation(each, entity, names)
        if is_built(each, entity, names)
        else Violation(each, refuse_asked(), None)
        for each in entity.invariants
        if (is_built(each, entity, names) or is_about_people(each.condition, entity, names))
        and not is_truth(fold(each.condition, entity), truth=True)
    ]


def is_built(invariant: Invariant, entity: Entity, names: Names) -> bool:
    """Tell whether Python can ask an invariant of a row."""
    try:
        compile_breach(invariant.condition, entity, names)
    except LookupError:
        return False
    return True


def _find_violation(invariant: Invariant, entity: Entity, names: Names) -> Violation:
    fields = list_own_fields(invariant.condition, entity)
    late = list_late(fields)
    # Of two moments that Django takes one after the other nobody knows the difference.
    foreseen = late[0] if len(late) == 1 else None
    present = _list_guards(invariant.condition, entity, names, foreseen)
    broken = compile_breach(invariant.condition, entity, names, foreseen)
    given = [names.name_attribute(each) for each in fields if each.input == "always"]
    links = dict.fromkeys(_list_own_links(invariant.condition, entity))
    given += map(names.name_link, links)
    attribute = given[0] if len(given) == 1 else None
    return Violation(invariant, drop_repetitions(unite([*present, broken])), attribute)


def list_late(fields: Iterable[Field]) -> list[Field]:
    """List the fields that get their value no sooner than their row is saved."""
    late = (each for each in fields if each.automatic in ("created", "updated"))
    return [each for each in late if not each.is_reference]


def _needs_value(field: Field) -> bool:
    """Tell whether a row can't be judged before the field has a value, which it has to have."""
    row = read_types()[field.type]
    is_never_none = "filled" in row or FALSY.intersection(row.get("words", "").split())
    return not (field.nullable or is_never_none)


def _list_guards(
    condition: Expression, entity: Entity, names: Names, foreseen: Field | None
) -> Iterator[Code]:
    """List what has to be there before a row can be judged; a path ends where it may end.

    Django asks also of rows in which it has found errors, such as a reference that leads nowhere.
    """
    paths = [_cut(each, entity) for each in list_paths(condition, entity)]
    for path in dict.fromkeys(each for each in paths if each):
        is_begun = any(len(path) < len(each) and each[: len(path)] == path for each in paths)
        if not is_begun and path != (foreseen,):
            yield _ask_present(path, names)


def _cut(path: Sequence[str], entity: Entity) -> tuple[Field, ...]:
    """Cut a path off before what a complete row may be without."""
    kept = list[Field]()
    for member in entity.follow(tuple(path)):
        if not isinstance(member, Field) or member.nullable:
            break
        kept.append(member)
    return tuple(kept) if len(kept) > 1 or any(map(_needs_value, kept)) else ()


def _ask_present(path: Sequence[Field], names: Names) -> Code:
    *way, last = map(names.name_attribute, path)
    end = f"{last}_id" if path[-1].is_reference else last
    return ask_none(read_attribute("self", [*way, end]), wanted=False)


def list_own_fields(expression: Expression, entity: Entity) -> list[Field]:
    """List the fields of its own row that an expression speaks of, each once, in order."""
    members = (entity.member(first) for first, *_ in list_paths(expression, entity))
    return list(dict.fromkeys(each for each in members if isinstance(each, Field)))


def _list_own_links(expression: Expression, entity: Entity) -> Iterator[Relation]:
    """List the links of its own row that an expression speaks of and a form asks for."""
    match expression:
        case Aggregation(relation=(name,)) if link := find_link(name, entity):
            yield from [link] if link.is_link and not link.readonly else []
        case Aggregation():
            return
        case Path(path=(name,)) if isinstance(computed := entity.member(name), Computed):
            yield from _list_own_links(computed.expression, entity)
        case _:
            for operand in list_operands(expression):
                yield from _list_own_links(operand, entity)


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
