"""The first migration, straight from the model: what Django's autodetector would find.

The autodetector compares every model with every other and takes minutes at a thousand; a first
migration needs no comparison. That both agree is held by `makemigrations --check` in the tests.
"""

from collections import deque
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from transformer.backends.django.accounts import (
    STAND_IN,
    declare_key,
    declare_missing,
    is_person,
    list_stand_in_options,
)
from transformer.backends.django.application import Application, ModelClass
from transformer.backends.django.code import (
    Code,
    make_dict,
    make_list,
    make_literal,
    make_tuple,
    refer_to,
)
from transformer.backends.django.fields import ModelField, declare_field
from transformer.backends.django.many_to_many import Link, declare_link, declare_members
from transformer.backends.django.models import make_options
from transformer.backends.django.printing import print_code
from transformer.backends.django.state_moments import declare_since
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field


@dataclass(frozen=True, slots=True)
class MigrationView:
    """A migration: the lines of its operations."""

    operations: str
    used: frozenset[str]
    """The names that its operations refer to."""


def view_migration(application: Application) -> MigrationView:
    """Make the migration that makes every model: those first to which others refer."""
    used: set[str] = set()
    lines = []
    for code in _list_operations(application):
        used |= code.names
        lines.append(print_code(code, 8, suffix=","))
    return MigrationView(operations="\n".join(lines), used=frozenset(used))


def _list_operations(application: Application) -> Iterator[Code]:
    if application.model.person.entity is None:
        yield _create_stand_in()
    made: set[Entity] = set()
    deferred: list[Code] = []
    for entity in sort_entities(application.model.entities):
        made.add(entity)
        model = application.classes[entity]
        late = [each for each in model.fields if _is_missing(each.field, made)]
        links = [each for each in model.links if each.relation.target not in made]
        fields = [each for each in model.fields if each not in late]
        yield _create_model(model, fields, [each for each in model.links if each not in links])
        deferred += [*_defer(model, late), *(_add_link(model, each) for each in links)]
    yield from deferred


def sort_entities(entities: Iterable[Entity]) -> list[Entity]:
    """Sort entities, each behind those that it refers to, as far as cycles allow."""
    waiting = dict.fromkeys(entities)
    missing = {each: set(_list_targets(each)) - {each} for each in waiting}
    needed_by: dict[Entity, list[Entity]] = {each: [] for each in waiting}
    for entity, targets in missing.items():
        for target in targets:
            needed_by[target].append(entity)
    ordered = []
    ready = deque(entity for entity in waiting if not missing[entity])
    while waiting:
        entity = ready.popleft() if ready else next(iter(waiting))
        if entity not in waiting:
            continue
        del waiting[entity]
        ordered.append(entity)
        for other in needed_by[entity]:
            missing[other].discard(entity)
            ready += [other] if not missing[other] else []
    return ordered


def _list_targets(entity: Entity) -> Iterator[Entity]:
    yield from (field.target for field in entity.fields if field.target is not None)
    yield from (link.target for link in entity.links)


def _is_missing(field: Field, made: Container[Entity]) -> bool:
    """Tell whether the field refers to an entity that isn't among those made."""
    return field.target is not None and field.target not in made


def _create_model(model: ModelClass, fields: Iterable[ModelField], links: Iterable[Link]) -> Code:
    fields = list(fields)
    options = make_options(model, {each.field.name for each in fields})
    declared = [*declare_members(fields, links, frozen=True).items()]
    declared += declare_since(model)
    declared += declare_missing(model.entity) if is_person(model.entity) else []
    return _write_creation(model.name, declared, options)


def _create_stand_in() -> Code:
    """Make the model of the people who sign in where no entity does."""
    declared = [("id", declare_key()), *declare_missing(None)]
    return _write_creation(STAND_IN, declared, list_stand_in_options())


def _write_creation(
    name: str, declared: Iterable[tuple[str, Code]], options: Mapping[str, Code]
) -> Code:
    pairs = (make_tuple([make_literal(attribute), code]) for attribute, code in declared)
    return refer_to("migrations.CreateModel").call(
        name=make_literal(name), fields=make_list(pairs), options=make_dict(options.items())
    )


def _add_link(model: ModelClass, link: Link) -> Code:
    return refer_to("migrations.AddField").call(
        model_name=make_literal(model.name.lower()),
        name=make_literal(link.attribute),
        field=declare_link(link, frozen=True),
    )


def _defer(model: ModelClass, late: list[ModelField]) -> Iterator[Code]:
    """Defer what needs all models to be there: references in a cycle, and rules over them."""
    name = make_literal(model.name.lower())
    for each in late:
        yield refer_to("migrations.AddField").call(
            model_name=name,
            name=make_literal(each.attribute),
            field=declare_field(each, frozen=True),
        )
    names = {each.field.name for each in late}
    for rule in model.constraints:
        if names.intersection(rule.fields):
            operation = refer_to(f"migrations.{rule.operation}")
            yield operation.call(model_name=name, **{rule.argument: rule.frozen})
