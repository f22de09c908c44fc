"""Names of expressions as those of Django's models."""

from collections.abc import Sequence
from typing import Protocol, Self, TypeVar

from transformer.backends.django.names import Names
from transformer.model.entities import Computed, Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import Path
from transformer.model.relations import Relation


class Scope(Protocol):
    """The rows that an expression is about, in any dialect."""

    @property
    def entity(self) -> Entity:
        """The entity of the rows."""

    def enter(self, step: Field | Relation) -> Self:
        """Follow a reference, or a relation to one row."""


_Scope = TypeVar("_Scope", bound=Scope)


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


def follow(path: Sequence[str], scope: _Scope) -> tuple[Sequence[str], _Scope]:
    """Follow the references of a path; return the names left, and the scope that these are of.

    Two names are left where the first is a reference to an account of the framework.
    """
    path = expand_path(path, scope.entity)
    member = scope.entity.member(path[0])
    if len(path) == 1 or isinstance(member, Computed) or member.target is None:
        return path, scope
    return follow(path[1:], scope.enter(member))


def follow_relation(relation: Sequence[str], scope: _Scope) -> tuple[Field, _Scope]:
    """Follow the references before a relation; return the way back of it, and where it begins.

    Raises LookupError where a reference is computed, or no reference leads back.
    """
    last, scope = _follow_references(relation, scope)
    return find_way_back(last, scope.entity), scope


def follow_lookup(relation: Sequence[str], scope: _Scope, names: Names) -> tuple[str, _Scope]:
    """Follow the references before a relation; return what its rows are looked up by.

    Raises LookupError where a reference is computed, or nothing leads back.
    """
    last, scope = _follow_references(relation, scope)
    if link := find_link(last, scope.entity):
        return name_far_end(link, names), scope
    return names.name_attribute(find_way_back(last, scope.entity)), scope


def follow_link(relation: Sequence[str], scope: _Scope) -> tuple[Relation | None, _Scope]:
    """Follow the references before a relation; return it if it is one of links, and its start.

    Raises LookupError where a reference is computed.
    """
    last, scope = _follow_references(relation, scope)
    return find_link(last, scope.entity), scope


def find_link(name: str, entity: Entity) -> Relation | None:
    """Find the relation of links that has a name, at either of its ends."""
    links = (each for each in entity.relations if each.kind == "many_to_many")
    return next((each for each in links if each.name == name), None)


def name_far_end(link: Relation, names: Names) -> str:
    """Name the attribute by which the rows at the other end of a link lead back."""
    return names.inverses[link] if link.opposite is None else names.name_link(link.opposite)


def _follow_references(relation: Sequence[str], scope: _Scope) -> tuple[str, _Scope]:
    *references, last = relation
    for name in references:
        member = scope.entity.member(name)
        if isinstance(member, Computed):
            raise LookupError(f"`{name}` is computed")
        scope = scope.enter(member)
    return last, scope
