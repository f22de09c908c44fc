"""The records of a draft are those of the schema, and what lines say beside that stands apart."""

import copy
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from transformer.diagnostics.resources import read_schema
from transformer.dsl.parser.values import Value
from transformer.manifest import records
from transformer.manifest.records.manifest_draft import ManifestDraft

Schema = dict[str, Any]
Facts = Iterator[tuple[str, str]]

# What a value is in a draft only: as a line writes it, until it is linked or completed.
SAID_VALUES = {("tests/*/order", "str")}
# Types of fields are words of a table, so that a new one needs no line of Python.
WORDS_OF_TABLES = {"entities/*/fields/*/type", "foreign_models/*/fields/*/type"}
PLAIN = {
    "string": ("str",),
    "integer": ("int",),
    "number": ("int", "float"),
    "boolean": ("bool",),
    "null": ("NoneType",),
}


def list_said() -> dict[str, set[str]]:
    """List the properties that only a draft has, by the end of the names of the records."""
    modules = [
        import_module(f"{records.__name__}.{m.name}") for m in iter_modules(records.__path__)
    ]
    kinds = {name: kind for module in modules for name, kind in vars(module).items()}
    return {
        f"{name.removesuffix('Syntax')}Draft": set(get_type_hints(kind))
        for name, kind in kinds.items()
        if name.endswith("Syntax") and is_typeddict(kind)
    }


SAID = list_said()


def list_schema_facts(schema: Schema, root: Schema, path: str, around: tuple[str, ...]) -> Facts:
    """What a schema says of a value and the values in it: their paths, each with a type."""
    name = schema.get("$ref", "").removeprefix("#/$defs/")
    if name in around:
        yield path, name
    elif name:
        yield from list_schema_facts(root["$defs"][name], root, path, (*around, name))
    for way in schema.get("oneOf", ()):
        yield from list_schema_facts(way, root, path, around)
    words = schema.get("enum", [schema["const"]] if "const" in schema else [])
    is_open = path in WORDS_OF_TABLES
    yield from ((path, "str" if is_open else repr(word)) for word in words)
    kinds = schema.get("type", [])
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        yield from ((path, plain) for plain in PLAIN.get(kind, (kind,)))
    for key, row in schema.get("properties", {}).items():
        yield from list_schema_facts(row, root, f"{path}/{key}".strip("/"), around)
    for row in (schema.get("items"), schema.get("additionalProperties")):
        yield from list_schema_facts(row, root, f"{path}/*", around) if row else ()


def list_type_facts(hint: Any, path: str, around: tuple[Any, ...]) -> Facts:
    """What a type says of a value and the values in it."""
    parts = get_args(hint)
    if hint in around:
        yield path, hint.__name__.lower()
    elif get_origin(hint) in (Union, UnionType):
        for part in parts:
            yield from list_type_facts(part, path, around)
    elif get_origin(hint) is Literal:
        yield from ((path, repr(word)) for word in parts)
    elif get_origin(hint) in (list, dict):
        yield path, "array" if get_origin(hint) is list else "object"
        yield from list_type_facts(parts[-1], f"{path}/*", around)
    elif is_typeddict(hint):
        yield path, "object"
        ends = {key for end, keys in SAID.items() if hint.__name__.endswith(end) for key in keys}
        for key, part in get_type_hints(hint).items():
            if key not in ends:
                yield from list_type_facts(part, f"{path}/{key}".strip("/"), (*around, hint))
    elif hint is not Value:
        yield path, hint.__name__


def find_differences(schema: Schema) -> set[tuple[str, str]]:
    typed = set(list_type_facts(ManifestDraft, "", ()))
    return typed ^ (SAID_VALUES | set(list_schema_facts(schema, schema, "", ())))


def test_records_are_those_of_the_schema() -> None:
    assert find_differences(read_schema("manifest")) == set()


def misspell_property(schema: Schema) -> None:
    entity = schema["$defs"]["entity"]["properties"]
    entity["adress"] = entity.pop("address")


def drop_property(schema: Schema) -> None:
    del schema["$defs"]["ux"]["properties"]["empty"]


def define_what_lines_say(schema: Schema) -> None:
    schema["$defs"]["surface"]["properties"]["called"] = {"type": "string"}


def add_word(schema: Schema) -> None:
    schema["$defs"]["operation"]["enum"].append("archive")


def make_text_of_number(schema: Schema) -> None:
    schema["$defs"]["field"]["properties"]["length"] = {"type": "string"}


def make_one_of_list(schema: Schema) -> None:
    tests = schema["$defs"]["test"]["properties"]
    tests["data"] = tests["data"]["items"]


@pytest.mark.parametrize(
    ("damage", "path"),
    [
        (misspell_property, "entities/*/adress"),
        (drop_property, "surfaces/*/ux/empty"),
        (define_what_lines_say, "surfaces/*/called"),
        (add_word, "entities/*/permissions/*/operation"),
        (make_text_of_number, "entities/*/fields/*/length"),
        (make_one_of_list, "tests/*/data"),
    ],
)
def test_damaged_schema_differs(damage: Callable[[Schema], None], path: str) -> None:
    schema = copy.deepcopy(read_schema("manifest"))
    damage(schema)
    assert path in {place for place, _ in find_differences(schema)}
