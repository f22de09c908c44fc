"""What `model.ts` says of fields, computed values and relations."""

from collections.abc import Iterable

from transformer.backends.nextjs_frontend.kind_rows import (
    TEXT,
    KindRow,
    read_kinds,
    read_value_kinds,
)
from transformer.backends.nextjs_frontend.typescript import Literal
from transformer.model.entities import Computed, Member
from transformer.model.entity_fields import Choice, Field
from transformer.model.expressions import Path, ValueList
from transformer.model.relations import Relation


def declare_member(member: Member, *, is_offered: bool) -> dict[str, Literal]:
    """Declare a member: what it is called, and how its values are shown and entered."""
    said: dict[str, Literal] = {"title": member.title, "kind": read_kind(member)["kind"]}
    origin = _find_origin(member)
    if isinstance(origin, Field) and origin.values:
        said["choices"] = declare_choices(origin.values)
    if isinstance(origin, Field | Relation) and origin.target:
        said["target"] = origin.target.name
    if is_offered:
        said["offered"] = True
    if isinstance(member, Field):
        if member.nullable and "contains" in read_kind(member):
            said["nullable"] = True
        if member.currency:
            said["currency"] = member.currency
        if member.places is not None:
            said["places"] = member.places
    return said


def declare_choices(values: Iterable[Choice]) -> list[Literal]:
    """Declare the values of an enumeration, each with what people read."""
    return [[each.value, each.title] for each in values]


def read_kind(member: Member) -> KindRow:
    """Read what kind of value a member has."""
    match member:
        case Field():
            return read_kinds().get(member.type, TEXT)
        case Computed():
            expression = member.expression
            name = "json" if isinstance(expression, ValueList) else expression.type
            return read_value_kinds().get(name, TEXT)
    return {"kind": "references"}


def _find_origin(member: Member) -> Member:
    """Find the field whose value a computed one is, where it is just that."""
    if isinstance(member, Computed) and isinstance(member.expression, Path):
        return member.entity.follow(member.expression.path)[-1]
    return member
