"""Names in tests resolved: what is tried, and with which records."""

from collections.abc import Iterator, Mapping

from transformer.dsl.values import Value
from transformer.manifest.draft import Draft, Record


def link_tests(draft: Draft, entities: Mapping[str, Record]) -> None:
    """Tell the records that a test has made from the entities and the words."""
    choices = {
        (entity["name"], field["name"], choice["value"])
        for entity in entities.values()
        for field in entity["fields"]
        for choice in field.get("values", ())
    }
    for number, test in enumerate(draft.manifest["tests"]):
        made = {record["name"]: record["entity"] for record in test["setup"]}
        action = test.get("action", {})
        if isinstance(test.get("order"), str):
            test["order"] = [_read_order(name) for name in test["order"].split(",")]
        if action:
            _link_action(draft, action, made, entities, f"tests/{number}/action")
        for entity, pair in _list_pairs(test, action.get("entity", "")):
            word = _read_word(pair)
            if word in made and (entity, pair.get("field"), word) not in choices:
                pair["record"] = word
                del pair["value"]


def _read_word(pair: Record) -> str:
    """The bare word that a value is, or none."""
    value = pair.get("value")
    return value.meaning if isinstance(value, Value) and value.kind == "word" else ""


def _list_pairs(test: Record, entity: str) -> Iterator[tuple[str, Record]]:
    """Each value of a test with the entity that it is about."""
    for record in test["setup"]:
        yield from ((record["entity"], pair) for pair in record["values"])
    yield from ((entity, pair) for part in ("data", "filter", "expect") for pair in test[part])


def _read_order(word: str) -> Record:
    """A field to sort by; a minus before it means that the greatest value comes first."""
    name = word.strip()
    return {"field": name.removeprefix("-"), "descending": name.startswith("-")}


def _link_action(
    draft: Draft, action: Record, made: Mapping[str, str], entities: Mapping[str, Record], path: str
) -> None:
    target = action.pop("target")
    place = draft.places[f"{path}/target"]
    is_record = action["kind"] in ("update", "delete")
    if target in made and (is_record or target not in entities):
        action["record"], action["entity"] = target, made[target]
        draft.places[f"{path}/record"] = place
        return
    draft.places[f"{path}/entity"] = place
    if is_record:
        draft.report_unknown("unknown-record", path, target, made)
    else:
        action["entity"] = target
