"""Which state may follow which, by docs/language.md alone: the other side of comparisons.

It shares nothing with what dazzle makes of transitions. Records are plain dictionaries in a world
of `tests.expressions`, whose interpreter says what a condition is of one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.expressions.interpreter import judge
from tests.expressions.world import Node, Record

MISSING = (None, "")


@dataclass(frozen=True)
class Workflow:
    """The states of an entity, as the manifest has them."""

    field: str
    states: Sequence[str]
    start: str | None
    rules: Sequence[Mapping[str, Any]]

    def list_starts(self) -> Sequence[str]:
        """The states in which a new record may begin."""
        return self.states if self.start is None else [self.start]

    def list_rules(self, before: str, after: str) -> Iterator[Mapping[str, Any]]:
        """The lines for two states by which people may change one."""
        for rule in self.rules:
            is_open = "people" in rule.get("by", ("people",))
            if is_open and rule.get("from", before) == before and rule["to"] == after:
                yield rule

    def list_due(self, before: str, waited: float) -> Iterator[Mapping[str, Any]]:
        """The lines by which a record changes its state, once it has had it so many seconds."""
        for rule in self.rules:
            is_due = "time" in rule.get("by", ()) and rule["after"] <= waited
            if is_due and rule.get("from", before) == before and rule["to"] != before:
                yield rule

    @property
    def is_timed(self) -> bool:
        """Whether any state changes by itself."""
        return any("time" in rule.get("by", ()) for rule in self.rules)


def describe_workflows(manifest: Mapping[str, Any]) -> dict[str, Workflow]:
    """The transitions of the entities that have some."""
    found = {}
    for entity in manifest["entities"]:
        if "transitions" in entity:
            said = entity["transitions"]
            field = next(each for each in entity["fields"] if each["name"] == said["field"])
            states = [each["value"] for each in field["values"]]
            start = field.get("default", {}).get("value")
            found[entity["name"]] = Workflow(said["field"], states, start, said["rules"])
    return found


def may_follow(record: Record, after: str, workflow: Workflow, *, is_free: bool) -> bool:
    """Whether a record may get a state; it is as it will be saved, with the state before.

    `is_free` says that who is signed in isn't asked.
    """
    before = record.row[workflow.field]
    if before in MISSING or after in MISSING or before == after:
        return before == after or (before in MISSING and after in workflow.list_starts())
    rules = workflow.list_rules(before, after)
    return any(holds(rule, record, is_free=is_free) for rule in rules)


def holds(rule: Mapping[str, Any], record: Record, *, is_free: bool, is_ripe: bool = False) -> bool:
    """Whether what a transition asks for is so; `is_ripe` takes all of the record for right."""
    lacks = any(record.row[name] in MISSING for name in rule.get("requires", ()))
    condition = rule.get("condition")
    fits = condition is None or suits(condition, record, is_free=is_free, is_ripe=is_ripe)
    return fits and (is_ripe or not lacks)


def suits(
    node: Node, record: Record, *, is_free: bool, is_ripe: bool = False, wanted: bool = True
) -> bool:
    """Whether a condition is as wanted; parts that aren't asked are so either way."""
    words = {"is_free": is_free, "is_ripe": is_ripe}
    match node.get("operator"):
        case "not":
            return suits(node["operands"][0], record, **words, wanted=not wanted)
        case "and" | "or" as word:
            parts = (suits(each, record, **words, wanted=wanted) for each in node["operands"])
            return all(parts) if (word == "and") == wanted else any(parts)
    is_about_people = asks_person(node)
    if (is_free and is_about_people) or (is_ripe and not is_about_people):
        return not is_constant(node) or bool(judge(node, record)) == wanted
    return bool(judge(node, record)) == wanted


def is_constant(node: Node) -> bool:
    """Whether a condition is true or false by itself."""
    return isinstance(node.get("value"), bool)


def asks_person(node: Any) -> bool:
    """Whether a condition speaks of whoever is signed in."""
    if isinstance(node, Mapping):
        return bool({"role", "person"} & node.keys()) or any(map(asks_person, node.values()))
    return isinstance(node, list | tuple) and any(map(asks_person, node))


def advance(record: Record, waited: float, workflow: Workflow) -> str:
    """The state of a record after it has had one for so many seconds; nobody is behind it."""
    before = str(record.row[workflow.field] or "")
    due = workflow.list_due(before, waited) if before else ()
    found = (str(rule["to"]) for rule in due if holds(rule, record, is_free=True))
    return next(found, before)


def list_buttons(record: Record, workflow: Workflow, *, is_free: bool) -> dict[str, bool]:
    """The states that a page of a record has buttons for, each with whether it can be pressed."""
    before, found = record.row[workflow.field], {}
    for after in workflow.states:
        if before in MISSING:
            is_there = after in workflow.list_starts()
        else:
            rules = list(workflow.list_rules(before, after)) if before != after else []
            words = {"is_free": is_free, "is_ripe": True}
            is_there = any(holds(rule, record, **words) for rule in rules)
        if is_there:
            found[after] = may_follow(record, after, workflow, is_free=is_free)
    return found
