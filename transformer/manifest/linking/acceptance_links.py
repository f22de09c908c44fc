"""Names in tests resolved: what is tried, and with which records."""

from collections.abc import Iterator, Mapping

from transformer.dsl.parser.values import Value
from transformer.manifest.draft import Draft
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.scenario_drafts import TestActionDraft, TestDraft, Valued
from transformer.manifest.records.value_drafts import OrderDraft

_Entities = Mapping[str, EntityDraft]


def link_tests(draft: Draft, entities: _Entities) -> None:
    """Resolve the names in tests: entities, records that a test has made, or words."""
    references = {
        (entity["name"], field["name"])
        for entity in entities.values()
        for field in entity["fields"]
        if field["type"] == "ref"
    }
    for number, test in enumerate(draft.manifest["tests"]):
        made = {record["name"]: record["entity"] for record in test["setup"]}
        action, order = test.get("action"), test.get("order")
        if isinstance(order, str):
            test["order"] = [_read_order(name) for name in order.split(",")]
        if action:
            _link_action(draft, action, made, entities, f"tests/{number}/action")
        for pair, entity, path in list_values(test, f"tests/{number}"):
            value = pair.get("value")
            if not isinstance(value, Value) or value.kind != "word":
                continue
            if (entity, pair.get("field")) in references:
                pair["record"] = str(value.meaning)
                del pair["value"]
                draft.places[f"{path}/record"] = draft.places[f"{path}/value"]


def list_values(test: TestDraft, path: str) -> Iterator[tuple[Valued, str, str]]:
    """List each value of a test with the entity that it is about, and its path."""
    for number, record in enumerate(test["setup"]):
        for index, pair in enumerate(record.setdefault("values", [])):
            yield pair, record["entity"], f"{path}/setup/{number}/values/{index}"
    entity = test.get("action", {}).get("entity", "")
    for part in ("data", "filter", "expect"):
        for index, pair in enumerate(test[part]):
            yield pair, entity, f"{path}/{part}/{index}"


def _read_order(word: str) -> OrderDraft:
    """Read a field to sort by; a minus before it means descending."""
    name = word.strip()
    return {"field": name.removeprefix("-"), "descending": name.startswith("-")}


def _link_action(
    draft: Draft, action: TestActionDraft, made: Mapping[str, str], entities: _Entities, path: str
) -> None:
    target = action.pop("target")
    place = draft.places[f"{path}/target"]
    is_record = action["kind"] in ("update", "delete")
    draft.places[f"{path}/record"] = draft.places[f"{path}/entity"] = place
    if target in made and (is_record or target not in entities):
        action["record"] = target
        if made[target] in entities:
            action["entity"] = made[target]
    elif is_record:
        draft.report_unknown("unknown-record", f"{path}/record", target, made)
    else:
        action["entity"] = target
