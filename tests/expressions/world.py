"""The records that expressions are about, as plain data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo
from typing import Any

Node = Mapping[str, Any]  # an expression, as the manifest has it
Row = Mapping[str, Any]  # field → None, or a plain value: of a reference, the key of its record


@dataclass(frozen=True)
class EntityInfo:
    """What is known of all records of an entity."""

    key: str = "id"
    references: Mapping[str, str] = field(default_factory=dict)  # field → entity
    many: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # name → entity, its field
    computed: Mapping[str, Node] = field(default_factory=dict)
    enums: Mapping[str, Sequence[str]] = field(default_factory=dict)  # field → values in order

    def find_target(self, name: str) -> str:
        """The entity that a reference, or a value computed from one, leads to."""
        if name in self.computed:
            return str(self.computed[name]["entity"])
        return self.references[name]


@dataclass(frozen=True)
class World:
    """All records of an app by entity and key, and who asks when."""

    entities: Mapping[str, EntityInfo]
    rows: Mapping[str, Mapping[Any, Row]]
    now: datetime
    timezone: tzinfo = UTC
    person: Any = None
    person_entity: str = "User"
    roles: frozenset[str] = frozenset()

    @property
    def today(self) -> date:
        """`today` is the day in the time zone of the app."""
        return self.now.astimezone(self.timezone).date()

    def find(self, entity: str, key: Any) -> "Record | None":
        """The record with the key, if it is there."""
        row = None if key is None else self.rows.get(entity, {}).get(key)
        return None if row is None else Record(self, entity, row)

    def list_records(self, entity: str) -> Iterator["Record"]:
        return (Record(self, entity, row) for row in self.rows.get(entity, {}).values())


@dataclass(frozen=True)
class Record:
    """A record that an expression is about; it needn't be in the world yet."""

    world: World
    entity: str
    row: Row = field(default_factory=dict)

    @property
    def info(self) -> EntityInfo:
        return self.world.entities[self.entity]


def describe_entities(manifest: Mapping[str, Any]) -> dict[str, EntityInfo]:
    """What a manifest says of its entities, as far as an expression can tell."""
    found = {entity["name"]: describe_entity(entity) for entity in manifest["entities"]}
    for name, entity, field_name, inverse in list_inverses(manifest):
        info = found[name]
        found[name] = replace(info, many={**info.many, inverse: (entity, field_name)})
    return found


def describe_entity(entity: Mapping[str, Any]) -> EntityInfo:
    fields, relations = entity["fields"], entity.get("relations", [])
    return EntityInfo(
        key=entity["key"],
        references={each["name"]: each["target"] for each in fields if "target" in each},
        many={each["name"]: (each["target"], each["via"]) for each in relations if "via" in each},
        computed={each["name"]: each["expression"] for each in entity.get("computed", [])},
        enums={
            each["name"]: [value["value"] for value in each["values"]]
            for each in fields
            if "values" in each
        },
    )


def list_inverses(manifest: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """An entity, an entity that refers to it, by which field, and what the inverse is called."""
    for entity in manifest["entities"]:
        for each in entity["fields"]:
            if each.get("target_kind") == "entity":
                yield each["target"], entity["name"], each["name"], each["inverse"]["name"]
