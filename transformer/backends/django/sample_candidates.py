"""Values among which the emitted tests choose those of a row that keeps its entity's rules."""

from collections.abc import Iterator, Mapping

from transformer.backends.django.application import ModelClass
from transformer.backends.django.code import Code, make_list, make_literal
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.fields import ModelField
from transformer.backends.django.samples import list_samples
from transformer.backends.django.violations import is_built, list_own_fields
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import Constant, walk_expression

Candidates = Mapping[str, Code]
"""Attribute → a list of values; None for a value that isn't given."""


def list_ruled(made: ModelClass) -> list[ModelField]:
    """List the fields that the rules of an entity speak of and people can fill in."""
    spoken = dict.fromkeys(
        field
        for rule in made.entity.invariants
        if is_built(rule, made.entity, made.names)
        for field in list_own_fields(rule.condition, made.entity)
    )
    return [each for each in made.fields if each.field in spoken and each.field.input != "never"]


def make_candidates(made: ModelClass, makeable: set[Entity]) -> Candidates:
    """Make the values to try for each field that the rules speak of."""
    return {
        each.attribute: make_list(_list_candidates(each, makeable)) for each in list_ruled(made)
    }


def _list_literals(field: Field) -> Iterator[Constant]:
    """List what the rules that speak of a field compare something with."""
    for rule in field.entity.invariants:
        if field in list_own_fields(rule.condition, field.entity):
            yield from (
                each for each in walk_expression(rule.condition) if isinstance(each, Constant)
            )


def _list_candidates(field: ModelField, makeable: set[Entity]) -> Iterator[Code]:
    asked, said = field.field, list(_list_literals(field.field))
    if not asked.required and "filled" not in read_types()[asked.type]:
        yield make_literal(None)
    if not asked.is_reference or _can_make(asked, makeable):
        yield from dict.fromkeys(list_samples(field, said))


def _can_make(field: Field, makeable: set[Entity]) -> bool:
    """Tell whether a row can be made for a reference, and never asks for this row in turn."""
    target = field.target
    if field.required or target is None:
        return True
    return target in makeable and field.entity not in _list_reached(target)


def _list_reached(entity: Entity) -> set[Entity]:
    """List an entity and all that its references lead to."""
    reached: set[Entity] = set()
    waiting = [entity]
    while waiting:
        if (next_one := waiting.pop()) not in reached:
            reached.add(next_one)
            waiting += [each.target for each in next_one.fields if each.target is not None]
    return reached
