"""Invariants of people, relations, states and tests in a completed manifest."""

from collections.abc import Iterator, Mapping

from transformer.manifest.checks.field_completeness import ManifestFault
from transformer.manifest.entity_members import list_members
from transformer.manifest.records.entity_drafts import (
    EntityDraft,
    RelationDraft,
    TransitionsDraft,
)
from transformer.manifest.records.field_drafts import FieldDraft
from transformer.manifest.records.manifest_draft import ManifestDraft
from transformer.manifest.records.people_drafts import PersonDraft
from transformer.manifest.records.scenario_drafts import TestDraft

_INVERSE_KINDS = ("has_many", "has_one", "embeds")
_SINGLE_KINDS = ("has_one", "embeds")
_NEEDS_RECORD = {"create": (False,), "get": (False, True), "update": (True,), "delete": (True,)}
_OF_FIELDS = ("field", "first", "last")
_COMPARED = {"value", "other", "moment", "record"}

_Entities = Mapping[str, EntityDraft]


def find_rule_faults(manifest: ManifestDraft) -> Iterator[ManifestFault]:
    """Find what is wrong: each time a path and the reason."""
    entities = {entity["name"]: entity for entity in manifest["entities"]}
    yield from check_person(manifest.get("person", {}), entities)
    for number, entity in enumerate(manifest["entities"]):
        path = f"entities/{number}"
        yield from check_inverses(entity, entities, path)
        yield from check_transitions(entity, path)
    for number, test in enumerate(manifest["tests"]):
        yield from check_action(test, f"tests/{number}/action")
        yield from check_expectations(test, f"tests/{number}/expect")


def check_person(person: PersonDraft, entities: _Entities) -> Iterator[ManifestFault]:
    """Check that the entity of those who sign in exists, with the fields that are named."""
    name = person.get("entity")
    if name is not None and name not in entities:
        yield "person/entity", f"there is no entity `{name}`"
        return
    known = list_members(entities[name]) if name is not None else []
    for part in ("role", "sign_in"):
        if part in person and person[part] not in known:
            yield f"person/{part}", f"there is no field `{person[part]}`"


def check_inverses(entity: EntityDraft, entities: _Entities, path: str) -> Iterator[ManifestFault]:
    """Check that each inverse relation goes by a reference of its own to the entity."""
    used: set[tuple[str, str]] = set()
    for number, relation in enumerate(entity["relations"]):
        place, via = f"{path}/relations/{number}", relation.get("via")
        if relation["kind"] == "many_to_many":
            yield from _check_link(entity, relation, entities, place)
            continue
        if (via is not None) != (relation["kind"] in _INVERSE_KINDS):
            yield place, f"`via` doesn't fit the kind `{relation['kind']}`"
        if via is None:
            continue
        field = _find_field(entities.get(relation["target"]), via)
        if field.get("type") != "ref" or field.get("target") != entity["name"]:
            yield f"{place}/via", f"`{via}` is not a reference to `{entity['name']}`"
        elif relation["kind"] in _SINGLE_KINDS and field["unique"] == "no":
            yield f"{place}/kind", f"`{via}` is not unique"
        if "on_delete" in relation:
            yield f"{place}/on_delete", f"the reference `{via}` has the rule already"
        if (relation["target"], via) in used:
            yield f"{place}/via", f"another relation inverts `{via}`"
        used.add((relation["target"], via))


def _check_link(
    entity: EntityDraft, relation: RelationDraft, entities: _Entities, place: str
) -> Iterator[ManifestFault]:
    """Check that a link of many on both sides has an inverse, or is that of another one."""
    via, target = relation.get("via"), entities.get(relation["target"])
    if (via is None) != ("inverse" in relation):
        yield place, "a `many_to_many` relation has either `via` or `inverse`"
    others = target["relations"] if target and via is not None else ()
    found = [each for each in others if each["name"] == via and "via" not in each]
    if via is not None and not any(
        (each["kind"], each["target"]) == (relation["kind"], entity["name"]) for each in found
    ):
        yield f"{place}/via", f"`{via}` is no such relation to `{entity['name']}`"


def _find_field(entity: EntityDraft | None, name: str) -> FieldDraft:
    fields = entity["fields"] if entity else ()
    return next((field for field in fields if field["name"] == name), FieldDraft())


def check_transitions(entity: EntityDraft, path: str) -> Iterator[ManifestFault]:
    """Check that transitions lead from a value of the field to another."""
    transitions = entity.get("transitions", TransitionsDraft(rules=[]))
    field = _find_field(entity, transitions.get("field", ""))
    states = [choice["value"] for choice in field.get("values", ())]
    for number, rule in enumerate(transitions["rules"]):
        for end in ("from", "to"):
            if end in rule and rule[end] not in states:
                place = f"{path}/transitions/rules/{number}/{end}"
                yield place, f"there is no value `{rule[end]}`"
        if ("time" in rule.get("by", ())) != ("after" in rule):
            yield f"{path}/transitions/rules/{number}", "`after` and `time` in `by` go together"


def check_action(test: TestDraft, path: str) -> Iterator[ManifestFault]:
    """Check that a record is named if one is changed, and that it is one of the entity."""
    action = test["action"]
    name, made = action.get("record"), {each["name"]: each["entity"] for each in test["setup"]}
    if (name is not None) not in _NEEDS_RECORD[action["kind"]]:
        yield path, f"`record` doesn't fit `{action['kind']}`"
    if name is not None and made.get(name, action["entity"]) != action["entity"]:
        yield f"{path}/entity", f"`{name}` is a record of `{made[name]}`"


def check_expectations(test: TestDraft, path: str) -> Iterator[ManifestFault]:
    """Check that an expectation has a field if it needs one, and one thing to compare with."""
    for number, each in enumerate(test["expect"]):
        if ("field" in each) != (each["subject"] in _OF_FIELDS):
            yield f"{path}/{number}", f"`field` doesn't fit `{each['subject']}`"
        if len(_COMPARED & each.keys()) != 1:
            yield f"{path}/{number}", "an expectation needs one value to compare with"
