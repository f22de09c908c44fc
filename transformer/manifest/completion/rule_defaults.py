"""Completion of all that is neither entity nor surface."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from transformer.dsl.parser.values import Value
from transformer.manifest.completion.default_values import convert_default, write_value
from transformer.manifest.completion.invariants import add_invariant_messages
from transformer.manifest.draft import Draft
from transformer.manifest.inflection import title_from_name
from transformer.manifest.records.connection_drafts import ForeignModelDraft
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.manifest_draft import ManifestDraft
from transformer.manifest.records.people_drafts import StepDraft
from transformer.manifest.records.scenario_drafts import Valued
from transformer.manifest.records.value_drafts import Fixed, Moment, Operation, TitledDraft

_OPERATIONS: Mapping[str, tuple[Operation, ...]] = {
    "read": ("list", "read"),
    "write": ("create", "update", "delete"),
}


def complete_rules(draft: Draft) -> None:
    """Complete the rules of entities."""
    for number, entity in enumerate(draft.manifest["entities"]):
        _title_all(entity["computed"])
        _title_all(entity["relations"])
        add_invariant_messages(entity)
        _merge_access(draft, entity, f"entities/{number}")
        for scope in entity["scopes"]:
            scope.setdefault("condition", {"value": True, "type": "bool"})
        if "transitions" in entity:
            _drop_impossible(entity)


def _merge_access(draft: Draft, entity: EntityDraft, path: str) -> None:
    """Convert the short form of rules to permissions."""
    permissions = entity["permissions"]
    for index, rule in enumerate(entity.pop("access", ())):
        for operation in _OPERATIONS[rule["operation"]]:
            draft.copy_place(f"{path}/permissions/{len(permissions)}", f"{path}/access/{index}")
            condition = rule["condition"]
            permissions.append({"effect": "permit", "operation": operation, "condition": condition})


def _drop_impossible(entity: EntityDraft) -> None:
    """Drop transitions between states that don't exist; they have been reported."""
    transitions = entity["transitions"]
    field = next(each for each in entity["fields"] if each["name"] == transitions["field"])
    states = {choice["value"] for choice in field["values"]}
    transitions["rules"] = [
        rule
        for rule in transitions["rules"]
        if {rule.get("from", rule["to"]), rule["to"]} <= states
    ]
    if not transitions["rules"]:
        del entity["transitions"]


def complete_others(manifest: ManifestDraft) -> None:
    """Complete flows, connections, workspaces, personas, scenarios and tests."""
    for records in _list_titled(manifest):
        _title_all(records)
    for flow in manifest["experiences"]:
        for step in flow["steps"]:
            step.setdefault("kind", _imply_kind(step))
    for service in manifest["services"]:
        service.setdefault("auth", {"kind": "none"})
    for model in manifest["foreign_models"]:
        _complete_foreign_fields(model)
    _drop_incomplete(manifest)
    for workspace in manifest["workspaces"]:
        for region in workspace["regions"]:
            region.setdefault("display", "list" if "entity" in region else "metrics")
    _complete_values(manifest)


def _list_titled(manifest: ManifestDraft) -> Iterator[Iterable[TitledDraft]]:
    """List the lists whose records have titles."""
    yield from (manifest["experiences"], manifest["services"], manifest["foreign_models"])
    yield from (manifest["integrations"], manifest["workspaces"], manifest["personas"])
    yield from (manifest["scenarios"], manifest["tests"])
    yield from (flow["steps"] for flow in manifest["experiences"])
    yield from (model["fields"] for model in manifest["foreign_models"])
    for integration in manifest["integrations"]:
        yield from (integration["actions"], integration["syncs"])
    for workspace in manifest["workspaces"]:
        yield workspace["regions"]
        yield from (region["aggregates"] for region in workspace["regions"])


def _imply_kind(step: StepDraft) -> Literal["surface", "integration", "process"]:
    if "surface" in step:
        return "surface"
    return "integration" if "integration" in step else "process"


def _drop_incomplete(manifest: ManifestDraft) -> None:
    """Drop parts that are empty because their line is kept for a larger dialect."""
    for surface in manifest["surfaces"]:
        ux = surface.get("ux", {})
        if "attentions" in ux:
            ux["attentions"] = [each for each in ux["attentions"] if "when" in each]
    for workspace in manifest["workspaces"]:
        regions = workspace["regions"]
        workspace["regions"] = [r for r in regions if r["aggregates"] or "entity" in r]
    manifest["workspaces"] = [each for each in manifest["workspaces"] if each["regions"]]
    names = {workspace["name"] for workspace in manifest["workspaces"]}
    for persona in manifest["personas"]:
        if persona.get("default_workspace") not in names:
            persona.pop("default_workspace", None)


def _title_all(records: Iterable[TitledDraft]) -> None:
    for record in records:
        record.setdefault("title", title_from_name(record["name"]))


def _complete_foreign_fields(model: ForeignModelDraft) -> None:
    for field in model["fields"]:
        field["required"] = "required" in field["modifiers"] or field["name"] in model["key"]
        if field["type"] == "str":
            field.setdefault("length", 255)
        for choice in field.get("values", ()):
            choice["title"] = choice.get("title") or title_from_name(choice["value"])


def _complete_values(manifest: ManifestDraft) -> None:
    """Convert the values of scenarios and tests by their fields."""
    fields = {
        (entity["name"], field["name"]): field
        for entity in manifest["entities"]
        for field in entity["fields"]
    }
    for entity, pair in _list_pairs(manifest):
        value = pair.get("value")
        if isinstance(value, Value):
            field = fields.get((entity, pair.get("field", "")))
            _put_value(pair, (field and convert_default(value, field)) or write_value(value))


def _list_pairs(manifest: ManifestDraft) -> Iterator[tuple[str, Valued]]:
    """List each value with the entity of its field."""
    for scenario in manifest["scenarios"]:
        for group in scenario["demo"]:
            for record in group["records"]:
                yield from ((group["entity"], pair) for pair in record["values"])
    for test in manifest["tests"]:
        for record in test["setup"]:
            yield from ((record["entity"], pair) for pair in record["values"])
        for pair in (*test["data"], *test["filter"], *test["expect"]):
            yield test["action"]["entity"], pair


def _put_value(pair: Valued, value: Fixed | Moment) -> None:
    """Replace the value of a pair by its form in the manifest."""
    if "moment" in value:
        del pair["value"]
        pair["moment"], pair["offset"] = value["moment"], value["offset"]
    else:
        pair["value"] = value["value"]
