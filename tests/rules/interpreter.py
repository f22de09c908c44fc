"""Who may do what with a record, by docs/language.md alone: the other side of comparisons.

It shares nothing with what dazzle makes of rules. Records are plain dictionaries in a world of
`tests.expressions`, whose interpreter says what a condition is of one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.expressions.interpreter import judge
from tests.expressions.world import Node, Record, World

ALWAYS: Node = {"value": True, "type": "bool"}
READING = ("list", "read")


@dataclass(frozen=True)
class Rules:
    """The lines of an entity, as the manifest has them."""

    permissions: Sequence[Mapping[str, Any]] = ()
    scopes: Sequence[Mapping[str, Any]] = ()
    tenant: str = ""
    """The field that refers to the tenant of a record, if records have one."""
    own: str = ""
    """The field of a person that refers to their tenant, if people have one."""

    def list_conditions(self, effect: str, operation: str) -> list[Node]:
        """What permits an operation, or forbids it."""
        rows = (each for each in self.permissions if each["effect"] == effect)
        return [each["condition"] for each in rows if each["operation"] == operation]

    def names(self, operations: Sequence[str], *, scopes: bool = False) -> bool:
        """Whether a `permit:` line, or a scope, is about one of the operations."""
        if scopes:
            return any(each["operation"] in operations for each in self.scopes)
        permits = (each for each in self.permissions if each["effect"] == "permit")
        return any(each["operation"] in operations for each in permits)

    def find_scopes(self, operation: str) -> list[Mapping[str, Any]]:
        """Those of the operation, or those of `read`, or else those of `list`."""
        for name in (operation, *reversed(READING)):
            if found := [each for each in self.scopes if each["operation"] == name]:
                return found
        return []

    def list_permits(self, operation: str) -> list[Node]:
        """What allows an operation: lines that permit it, or else a scope that is for it."""
        alike = READING if operation in READING else (operation,)
        is_open = not (self.permissions or self.scopes)
        if is_open or (not self.names(alike) and self.names(alike, scopes=True)):
            return [ALWAYS]
        return self.list_conditions("permit", operation)


def describe_rules(manifest: Mapping[str, Any]) -> dict[str, Rules]:
    """The rules of each entity of a manifest."""
    return {
        entity["name"]: Rules(
            entity.get("permissions", ()),
            entity.get("scopes", ()),
            entity.get("tenant", ""),
            find_own(entity, manifest) if "tenant" in entity else "",
        )
        for entity in manifest["entities"]
    }


def find_own(entity: Mapping[str, Any], manifest: Mapping[str, Any]) -> str:
    """The `tenant:` of those who sign in, or else their only reference to the same entity."""
    named = manifest.get("person", {}).get("entity")
    targets = {each["name"]: each.get("target") for each in entity["fields"]}
    for person in manifest["entities"]:
        fields = {each["name"]: each.get("target") for each in person["fields"]}
        found = [name for name, to in fields.items() if to and to == targets[entity["tenant"]]]
        if person["name"] == named:
            own = person.get("tenant", "")
            return own if own in found else found[0] if len(found) == 1 else ""
    return ""


def find_tenant(world: World, rules: Rules) -> Any:
    """The tenant that the world's person belongs to; None if there is none."""
    person = world.rows.get(world.person_entity, {}).get(world.person, {})
    return person.get(rules.own) if rules.own else None


def is_own(record: Record, rules: Rules) -> bool:
    """Whether a record belongs to the tenant of the world's person."""
    own = find_tenant(record.world, rules)
    return not rules.tenant or (own is not None and record.row.get(rules.tenant) == own)


def give_to_tenant(row: Mapping[str, Any], world: World, rules: Rules) -> Mapping[str, Any]:
    """Give a new record to the tenant of whoever makes it."""
    return {**row, rules.tenant: find_tenant(world, rules)} if rules.tenant else row


def may(operation: str, record: Record, rules: Rules, *, is_superuser: bool = False) -> bool:
    """Whether the world's person may do something with a record."""
    if is_superuser:
        return True
    permits = (judge(each, record) for each in rules.list_permits(operation))
    bans = (judge(each, record) for each in rules.list_conditions("forbid", operation))
    is_granted = any(permits) and not any(bans) and is_in_scope(operation, record, rules)
    return is_granted and is_own(record, rules)


def is_in_scope(operation: str, record: Record, rules: Rules) -> bool:
    """Whether a record is in one of the scopes that apply, if there are any scopes."""
    scopes = rules.find_scopes(operation)
    applying = (each for each in scopes if applies(each, record.world))
    return not scopes or any(judge(each["condition"], record) for each in applying)


def applies(scope: Mapping[str, Any], world: World) -> bool:
    """Whether a scope applies to the world's person."""
    named = scope.get("personas", ())
    return not named or not world.roles.isdisjoint(named)


def list_rows(
    operation: str, world: World, entity: str, rules: Rules, *, is_superuser: bool = False
) -> Iterator[Record]:
    """The records with which the world's person may do something."""
    for record in world.list_records(entity):
        if may(operation, record, rules, is_superuser=is_superuser):
            yield record


# Without a record


def may_at_all(
    operation: str, world: World, entity: str, rules: Rules, *, is_superuser: bool = False
) -> bool:
    """Whether there might be a record with which the person may do it."""
    if is_superuser:
        return True
    record = Record(world, entity)
    permits = [foresee(each, record) for each in rules.list_permits(operation)]
    bans = [foresee(each, record) for each in rules.list_conditions("forbid", operation)]
    scopes = rules.find_scopes(operation)
    applying = [foresee(each["condition"], record) for each in scopes if applies(each, world)]
    is_somewhere = not scopes or any(each is not False for each in applying)
    is_permitted = any(each is not False for each in permits)
    belongs = not rules.tenant or find_tenant(world, rules) is not None
    return is_permitted and not any(each is True for each in bans) and is_somewhere and belongs


def foresee(node: Node, record: Record) -> bool | None:
    """What a condition is of any record; None if that depends on the record."""
    if not asks_record(node):
        return bool(judge(node, record))
    match node.get("operator"):
        case "not":
            found = foresee(node["operands"][0], record)
            return None if found is None else not found
        case "and" | "or" as word:
            parts = [foresee(each, record) for each in node["operands"]]
            decisive = word == "or"
            if decisive in parts:
                return decisive
            return None if None in parts else not decisive
    return None


def asks_record(node: Any) -> bool:
    """Whether a condition speaks of the record, or of others."""
    if isinstance(node, Mapping):
        return bool({"path", "aggregate"} & node.keys()) or any(map(asks_record, node.values()))
    return isinstance(node, list | tuple) and any(map(asks_record, node))
