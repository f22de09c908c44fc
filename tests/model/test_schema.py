"""One definition: the manifest's schema and the classes of the model say the same."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import fields, is_dataclass
from functools import cached_property
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from tests.model.correspondence import PLAIN_NAMES, Comparison, list_differences
from transformer import model
from transformer.diagnostics.resources import read_schema
from transformer.model import Model
from transformer.model.display import DisplayPath
from transformer.model.properties import find_owner

Damage = tuple[str, dict[str, Any], str, Any]
"""What is damaged, where, and by which value; None takes the keyword away."""


MACHINERY = {
    f"transformer.model.{name}"
    for name in (
        *("access_rights", "building", "page_rules", "parts", "properties", "rights"),
        "transition_rights",
    )
}


def find_classes() -> set[type]:
    """The dataclasses of the model's modules."""
    names = (f"{model.__name__}.{each.name}" for each in iter_modules(model.__path__))
    values = (value for name in names for value in vars(import_module(name)).values())
    made = {each for each in values if isinstance(each, type) and is_dataclass(each)}
    return {each for each in made if each.__module__ not in MACHINERY}


def test_schema_and_classes_are_the_same() -> None:
    assert list_differences(read_schema("manifest")) == []


def test_every_class_and_row_is_used() -> None:
    schema = read_schema("manifest")
    comparison = Comparison(schema)
    assert list(comparison.compare_resolved(schema, Model, "Model")) == []
    assert comparison.classes == find_classes() - {DisplayPath}
    assert set(comparison.seen) == set(schema["$defs"])
    assert comparison.plain == PLAIN_NAMES


@pytest.mark.parametrize("each", sorted(find_classes(), key=str), ids=lambda each: each.__name__)
def test_classes_are_immutable(each: type) -> None:
    has_cache = any(isinstance(value, cached_property) for value in vars(each).values())
    assert ("__slots__" in vars(each)) == (not has_cache)
    # Two parts of the same content may belong to different wholes.
    is_part = find_owner(each) is not None or each is Model
    assert (each.__eq__ is object.__eq__) == is_part
    assert sum(not each.init for each in fields(each)) <= 1


def list_damages(part: Any, path: str = "") -> Iterator[Damage]:
    """Damages of all kinds at all places of a schema."""
    if isinstance(part, list):
        for index, each in enumerate(part):
            yield from list_damages(each, f"{path}/{index}")
    if not isinstance(part, dict):
        return
    are_names = path.endswith(("/properties", "/$defs"))
    for keyword, value in part.items():
        if keyword in DAMAGES and not are_names:
            for damaged in DAMAGES[keyword](value):
                yield f"{path}: {keyword} = {damaged}", part, keyword, damaged
    for name, value in part.items():
        yield from list_damages(value, f"{path}/{name}")


def _damage_properties(value: dict[str, Any]) -> Iterator[Any]:
    yield {**value, "colour": {"type": "string"}}
    for name in value:
        yield {key: each for key, each in value.items() if key != name}


def _damage_words(value: list[str]) -> Iterator[Any]:
    yield [*value, "colour"]
    yield from ([word for word in value if word != each] for each in value)


DAMAGES: dict[str, Any] = {
    "properties": _damage_properties,
    "required": lambda value: ([word for word in value if word != each] for each in value),
    # Types are rows of tables, so the classes take any.
    "enum": lambda value: () if "timezone" in value else _damage_words(value),
    "const": lambda value: [f"{value}x"],
    "default": lambda value: ["colour", None],
    "type": lambda value: ["colour"],
    "items": lambda value: [{"type": "colour"}],
    "oneOf": lambda value: [value[:-1], [*value, {"type": "integer"}]],
    "additionalProperties": lambda value: [True],
    "$ref": lambda value: ["#/$defs/logo"],
}


def test_damages_of_the_schema_are_found() -> None:
    schema = deepcopy(read_schema("manifest"))
    damages = list(list_damages(schema))
    assert len(damages) > 1000
    for what, part, keyword, damaged in damages:
        before = dict(part)
        part[keyword] = damaged
        if damaged is None:
            del part[keyword]
        assert any(Comparison(schema).compare_resolved(schema, Model, "Model")), what
        part.clear()
        part.update(before)
    assert list_differences(schema) == []


def test_what_becomes_optional_or_required_is_found() -> None:
    schema = deepcopy(read_schema("manifest"))
    schema["$defs"]["field"]["required"].append("help")
    assert list_differences(schema) == ["Field.help: is required", NULL_OF_HELP]


NULL_OF_HELP = "Field.help: str | None is not None at times"
