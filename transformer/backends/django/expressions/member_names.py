"""Names of expressions as those of Django's models."""

from collections.abc import Sequence

from transformer.backends.django.names import Names
from transformer.model.entities import Computed, Entity, Relation
from transformer.model.entity_fields import Field


def name_member(member: Field | Relation, names: Names) -> str:
    """Name the attribute of a field, or of the one row of a relation.

    Raises LookupError where no reference makes the relation.
    """
    if isinstance(member, Field):
        return names.name_attribute(member)
    if member.via is None:
        raise LookupError(f"`{member.name}` has no reference that leads back")
    return names.inverses[member.via]


def list_attributes(person: Entity | None, path: Sequence[str], names: Names) -> list[str]:
    """List the attributes on the way from a person; those of Django's accounts stay as they are.

    Raises LookupError where a value on the way is computed.
    """
    attributes: list[str] = []
    entity = person
    for name in path:
        member = entity.member(name) if entity else None
        if isinstance(member, Computed):
            raise LookupError(f"`{name}` is computed")
        attributes.append(name_member(member, names) if member else name)
        entity = member.target if member else None
    return attributes


def find_way_back(relation: str, entity: Entity) -> Field:
    """Find the reference by which the rows of a relation refer to those of an entity.

    Raises LookupError where there is none.
    """
    for each in entity.relations:
        if each.name == relation and each.via is not None:
            return each.via
    for field in entity.incoming_references:
        if field.inverse is not None and field.inverse.name == relation:
            return field
    raise LookupError(f"`{relation}` has no reference that leads back")
