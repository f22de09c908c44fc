"""Values in YAML and JSON, which come back as they were, and the manifest as templates read it."""

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from transformer.engine.escapes import Finished, to_json, to_markdown, to_yaml
from transformer.engine.records import Record, wrap_manifest
from transformer.engine.yaml_documents import dump_yaml

texts = st.text(st.characters(exclude_categories=["Cs"]))
plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts
values = st.recursive(plain, lambda inner: st.lists(inner) | st.dictionaries(texts, inner))
finite = values.filter(lambda value: "Infinity" not in json.dumps(value))


def load(text: str) -> Any:
    return yaml.load(text, yaml.CSafeLoader)


@given(finite)
def test_yaml_comes_back(value: Any) -> None:
    assert load(to_yaml(value)) == value
    assert load(f"a:\n  b: {to_yaml(value)}\n  c: 1\n") == {"a": {"b": value, "c": 1}}


@given(st.dictionaries(texts, finite))
def test_document_comes_back(document: dict[str, Any]) -> None:
    assert load(dump_yaml(document)) == document


@given(texts)
def test_text_can_be_a_key(text: str) -> None:
    assert load(f"{to_yaml(text)}: 1\n") == {text: 1}


@given(finite)
def test_json_comes_back(value: Any) -> None:
    assert json.loads(to_json(value)) == value


# PyYAML reads a bare `y` as a text, but YAML 1.1 has it as a truth value.
_OTHERWISE = ["no", "Yes", "ON", "off", "y", "Y", "n", "N", "true", "False", "null", "Nan", "inf"]
_OTHERWISE += ["~", "1", "1e3", "0x1", "0o17", "+.5", "2026-01-31", "9:30", "<<", "=", ""]


@pytest.mark.parametrize("word", _OTHERWISE)
def test_word_with_another_meaning_is_quoted(word: str) -> None:
    assert to_yaml(word) == f"'{word}'"
    assert dump_yaml({word: word}) == f"'{word}': '{word}'\n"


@pytest.mark.parametrize("escape", [to_json, to_markdown, to_yaml])
def test_what_is_finished_stays(escape: Any) -> None:
    assert escape(Finished('a: "b" *c*')) == 'a: "b" *c*'


@pytest.fixture
def manifest() -> Record:
    """A manifest with two entities, as templates read it."""
    fields = [{"name": "id", "type": "uuid"}, {"name": "due", "type": "date"}]
    fields[1]["default"] = {"moment": "today", "offset": 0}  # type: ignore[assignment]
    entities = [{"name": name, "deletable": True, "fields": fields} for name in ("A", "B")]
    return wrap_manifest({"app": {"title": "T"}, "entities": entities, "surfaces": []})


def test_absent_property_is_its_default(manifest: Record) -> None:
    field = manifest.entities[0].fields[1]
    assert field.searchable is False
    assert field.length is None
    assert field.values == ()
    assert field.default.moment == "today" and field.default.value is None
    assert manifest.app.description is None


@pytest.mark.parametrize("path", ["apps", "app.titel", "entities.0.filds"])
def test_property_that_cannot_be_is_an_error(manifest: Record, path: str) -> None:
    place: Any = manifest
    *steps, last = path.split(".")
    for step in steps:
        place = place[int(step)] if step.isdigit() else place[step]
    with pytest.raises(AttributeError, match=last):
        getattr(place, last)


def test_lists_find_their_records(manifest: Record) -> None:
    assert manifest.entities.named("B").name == "B"
    assert manifest.entities.named("C") is None
    assert [row.name for row in manifest.entities.where(deletable=True)] == ["A", "B"]
    assert manifest.entities.where(name="A", deletable=False) == ()
    assert manifest.surfaces.where(mode="list") == ()
