"""Names of expressions as those of Django's models."""

from collections.abc import Sequence

from transformer.backends.django.names import Names
from transformer.model.entities import Computed, Entity, Relation
from transformer.model.entity_fields import Field
from transformer.model.expressions import Path


def name_member(member: Field | Relation, names: Names) -> str:
    """Name the attribute of a field, or of the one row of a relation.

    Raises LookupError where no reference makes the relation.
    """
    if isinstance(member, Field):
        return names.name_attribute(member)
    if member.via is None:
        raise LookupError(f"`{member.name}` has no reference that leads back")
    return names.inverses[member.via]


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


def expand_path(path: Sequence[str], entity: Entity) -> Sequence[str]:
    """Put the path that a computed record stands for in the place of its name.

    Raises LookupError where it stands for anything but a path.
    """
    member = entity.member(path[0])
    if len(path) == 1 or not isinstance(member, Computed):
        return path
    if not isinstance(member.expression, Path):
        raise LookupError(f"`{path[0]}` is computed, and no path")
    return expand_path((*member.expression.path, *path[1:]), entity)
