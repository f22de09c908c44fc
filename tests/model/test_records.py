"""From a manifest to the model and back, for every example and for random projects."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import given

from tests.projects import FIXTURES, PROJECTS
from tests.random_larger import join_blocks, larger_projects
from tests.test_random_larger import manifest_of, repeat
from transformer.manifest import read_project
from transformer.model import Model, build_model, to_record
from transformer.model.properties import find_owner, list_properties

IMMUTABLE = (str, int, float, bool, type(None), tuple)


def read_example(name: str) -> dict[str, Any]:
    """The manifest of an example."""
    manifest = read_project(FIXTURES / name).manifest
    assert manifest is not None
    return manifest


def list_parts(part: object) -> Iterator[tuple[object, object]]:
    """Each part of a model with the one around it."""
    for each in list_properties(type(part)):
        value = getattr(part, each.attribute)
        for inner in value if isinstance(value, tuple) else (value,):
            yield inner, part
            if is_dataclass(inner):
                yield from list_parts(inner)


@pytest.mark.parametrize("name", PROJECTS)
def test_example_comes_back(name: str) -> None:
    manifest = read_example(name)
    record = to_record(build_model(manifest))
    assert record == manifest
    assert json.loads(json.dumps(record)) == record  # lists and dictionaries, nothing frozen


@repeat(40)
@given(larger_projects())
def test_random_project_comes_back(blocks: list[str]) -> None:
    manifest = manifest_of(join_blocks(blocks))
    assert to_record(build_model(manifest)) == manifest


@pytest.mark.parametrize("name", PROJECTS)
def test_parts_know_their_wholes_and_are_immutable(name: str) -> None:
    model = build_model(read_example(name))
    for part, whole in list_parts(model):
        if is_dataclass(part):
            owner = find_owner(type(part))
            assert owner is None or getattr(part, owner) is whole
            with pytest.raises(AttributeError):
                setattr(part, fields(part)[0].name, None)
        elif isinstance(part, Mapping):
            with pytest.raises(TypeError):
                part["x"] = "y"
        else:
            assert isinstance(part, IMMUTABLE)


@pytest.mark.parametrize("name", PROJECTS)
def test_every_name_leads_to_what_has_it(name: str) -> None:
    model = build_model(read_example(name))
    for part in (each for each, _ in list_parts(model) if is_dataclass(each)):
        for each in list_properties(type(part)):
            stored = getattr(part, each.attribute)
            if each.attribute.endswith("_names"):
                assert [found.name for found in getattr(part, each.name)] == [*stored]
            elif each.attribute.endswith("_name") and stored != "User":
                found = getattr(part, each.name)
                assert (found and found.name) == stored


def test_building_changes_nothing_and_keeps_nothing() -> None:
    manifest, again = read_example("support_tickets"), read_example("support_tickets")
    model = build_model(manifest)
    assert manifest == again
    manifest["entities"][0]["fields"].clear()
    assert to_record(model) == again


def test_options_are_kept_apart_from_those_of_the_manifest() -> None:
    manifest, again = read_example("bookshop"), read_example("bookshop")
    model = build_model(manifest)
    options = [each["auth"].get("options", {}) for each in manifest["services"]]
    assert any(options)
    for each in options:
        each.clear()
    assert to_record(model) == again


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ({"color": 1}, "Model has no property `color`"),
        ({"app": []}, r"App is made of a record, not of \[\]"),
        ({"entities": {}}, "a list is needed, not {}"),
        ({"services": [{"name": "a", "title": "A", "auth": {"kind": "none", "options": 1}}]}, "1"),
    ],
)
def test_what_is_no_record_of_the_schema_is_refused(damage: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        build_model({**read_example("blank"), **damage})


def test_record_that_is_no_alternative_is_refused() -> None:
    manifest = read_example("simple_task")
    manifest["entities"][0]["fields"][0]["default"] = {"value": 1, "moment": "now"}
    message = "a record with moment, value is none of FixedDefault, MomentDefault"
    with pytest.raises(TypeError, match=message):
        build_model(manifest)


def test_alternative_that_is_no_record_is_refused() -> None:
    manifest = read_example("simple_task")
    manifest["entities"][0]["fields"][0]["default"] = "now"
    with pytest.raises(TypeError, match="a record is needed, not 'now'"):
        build_model(manifest)


def test_blank_application_has_a_person() -> None:
    model = build_model(read_example("blank"))
    assert isinstance(model, Model)
    assert model.person.model is model
    assert model.person.entity is None
