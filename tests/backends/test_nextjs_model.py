"""`model.ts`: what the frontend is told of an app, as the manifest and the contract have it."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.outputs import render_fixture
from tests.projects import FIXTURES, PROJECTS
from tests.specifications import specify_fixture
from transformer.backends.nextjs_frontend.typescript import spell_literal, spell_text
from transformer.manifest import read_project

BACKEND = "nextjs_frontend"
START = "export const model: Model = "
# A text as JSON has it; the name of a property; a comma that nothing follows.
TOKEN = re.compile(r'("(?:[^"\\]|\\.)*")|([A-Za-z_$][\w$]*)(?=:)|,(?=\s*[}\]])')


def read_literal(text: str) -> Any:
    """What TypeScript reads; a property's name may lack quotes, and a list end with a comma."""

    def respell(match: re.Match[str]) -> str:
        return match[1] or (f'"{match[2]}"' if match[2] else "")

    return json.loads(TOKEN.sub(respell, text))


def read_model(name: str) -> Any:
    text = render_fixture(name, BACKEND)["src/model.ts"].decode()
    return read_literal(text.partition(START)[2].strip().removesuffix(";"))


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """All objects within a value."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            yield from walk(each)


@given(st.text())
def test_text_is_spelled_so_that_it_is_read_again(text: str) -> None:
    spelled = spell_text(text)
    assert spelled.isprintable()
    assert json.loads(spelled) == text


VALUES = st.recursive(
    st.text() | st.booleans() | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(st.from_regex(r"\A[a-z_-]{1,9}\Z"), inner),
)


@given(VALUES)
def test_literal_is_laid_out_so_that_it_is_read_again(value: Any) -> None:
    assert read_literal(spell_literal(value)) == value


def test_prototype_is_a_property_like_others() -> None:
    assert spell_literal({"__proto__": 1}) == '{ ["__proto__"]: 1 }'


@pytest.mark.parametrize("name", ["awkward_names", "support_tickets"])
def test_titles_come_out_as_they_were_written(name: str) -> None:
    manifest = read_project(FIXTURES / name).manifest
    assert manifest is not None
    model = read_model(name)
    assert model["title"] == manifest["app"]["title"]
    titles = {entity["name"]: entity for entity in manifest["entities"]}
    assert model["collections"]
    for collection in model["collections"]:
        entity = titles[collection["name"]]
        assert collection["plural"] == entity["plural"]
        for field in entity["fields"]:
            assert collection["fields"][field["name"]]["title"] == field["title"]


@pytest.mark.parametrize("name", PROJECTS)
def test_pages_speak_of_fields_and_collections_that_there_are(name: str) -> None:
    collections = read_model(name)["collections"]
    names = {each["name"] for each in collections}
    for collection in collections:
        for page in ("list", "record", "create", "edit"):
            named = [each["field"] for each in walk(collection.get(page, {})) if "field" in each]
            assert {*named} <= collection["fields"].keys()
        for related in collection.get("record", {}).get("related", []):
            assert related["collection"] in names


@pytest.mark.parametrize("name", PROJECTS)
def test_lists_ask_and_forms_send_what_the_contract_takes(name: str) -> None:
    paths = specify_fixture(name)["paths"]
    schemas = specify_fixture(name)["components"]["schemas"]
    for collection in read_model(name)["collections"]:
        if shown := collection.get("list"):
            parameters = paths[collection["path"]]["get"]["parameters"]
            taken = {each.get("name", "") for each in parameters}
            for each in shown["filters"]:
                ends = ["[from]", "[to]"] if each["by"] == "range" else [""]
                assert {f"filter[{each['field']}]{end}" for end in ends} <= taken
        if form := collection.get("create"):
            sent = {each["field"] for each in walk(form) if "field" in each}
            assert sent <= schemas[f"{collection['name']}.create"].get("properties", {}).keys()


def test_contract_is_that_of_the_backend_for_it() -> None:
    contract = render_fixture("support_tickets", "openapi")["openapi.yaml"]
    assert render_fixture("support_tickets", BACKEND)["openapi.yaml"] == contract


def test_lock_names_no_registry() -> None:
    lock = render_fixture("support_tickets", BACKEND)["package-lock.json"]
    assert b'"resolved"' not in lock
    assert b'"integrity"' in lock
