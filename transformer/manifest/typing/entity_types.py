"""The entities that expressions can name, with the types of their members."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from transformer.manifest.draft import Record
from transformer.manifest.entity_members import find_type, list_fields, list_members
from transformer.manifest.typing.nodes import ExpressionRecord, Node, read_node
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


def read_entities(manifest: Record) -> Mapping[str, Entity]:
    """Read the entities of a manifest, by name."""
    entities: list[Record] = manifest["entities"]
    read = (_read_entity(record, f"entities/{n}") for n, record in enumerate(entities))
    return {entity.name: entity for entity in read}


def _read_entity(record: Record, path: str) -> Entity:
    name: str = record["name"]
    # Of two members of one name, which is reported elsewhere, the first one counts.
    members = dict(reversed([*_read_members(record)]))
    return Entity(name, path, members, tuple(list_members(record)))


def _read_members(entity: Record) -> Iterator[tuple[str, Member]]:
    for part in ("fields", "computed", "relations"):
        records: list[Record] = entity.get(part, [])
        for record in records:
            name: str = record["name"]
            yield name, _read_member(record, name)
    if _IMPLIED_KEY in list_fields(entity):
        yield _IMPLIED_KEY, ValueType("uuid", title=_IMPLIED_KEY)


def _read_member(record: Record, name: str) -> Member:
    expression: ExpressionRecord | None = record.get("expression")
    if expression is not None:
        return read_node(expression)
    type_name = find_type(record)
    assert type_name, name
    target: str | None = record.get("target")
    if "kind" in record:
        return ValueType(type_name, entity=target)
    choices: list[dict[str, str]] = record.get("values", [])
    return ValueType(type_name, tuple(choice["value"] for choice in choices), target, name)
