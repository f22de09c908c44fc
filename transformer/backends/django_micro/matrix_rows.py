"""The rows of the emitted matrix test: what is tried in the fields that rules ask for."""

from collections.abc import Iterator, Sequence

from transformer.backends.django.application import Application, ModelClass
from transformer.backends.django.code import Code, make_dict, make_list, make_literal, refer_to
from transformer.backends.django.expressions.read_paths import list_paths
from transformer.backends.django.fields import ModelField
from transformer.backends.django.samples import list_makeable, list_samples, make_sample, name_maker
from transformer.backends.django.violations import list_own_fields
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import Constant, Expression, walk_expression
from transformer.model.removal import is_soft
from transformer.model.rights import OPERATIONS, join_rules, list_rights_fields
from transformer.model.variants import list_variants

Way = tuple[Field, ...]
"""Fields that lead from a row to a value."""


def list_rows(application: Application) -> Iterator[Code]:
    """List how the rows of each entity are made and varied."""
    makeable = list_makeable(application.model.entities)
    for entity, made in application.classes.items():
        if entity in makeable:
            maker, values = refer_to(name_maker(made.name)), _make_values(made, application)
            yield refer_to("matrix.Rows").call(refer_to(made.name), maker, make_dict(values))


def _make_values(made: ModelClass, application: Application) -> Iterator[tuple[str, Code]]:
    conditions = [join_rules(made.entity, each) for each in OPERATIONS]
    conditions += _list_scopes(made.entity)
    ways = [way for each in conditions for way in _list_ways(each, made.entity)]
    removal = made.entity.soft_delete
    if removal is not None and is_soft(made.entity):
        ways.append((made.entity.field(removal.field_name),))
    ways += [(each,) for each in _list_companions(made.entity, [w[0] for w in ways])]
    constants = [*_list_constants(conditions), *_list_constants(_list_invariants(made.entity))]
    for way in dict.fromkeys(ways):
        name = ".".join(map(application.names.name_attribute, way))
        yield name, make_list(_list_values(application.find_field(way[-1]), constants))


def _list_scopes(entity: Entity) -> Iterator[Expression]:
    """List the conditions by which pages leave out records."""
    surfaces = entity.model.surfaces_of(entity)
    variants = (each for page in surfaces for each in list_variants(page))
    yield from (each.scope for each in variants if each.scope is not None)


def _list_values(field: ModelField, constants: Sequence[Constant]) -> Iterator[Code]:
    """List what is tried in a field; the test itself finds what a reference may have."""
    if field.field.is_reference:
        return
    yield from dict.fromkeys(list_samples(field, constants))
    if field.field.nullable:
        yield make_literal(None)


def _list_ways(condition: Expression, entity: Entity) -> Iterator[Way]:
    for path in list_paths(condition, entity):
        way = tuple(member for member in entity.follow(path) if isinstance(member, Field))
        if len(way) == len(path) and not way[-1].is_key:
            yield way


def _list_companions(entity: Entity, fields: Sequence[Field]) -> Iterator[Field]:
    """List the fields of the invariants that speak of some fields: these have to go with them."""
    for each in _list_invariants(entity):
        own = list_own_fields(each, entity)
        if set(own) & set(fields):
            yield from (field for field in own if not field.is_key)


def _list_invariants(entity: Entity) -> list[Expression]:
    return [each.condition for each in entity.invariants]


def _list_constants(conditions: Sequence[Expression]) -> Iterator[Constant]:
    for condition in conditions:
        yield from (each for each in walk_expression(condition) if isinstance(each, Constant))


def make_person_values(application: Application) -> Code:
    """Make what people have of what rules ask of them, beside their role."""
    person = application.model.person
    asked = [each for each in list_rights_fields(application.model) if each is not person.role]
    fields = [each for each in asked if each.unique == "no"]  # nobody has that of another
    made = map(application.find_field, fields)
    return make_dict((each.attribute, make_sample(each, 1)) for each in made)
