"""Soft deletion: which records are put away, and among which values are unique."""

from collections.abc import Iterator

from transformer.model.entities import Entity
from transformer.model.entity_fields import Field


def is_soft(entity: Entity) -> bool:
    """Tell whether records are put away with their moment; those of people who sign in aren't."""
    removal, person = entity.soft_delete, entity.model.person.entity
    if removal is None or entity is person or removal.field.type != "datetime":
        return False
    by = removal.person
    return by is None or (by.is_reference and (by.target is person or by.target_kind == "account"))


def notes_removal(field: Field) -> bool:
    """Tell whether a field says when a record was put away, or by whom."""
    removal = field.entity.soft_delete
    noted = (removal.field, removal.person) if removal and is_soft(field.entity) else ()
    return field in noted


def list_fields_among_present(entity: Entity) -> Iterator[Field]:
    """List the fields whose values are unique among the records that aren't put away.

    Keys are unique among all, and so are references: each leads back to one record.
    """
    if is_soft(entity):
        for field in entity.fields:
            if field.unique != "no" and not (field.is_reference or field.is_key):
                yield field
