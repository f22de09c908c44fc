"""Constraints and indexes over several fields, with names that are stable and legal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from transformer.backends.django.asked_people import asks_person
from transformer.backends.django.code import (
    Code,
    make_literal,
    make_texts,
    parse_cell,
    refer_to,
)
from transformer.backends.django.expressions.checks import compile_check
from transformer.backends.django.names import Names
from transformer.backends.django.printing import spell
from transformer.backends.django.violations import list_late, list_own_fields
from transformer.diagnostics.resources import digest
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.removal import is_soft, list_fields_among_present
from transformer.model.rules import Invariant
from transformer.model.tenants import list_fields_per_tenant

PUT_AWAY = "away"
"""The end of the name of the index of the rows that are put away."""

_LONGEST_NAME = 30  # of an index: Oracle's limit, which Django holds all databases to

Key = tuple[str, bool]
"""A field to sort by, and whether its greatest value comes first."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """A constraint or index: the option of `Meta` it belongs to, its fields, and itself."""

    option: Literal["constraints", "indexes"]
    fields: tuple[str, ...]
    code: Code
    operation: Literal["AddConstraint", "AddIndex"]
    """The operation of a migration that adds it."""
    frozen: Code
    """Itself as a migration has it."""

    @property
    def argument(self) -> str:
        """The argument of the operation that takes it."""
        return "constraint" if self.option == "constraints" else "index"


def list_constraints(
    entity: Entity, names: Names, indexes: Iterable[tuple[Key, ...]]
) -> list[Constraint]:
    """List the constraints of an entity, then its indexes; of equal ones the first."""
    taken: set[str] = set()
    return [
        *_list_uniques(entity, names, taken),
        *_list_checks(entity, names, taken),
        *_list_indexes(entity, names, indexes, taken),
        *_list_put_away(entity, names, taken),
        *_list_since(entity, names, taken),
    ]


def _list_uniques(entity: Entity, names: Names, taken: set[str]) -> Iterator[Constraint]:
    attributes = names.entities[entity].attributes
    for fields in dict.fromkeys(list_unique_names(entity)):
        keys = [attributes[each] for each in fields]
        called = name_constraint(entity.slug, keys, "uniq", taken)
        if entity.soft_delete is not None and is_soft(entity):
            yield _declare_among_present(entity.soft_delete.field, fields, keys, called, names)
        else:
            code = _declare("UniqueConstraint", keys, called)
            yield Constraint("constraints", fields, code, "AddConstraint", code)


def _declare_among_present(
    moment: Field, fields: tuple[str, ...], keys: list[str], called: str, names: Names
) -> Constraint:
    """Declare what no two records share that aren't put away."""
    words = {
        "fields": make_texts(keys),
        "condition": parse_cell(f"models.Q({names.name_attribute(moment)}__isnull=True)", {}),
        "name": make_literal(called),
    }
    return Constraint(
        "constraints",
        (*fields, moment.name),
        refer_to("UniqueAmongPresent").call(**words),
        "AddConstraint",
        refer_to("models.UniqueConstraint").call(**words),
    )


def list_unique_names(entity: Entity) -> Iterator[tuple[str, ...]]:
    """List the fields whose values no two records share, or no two of a tenant."""
    own = () if entity.tenant is None else (entity.tenant.name,)
    for field in list_fields_per_tenant(entity):
        yield (*own, field.name)
    if entity.tenant is None:
        yield from ((field.name,) for field in list_fields_among_present(entity))
    for unique in entity.uniques:
        yield (*(each for each in own if each not in unique.field_names), *unique.field_names)


def _list_checks(entity: Entity, names: Names, taken: set[str]) -> Iterator[Constraint]:
    """List the invariants that the database can hold, of equal ones the first."""
    made: set[str] = set()
    for each in (each for each in entity.invariants if not asks_person(each.condition)):
        fields = list_own_fields(each.condition, entity)
        condition = compile_check(each.condition, entity, names)
        # Of two moments that Django takes one after the other nobody knows the difference.
        is_held = fields and condition and len(list_late(fields)) < 2
        if condition and is_held and (spelled := spell(condition)) not in made:
            made.add(spelled)
            keys = [names.name_attribute(field) for field in fields]
            words = _declare_check(each, condition, _name_check(entity, keys, spelled, taken))
            yield Constraint(
                "constraints",
                tuple(field.name for field in fields),
                refer_to("DatabaseCheck").call(**words),
                "AddConstraint",
                refer_to("models.CheckConstraint").call(**words),
            )


def _declare_check(invariant: Invariant, condition: Code, called: str) -> dict[str, Code | None]:
    # Django puts the name into the message at each `%`.
    message = invariant.message.replace("%", "%%")
    return {
        "condition": condition,
        "name": make_literal(called),
        "violation_error_code": make_literal(invariant.code) if invariant.code else None,
        "violation_error_message": make_literal(message),
    }


def _name_check(entity: Entity, keys: list[str], condition: str, taken: set[str]) -> str:
    """Name a check by its fields; one of several about the same fields also by what it says."""
    name = name_constraint(entity.slug, keys, "check", set())
    if name not in taken:
        taken.add(name)
        return name
    return name_constraint(entity.slug, keys, "check", taken, condition)


def _list_indexes(
    entity: Entity, names: Names, indexes: Iterable[tuple[Key, ...]], taken: set[str]
) -> Iterator[Constraint]:
    attributes = names.entities[entity].attributes
    for order in dict.fromkeys(indexes):
        keys = [f"{'-' * descending}{attributes[each]}" for each, descending in order]
        code = _declare("Index", keys, name_constraint(entity.slug, keys, "idx", taken))
        yield Constraint("indexes", tuple(each for each, _ in order), code, "AddIndex", code)


def _list_put_away(entity: Entity, names: Names, taken: set[str]) -> Iterator[Constraint]:
    """List the index of the records that are put away, which are few.

    Migrations know by it which those are, once nothing else says so.
    """
    if entity.soft_delete is not None and is_soft(entity):
        moment = entity.soft_delete.field
        key = names.name_attribute(moment)
        code = refer_to("models.Index").call(
            fields=make_texts([key]),
            condition=parse_cell(f"models.Q({key}__isnull=False)", {}),
            name=make_literal(name_constraint(entity.slug, [key], PUT_AWAY, taken)),
        )
        yield Constraint("indexes", (moment.name,), code, "AddIndex", code)


def _list_since(entity: Entity, names: Names, taken: set[str]) -> Iterator[Constraint]:
    """List the index by which the rows are found whose state changes by itself."""
    since, transitions = names.entities[entity].since, entity.transitions
    if since and transitions is not None:
        keys = [names.name_attribute(transitions.field), since]
        code = _declare("Index", keys, name_constraint(entity.slug, keys, "idx", taken))
        yield Constraint("indexes", (transitions.field_name,), code, "AddIndex", code)


def _declare(kind: str, keys: list[str], called: str) -> Code:
    return refer_to(f"models.{kind}").call(fields=make_texts(keys), name=make_literal(called))


def name_constraint(slug: str, keys: list[str], ending: str, taken: set[str], *further: str) -> str:
    """Make a stable name of legal length, and add it to those taken.

    Only a name that says exactly its parts goes without a digest of them, and of what is further
    told of it.

    >>> name_constraint("task", ["owner", "title"], "idx", set())
    'task_owner_title_idx'
    >>> name_constraint("task", ["-created_at"], "idx", set())
    'task_created_at_784f541_idx'
    """
    stem = "_".join([slug, *(key.lstrip("-") for key in keys)])
    name = f"{stem}_{ending}"
    plain = not any(key.startswith("-") for key in keys) and "_" not in slug
    if not plain or len(name) > _LONGEST_NAME or name in taken or further:
        start = stem[: _LONGEST_NAME - 9 - len(ending)].rstrip("_")
        name = f"{start}_{digest('/'.join([slug, *keys, *further]))[:7]}_{ending}"
    taken.add(name)
    return name
