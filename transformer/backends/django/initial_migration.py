"""The first migration, straight from the manifest: what Django's autodetector would find.

The autodetector compares every model with every other and takes minutes at a thousand; a first
migration needs no comparison. That both agree is held by `makemigrations --check` in the tests.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from transformer.backends.django.constraints import list_rules
from transformer.backends.django.fields import FieldContext, declare_field
from transformer.backends.django.models import list_contexts, write_options
from transformer.backends.django.names import Names
from transformer.backends.django.printing import format_expression
from transformer.engine.literals import spell_string


@dataclass(frozen=True, slots=True)
class MigrationView:
    """A migration: the lines of its operations, and whether they refer to accounts."""

    operations: str
    needs_accounts: bool
    sources: list[str]
    """The expressions in it, for their imports."""


def view_migration(manifest: Mapping[str, Any], names: Names) -> MigrationView:
    """The migration that makes every model: those first to which others refer."""
    sources = list(_list_operations(manifest["entities"], names))
    fields = (field for entity in manifest["entities"] for field in entity["fields"])
    return MigrationView(
        operations="\n".join(format_expression(source, 8, suffix=",") for source in sources),
        needs_accounts=any(field.get("target_kind") == "account" for field in fields),
        sources=sources,
    )


def _list_operations(entities: Iterable[Mapping[str, Any]], names: Names) -> Iterator[str]:
    made: set[str] = set()
    deferred: list[str] = []
    for entity in sort_entities(entities):
        made.add(entity["name"])
        contexts = list_contexts(entity, names)
        late = {c.field["name"] for c in contexts if list_missing(c.field, made)}
        yield _create_model(entity, names, [c for c in contexts if c.field["name"] not in late])
        deferred += _defer(entity, names, [c for c in contexts if c.field["name"] in late])
    yield from deferred


def sort_entities(entities: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The entities, each behind those that it refers to, as far as circles allow."""
    waiting = {entity["name"]: entity for entity in entities}
    missing = {
        name: {t for field in entity["fields"] for t in list_missing(field, {name})}
        for name, entity in waiting.items()
    }
    needed_by: dict[str, list[str]] = {name: [] for name in waiting}
    for name, targets in missing.items():
        for target in targets:
            needed_by[target].append(name)
    ordered = []
    ready = deque(name for name in waiting if not missing[name])
    while waiting:
        name = ready.popleft() if ready else next(iter(waiting))
        if name not in waiting:
            continue
        ordered.append(waiting.pop(name))
        for other in needed_by[name]:
            missing[other].discard(name)
            ready += [other] if not missing[other] else []
    return ordered


def list_missing(field: Mapping[str, Any], made: Iterable[str]) -> list[str]:
    """The entity that the field refers to, unless it is among those made."""
    is_entity = field.get("target_kind") == "entity"
    return [field["target"]] if is_entity and field["target"] not in made else []


def _create_model(entity: Mapping[str, Any], names: Names, contexts: Iterable[FieldContext]) -> str:
    present = {context.field["name"] for context in contexts}
    options = write_options(entity, names, present)
    fields = (f"({spell_string(c.attribute)}, {declare_field(c, frozen=True)})" for c in contexts)
    pairs = (f"{spell_string(key)}: {source}" for key, source in options.items())
    name = spell_string(names.entities[entity["name"]].model)
    return (
        f"migrations.CreateModel(name={name}, fields=[{', '.join(fields)}], "
        f"options={{{', '.join(pairs)}}})"
    )


def _defer(entity: Mapping[str, Any], names: Names, contexts: list[FieldContext]) -> Iterator[str]:
    """What is added once all models are there: references in a circle, and rules over them."""
    model = spell_string(names.entities[entity["name"]].model.lower())
    for context in contexts:
        name, field = spell_string(context.attribute), declare_field(context, frozen=True)
        yield f"migrations.AddField(model_name={model}, name={name}, field={field})"
    late = {context.field["name"] for context in contexts}
    for rule in list_rules(entity, names):
        if late.intersection(rule.fields):
            yield f"migrations.{rule.operation}(model_name={model}, {rule.argument}={rule.source})"
