"""The entities that expressions can name, with the types of their members."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple, TypeAlias

from transformer.manifest.entity_members import find_type, list_fields, list_members
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.entity_drafts import Member as MemberDraft
from transformer.manifest.records.manifest_draft import ManifestDraft
from transformer.manifest.typing.nodes import Node, read_node
from transformer.manifest.typing.value_types import ValueType

_IMPLIED_KEY = "id"

Member: TypeAlias = ValueType | Node
"""A field or relation by its type, a computed value by the expression that it is computed by."""


class Entity(NamedTuple):
    """An entity, its path, and its members: fields, computed values, relations, the implied key."""

    name: str
    path: str
    members: Mapping[str, Member]
    known: tuple[str, ...]
    """The names of the members, in the order in which they are suggested."""


def read_entities(manifest: ManifestDraft) -> Mapping[str, Entity]:
    """Read the entities of a manifest, by name."""
    entities = manifest["entities"]
    read = (_read_entity(entity, f"entities/{n}") for n, entity in enumerate(entities))
    return {entity.name: entity for entity in read}


def _read_entity(draft: EntityDraft, path: str) -> Entity:
    # Of two members of one name, which is reported elsewhere, the first one counts.
    members = dict(reversed([*_read_members(draft)]))
    return Entity(draft["name"], path, members, tuple(list_members(draft)))


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
