"""What the language implies, said out loud: everything beside entities and surfaces."""

from collections.abc import Iterator, Mapping
from typing import Any

from transformer.dsl.parser.values import Value, to_number
from transformer.manifest.completion.default_values import default_fits, value_record
from transformer.manifest.completion.invariants import word_invariants
from transformer.manifest.draft import Draft, Record
from transformer.manifest.wording import title_from_name

_OPERATIONS = {"read": ("list", "read"), "write": ("create", "update", "delete")}
_FLOW_KINDS = ("surface", "integration")
_TITLED = (
    "experiences", "steps", "services", "foreign_models", "fields", "integrations", "actions",
    "syncs", "workspaces", "regions", "aggregates", "personas", "scenarios", "tests",
)  # fmt: skip


def complete_rules(draft: Draft) -> None:
    """Fill in what the rules of entities leave unsaid."""
    for number, entity in enumerate(draft.manifest["entities"]):
        for part in ("computed", "relations"):
            _title_all(entity[part])
        word_invariants(entity)
        _merge_access(draft, entity, f"entities/{number}")
        for scope in entity["scopes"]:
            scope.setdefault("condition", {"value": True, "type": "bool"})
        if "transitions" in entity:
            _drop_impossible(entity)


def _merge_access(draft: Draft, entity: Record, path: str) -> None:
    """Say by permissions what the shorter form of rules says."""
    permissions = entity["permissions"]
    for index, rule in enumerate(entity.pop("access", ())):
        for operation in _OPERATIONS[rule["operation"]]:
            draft.note_place(f"{path}/permissions/{len(permissions)}", f"{path}/access/{index}")
            said = {"operation": operation, "condition": rule["condition"]}
            permissions.append({"effect": "permit", **said})


def _drop_impossible(entity: Record) -> None:
    """Leave out transitions between states that there aren't; they have been reported."""
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


def complete_others(manifest: Record) -> None:
    """Fill in what flows, connections, workspaces, personas, scenarios and tests leave unsaid."""
    for group in _TITLED:
        _title_all(manifest.get(group, ()))
    for flow in manifest["experiences"]:
        _title_all(flow["steps"])
        for step in flow["steps"]:
            implied = next((kind for kind in _FLOW_KINDS if kind in step), "process")
            step.setdefault("kind", implied)
    for service in manifest["services"]:
        service.setdefault("auth", {"kind": "none"})
    for model in manifest["foreign_models"]:
        _complete_foreign_fields(model)
    _drop_gaps(manifest)
    for owner in (*manifest["integrations"], *manifest["workspaces"]):
        for group in ("actions", "syncs", "regions"):
            _title_all(owner.get(group, ()))
    for workspace in manifest["workspaces"]:
        for region in workspace["regions"]:
            _title_all(region["aggregates"])
            region.setdefault("display", "list" if "entity" in region else "metrics")
    _complete_values(manifest)


def _drop_gaps(manifest: Record) -> None:
    """Leave out what is empty because the line that it lives by is kept for a larger dialect."""
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


def _title_all(records: list[Record]) -> None:
    for record in records:
        record.setdefault("title", title_from_name(record["name"]))


def _complete_foreign_fields(model: Record) -> None:
    _title_all(model["fields"])
    for field in model["fields"]:
        field["required"] = "required" in field["said"] or field["name"] in model["key"]
        if field["type"] == "str":
            field.setdefault("length", 255)
        for choice in field.get("values", ()):
            choice["title"] = choice.get("title") or title_from_name(choice["value"])


def _complete_values(manifest: Record) -> None:
    """Say the values of scenarios and tests in the words of their fields."""
    fields = {
        (entity["name"], field["name"]): field
        for entity in manifest["entities"]
        for field in entity["fields"]
    }
    for entity, pair in _list_pairs(manifest):
        said = pair.get("value")
        if isinstance(said, Value):
            field = fields.get((entity, pair.get("field", "")))
            del pair["value"]
            pair.update(_say_value(said, field))


def _list_pairs(manifest: Record) -> Iterator[tuple[str, Record]]:
    """Each value with the entity of whose field it is."""
    for scenario in manifest["scenarios"]:
        for group in scenario["demo"]:
            for record in group["records"]:
                yield from ((group["entity"], pair) for pair in record["values"])
    for test in manifest["tests"]:
        for record in test["setup"]:
            yield from ((record["entity"], pair) for pair in record["values"])
        for pair in (*test["data"], *test["filter"], *test["expect"]):
            yield test["action"]["entity"], pair


def _say_value(value: Value, field: Record | None) -> Mapping[str, Any]:
    """The value as its field has it, or as it was said where the field can't have it."""
    if field:
        wanted = {**field, "default": value}
        if default_fits(wanted):
            return value_record(wanted)
    if value.kind == "moment":
        return {"moment": value.meaning[0], "offset": value.meaning[1]}
    if value.kind == "number":
        return {"value": to_number(value.meaning)}
    return {"value": value.meaning}
