"""The entities that expressions can name, with the types of their members."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple, TypeAlias

from transformer.manifest.completion.inverses import choose_inverses
from transformer.manifest.entity_members import (
    find_key,
    find_type,
    find_uniqueness,
    list_fields,
    list_members,
)
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.entity_drafts import Member as MemberDraft
from transformer.manifest.records.manifest_draft import ManifestDraft
from transformer.manifest.typing.nodes import Node, read_node
from transformer.manifest.typing.value_types import ValueType

_IMPLIED_KEY = "id"


class Relation(NamedTuple):
    """A relation of a record to others, by a line of its own or by the inverse of a reference."""

    entity: str
    """The name of the entity of the others."""
    is_many: bool


Member: TypeAlias = ValueType | Node
"""A field or relation by its type, a computed value by the expression that it is computed by."""


class Entity(NamedTuple):
    """An entity, its path, and its members: fields, computed values, relations, the implied key."""

    name: str
    path: str
    members: Mapping[str, Member]
    known: tuple[str, ...]
    """The names of the members, in the order in which they are suggested."""
    relations: Mapping[str, Relation]
    key: str = _IMPLIED_KEY

    def list_many(self) -> list[str]:
        """List the names that lead to many records."""
        return [name for name, relation in self.relations.items() if relation.is_many]

    def find_target(self, name: str) -> str | None:
        """Find the entity of the one record that a member leads to; None if it leads to none."""
        member = self.members.get(name)
        if isinstance(member, ValueType) and member.name == "record":
            return member.entity
        return None


def read_entities(manifest: ManifestDraft) -> Mapping[str, Entity]:
    """Read the entities of a manifest, by name."""
    inverses: dict[str, dict[str, Relation]] = {}
    for each in choose_inverses(manifest):
        relation = Relation(each.entity["name"], find_uniqueness(each.field) == "no")
        inverses.setdefault(each.field["target"], {})[each.name] = relation
    drafts = enumerate(manifest["entities"])
    read = (
        _read_entity(each, f"entities/{n}", inverses.get(each["name"], {})) for n, each in drafts
    )
    return {entity.name: entity for entity in read}


def _read_entity(draft: EntityDraft, path: str, inverses: Mapping[str, Relation]) -> Entity:
    # Of two members of one name, which is reported elsewhere, the first one counts.
    members = dict(reversed([*_read_members(draft)]))
    own = {
        each["name"]: Relation(each["target"], find_type(each) == "records")
        for each in draft.get("relations", ())
    }
    known, relations = tuple(list_members(draft)), {**own, **inverses}
    return Entity(draft["name"], path, members, known, relations, find_key(draft))


def _read_members(entity: EntityDraft) -> Iterator[tuple[str, Member]]:
    groups: tuple[Iterable[MemberDraft], ...] = (
        entity.get("fields", ()), entity.get("computed", ()), entity.get("relations", ())
    )  # fmt: skip
    for draft in chain.from_iterable(groups):
        yield draft["name"], _read_member(draft, draft["name"])
    if _IMPLIED_KEY in list_fields(entity):
        yield _IMPLIED_KEY, ValueType("uuid", title=_IMPLIED_KEY)


def _read_member(draft: MemberDraft, name: str) -> Member:
    if "expression" in draft:
        return read_node(draft["expression"])
    type_name = find_type(draft)
    assert type_name, name
    target = draft.get("target")
    if "kind" in draft:
        return ValueType(type_name, entity=target)
    choices = tuple(choice["value"] for choice in draft.get("values", ()))
    return ValueType(type_name, choices, target, name)
