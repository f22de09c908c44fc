"""The fields that an expression about a record can speak of, at each distance."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.expressions.sizes import FIELDS, NAMED, NOTHING, Size

FARTHEST = 3
# What the values of a field are like, where the type of the field is called otherwise.
KINDS = {
    **dict.fromkeys(["str", "text", "email", "url", "slug", "timezone"], "text"),
    **dict.fromkeys(["int", "float", "decimal", "money"], "number"),
    "enum": "choice",
    "ref": "record",
}


@dataclass(frozen=True)
class Path:
    """A field or a computed value, by way of references from a record."""

    text: str
    kind: str
    values: Sequence[str] = ()  # of a `choice`
    target: str = ""  # of a `record`
    is_computed: bool = False

    @property
    def size(self) -> Size:
        name = self.text.split(".")[-1]
        known = NAMED if self.kind in ("number", "duration") else {}
        return known.get(name) or FIELDS.get(self.kind, NOTHING)

    def put_behind(self, way: str) -> "Path":
        return replace(self, text=way + self.text)


# By type, then by the number of references.
Paths = Mapping[str, Mapping[int, Sequence[Path]]]
# The ways to many records, and of which entity these are, by the number of references.
Relations = Mapping[int, Sequence[tuple[str, str]]]


@dataclass(frozen=True)
class Scope:
    """What can be named in an expression about a record of an entity."""

    entity: str
    paths: Paths
    person: Paths  # of whoever is signed in
    relations: Relations
    roles: Sequence[str]

    def list_all(self, kind: str) -> list[Path]:
        return [path for paths in self.paths.get(kind, {}).values() for path in paths]


def build_scopes(manifest: Mapping[str, Any]) -> dict[str, Scope]:
    """The scope of each entity."""
    members = {entity["name"]: list_members(manifest, entity) for entity in manifest["entities"]}
    relations = {
        entity["name"]: list_relations(manifest, entity) for entity in manifest["entities"]
    }
    person = manifest["person"]["entity"]
    field = next(each for each in members[person] if each.text == manifest["person"]["role"])
    return {
        name: Scope(
            name,
            sort_paths(members, name),
            sort_paths(members, person, "current_user."),
            reach_relations(members, relations, name),
            field.values,
        )
        for name in members
    }


def list_members(manifest: Mapping[str, Any], entity: Mapping[str, Any]) -> list[Path]:
    found = {each["name"]: describe_field(each) for each in entity["fields"]}
    for each in entity.get("computed", []):
        node = each["expression"]
        values = found[node["path"][0]].values if node["type"] == "choice" else ()
        target = node.get("entity", "")
        found[each["name"]] = Path(each["name"], node["type"], values, target, is_computed=True)
    return list(found.values())


def describe_field(field: Mapping[str, Any]) -> Path:
    kind = KINDS.get(field["type"], field["type"])
    values = [each["value"] for each in field.get("values", [])]
    return Path(field["name"], kind, values, field.get("target", ""))


def walk(
    members: Mapping[str, Sequence[Path]], entity: str, way: str = "", distance: int = 0
) -> Iterator[tuple[str, str, int]]:
    """Each way by references from an entity, the entity that it leads to, and its length."""
    yield way, entity, distance
    if distance < FARTHEST:
        for each in members[entity]:
            if each.kind == "record":
                yield from walk(members, each.target, f"{way}{each.text}.", distance + 1)


def sort_paths(members: Mapping[str, Sequence[Path]], entity: str, way: str = "") -> Paths:
    found: dict[str, dict[int, list[Path]]] = defaultdict(lambda: defaultdict(list))
    for longer, target, distance in walk(members, entity, way):
        for each in members[target]:
            found[each.kind][distance].append(each.put_behind(longer))
    return found


def list_relations(manifest: Mapping[str, Any], entity: Mapping[str, Any]) -> dict[str, str]:
    """The names of the relations of an entity to many, and the entities that they lead to."""
    named = {each["name"]: each["target"] for each in entity.get("relations", []) if "via" in each}
    inverse = {
        field["inverse"]["name"]: other["name"]
        for other in manifest["entities"]
        for field in other["fields"]
        if field.get("target_kind") == "entity" and field["target"] == entity["name"]
    }
    return named | inverse


def reach_relations(
    members: Mapping[str, Sequence[Path]], relations: Mapping[str, Mapping[str, str]], entity: str
) -> Relations:
    """Each way to many records: by references, none of which is computed, and a relation."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    stored = {name: [each for each in own if not each.is_computed] for name, own in members.items()}
    for way, target, distance in walk(stored, entity):
        if distance < FARTHEST and relations[target]:
            found[distance] += [(way + name, many) for name, many in relations[target].items()]
    return found
