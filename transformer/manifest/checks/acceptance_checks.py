"""Checks of tests and of the records of scenarios."""

from collections.abc import Mapping

from transformer.dsl.parser.values import Value
from transformer.manifest.completion.default_values import (
    describe_default,
    fits_field,
    spell_default,
)
from transformer.manifest.draft import Draft
from transformer.manifest.linking.acceptance_links import list_values
from transformer.manifest.records.entity_drafts import EntityDraft
from transformer.manifest.records.scenario_drafts import Valued
from transformer.manifest.records.value_drafts import Default, Fixed, Moment


def check_tests(draft: Draft) -> None:
    """Report tests without an action or expectation, and values that no record can have."""
    for number, test in enumerate(draft.manifest["tests"]):
        path = f"tests/{number}"
        for part, words in (("action", "`action: …`"), ("expect", "`expect:`")):
            if not test.get(part) and not _has_broken_lines(draft, path):
                draft.report("missing-line", path, word=test["name"], missing=words)
    entities = {entity["name"]: entity for entity in draft.manifest["entities"]}
    for number, scenario in enumerate(draft.manifest["scenarios"]):
        for index, group in enumerate(scenario["demo"]):
            entity = entities.get(group["entity"])
            for n, record in enumerate(group["records"]):
                place = f"scenarios/{number}/demo/{index}/records/{n}/values"
                for m, pair in enumerate(record["values"]):
                    _check_value(draft, pair, entity, f"{place}/{m}")
    _check_test_values(draft, entities)


def _check_test_values(draft: Draft, entities: Mapping[str, EntityDraft]) -> None:
    """Report values that records of tests can't have; those that a test tries may be wrong."""
    for number, test in enumerate(draft.manifest["tests"]):
        for pair, entity, path in list_values(test, f"tests/{number}"):
            value = pair.get("value")
            is_word = isinstance(value, Value) and value.kind == "word"
            if "record" not in pair and (is_word or "/setup/" in path):
                _check_value(draft, pair, entities.get(entity), path)


def _has_broken_lines(draft: Draft, path: str) -> bool:
    return any(
        place == path or place.startswith(f"{path}/") for place in (*draft.broken, *draft.kept)
    )


def _check_value(draft: Draft, pair: Valued, entity: EntityDraft | None, path: str) -> None:
    fields = entity["fields"] if entity else ()
    field = next((field for field in fields if field["name"] == pair.get("field")), None)
    if field is None or ("values" in field and not field["values"]):
        return
    value = _read_pair(pair)
    if describe_default(field["type"]) == "nothing" or fits_field(value, field):
        return
    choices = " or ".join(choice["value"] for choice in field.get("values", ()))
    words = {"word": spell_default(value), "name": field["name"]}
    expected = choices or describe_default(field["type"])
    draft.report("wrong-value", f"{path}/value", **words, expected=expected)


def _read_pair(pair: Valued) -> Default:
    """Read the value of a pair as a default; a record counts as a word."""
    if "moment" in pair:
        return Moment(moment=pair["moment"], offset=pair["offset"])
    if "value" not in pair:
        return Value("word", pair["record"], pair["record"])
    value = pair["value"]
    return value if isinstance(value, Value) else Fixed(value=value)
