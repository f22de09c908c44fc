"""Places of a manifest, such as `entities/*/computed`, held to the manifest's schema.

`*` is every item of a list; `**/key` is every record below that has the key.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from transformer.diagnostics.resources import Data, read_schema
from transformer.engine.records import (
    Schema,
    list_properties,
    read_manifest_schema,
    resolve_schema,
)

_ANY = ""  # a step to whatever property there is


def find_unknown_step(place: str) -> tuple[str, tuple[str, ...]] | None:
    """Find the first step of a place that no manifest has, with the steps that there could be.

    None if a manifest can have all of it.
    """
    schema = read_manifest_schema()
    steps = iter(place.split("/"))
    for step in steps:
        if step == "**":
            key, known = next(steps, ""), _list_keys()
            return None if key in known else (key, known)
        inner = _list_steps(schema)
        if step not in inner and _ANY not in inner:
            return step, tuple(sorted(inner))
        schema = inner[step if step in inner else _ANY]
    return None


def _list_steps(schema: Schema) -> dict[str, Schema]:
    """List where a schema leads: a property, `*` for items, and any other property."""
    schema = resolve_schema(schema)
    steps = {**list_properties(schema)}
    if "items" in schema:
        steps["*"] = schema["items"]
    others = schema.get("additionalProperties")
    if isinstance(others, dict):
        steps[_ANY] = others
    return steps


@cache
def _list_keys() -> tuple[str, ...]:
    """List the properties of all records of a manifest, sorted."""
    whole: Data = read_schema("manifest")
    return tuple(sorted(set(_find_keys(whole))))


def _find_keys(part: Data) -> Iterator[str]:
    if isinstance(part, Mapping):
        if isinstance(properties := part.get("properties"), Mapping):
            yield from properties
        for inner in part.values():
            yield from _find_keys(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _find_keys(inner)
