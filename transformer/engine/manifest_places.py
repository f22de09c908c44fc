"""Places of a manifest, such as `entities/*/computed`, held to the manifest's schema.

`*` is every item of a list; `**/key` is every record below that has the key.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from transformer.diagnostics.resources import read_schema
from transformer.engine.records import Data

_Schema = Mapping[str, Data]


def find_unknown_step(place: str) -> tuple[str, tuple[str, ...]] | None:
    """Find the first step of a place that no manifest has, with the steps that there could be.

    None if a manifest can have all of it.
    """
    found = [_read_manifest_schema()]
    steps = iter(place.split("/"))
    for step in steps:
        if step == "**":
            key = next(steps, "")
            known = frozenset(_list_keys(_read_manifest_schema()))
            return None if key in known else (key, tuple(sorted(known)))
        inner = {name: each for schema in found for name, each in _list_steps(schema)}
        if step not in inner and "" not in inner:
            return step, tuple(sorted(inner))
        found = [
            each for schema in found for name, each in _list_steps(schema) if name in (step, "")
        ]
    return None


@cache
def _read_manifest_schema() -> _Schema:
    schema: _Schema = read_schema("manifest")
    return schema


def _list_steps(schema: _Schema) -> Iterator[tuple[str, _Schema]]:
    """List where a schema leads: a property, `*` for items, nothing for any other property."""
    match schema:
        case {"$ref": str(reference)}:
            definitions = _read_manifest_schema()["$defs"]
            name = reference.rpartition("/")[2]
            if isinstance(definitions, Mapping) and isinstance(named := definitions[name], Mapping):
                yield from _list_steps(named)
        case {"oneOf": list(choices)}:
            for choice in choices:
                if isinstance(choice, Mapping):
                    yield from _list_steps(choice)
    match schema.get("properties"):
        case Mapping() as properties:
            yield from _select_schemas(properties)
    for step, word in (("*", "items"), ("", "additionalProperties")):
        if isinstance(inner := schema.get(word), Mapping):
            yield step, inner


def _select_schemas(properties: Mapping[str, Data]) -> Iterator[tuple[str, _Schema]]:
    for name, each in properties.items():
        if isinstance(each, Mapping):
            yield name, each


def _list_keys(value: Data) -> Iterator[str]:
    """List the properties of all records, at any depth of a schema."""
    if isinstance(value, Mapping):
        if isinstance(properties := value.get("properties"), Mapping):
            yield from properties
        for inner in value.values():
            yield from _list_keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _list_keys(inner)
