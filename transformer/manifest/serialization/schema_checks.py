"""The manifest's schema as functions that tell whether a value is as it says, and no more.

They take a small part of the time that jsonschema takes, which explains what is wrong.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from math import inf
from typing import TypedDict

from transformer.diagnostics.resources import read_schema
from transformer.manifest.records.documents import Document

Check = Callable[[Document], bool]
Schema = TypedDict(
    "Schema",
    {
        "$ref": str,
        "$defs": "dict[str, Schema]",
        "type": str | list[str],
        "enum": list[str],
        "const": str | int,
        "oneOf": "list[Schema]",
        "required": list[str],
        "properties": "dict[str, Schema]",
        "additionalProperties": "bool | Schema",
        "items": "Schema",
        "minItems": int,
        "uniqueItems": bool,
        "pattern": str,
        "minLength": int,
        "maxLength": int,
        "minimum": int,
        "maximum": int,
    },
    total=False,
)

_RECORD = {"properties", "required"}
_IGNORED = {"$schema", "$id", "$defs", "title", "description", "default"}
_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),  # neither 5.0, as in JSON Schema, nor True, as in Python
    "number": (int, float),
    "null": (type(None),),
}


def is_valid(manifest: Document) -> bool:
    """Tell whether the schema permits a manifest."""
    return _read_definition(None)(manifest)


@cache
def _read_definition(name: str | None) -> Check:
    schema: Schema = read_schema("manifest")
    return compile_schema(schema["$defs"][name] if name else schema)


def compile_schema(schema: Schema) -> Check:
    """Make the function for a schema.

    Raises KeyError for a keyword that isn't known.
    """
    if unknown := schema.keys() - _KEYWORDS.keys() - _RECORD - _IGNORED:
        raise KeyError(*unknown)
    if schema.get("additionalProperties") is False:
        return _check_record(schema)
    if schema.get("type") == "string" and "pattern" in schema:
        return _check_word(schema)
    checks = [make(schema) for word, make in _KEYWORDS.items() if word in schema]
    return checks[0] if len(checks) == 1 else _join(checks)


def _join(checks: list[Check]) -> Check:
    def check_all(value: Document) -> bool:
        for check in checks:  # noqa: SIM110 - a generator takes twice as long
            if not check(value):
                return False
        return True

    return check_all


def _check_record(schema: Schema) -> Check:
    """Make the function for an object that has no other properties: nearly every one.

    What checks its values is made for the first one, as an expression has others within it.
    """
    checks: dict[str, Check] = {}
    required = set(schema["required"])

    def check_record(value: Document) -> bool:
        if not checks:
            checks.update(
                (name, compile_schema(each)) for name, each in schema["properties"].items()
            )
        if not isinstance(value, dict) or not required <= value.keys() <= checks.keys():
            return False
        for name, inner in value.items():  # noqa: SIM110 - as above
            if not checks[name](inner):
                return False
        return True

    return check_record


def _refer(schema: Schema) -> Check:
    return _read_definition(schema["$ref"].removeprefix("#/$defs/"))


def _check_type(schema: Schema) -> Check:
    words = schema["type"]
    types = {
        each for word in ([words] if isinstance(words, str) else words) for each in _TYPES[word]
    }
    return lambda value: type(value) in types


def _check_enum(schema: Schema) -> Check:
    words = set(schema["enum"])
    return lambda value: isinstance(value, str) and value in words


def _check_const(schema: Schema) -> Check:
    constant = schema["const"]
    return lambda value: type(value) is type(constant) and value == constant


def _check_choices(schema: Schema) -> Check:
    checks = [compile_schema(each) for each in schema["oneOf"]]
    return lambda value: sum(check(value) for check in checks) == 1


def _check_values(schema: Schema) -> Check:
    others = schema["additionalProperties"]
    assert not isinstance(others, bool)
    check = compile_schema(others)
    return lambda value: not isinstance(value, dict) or all(map(check, value.values()))


def _check_items(schema: Schema) -> Check:
    check = compile_schema(schema["items"])
    return lambda value: not isinstance(value, list) or all(map(check, value))


def _check_count(schema: Schema) -> Check:
    least = schema["minItems"]
    return lambda value: not isinstance(value, list) or len(value) >= least


def _check_unique(schema: Schema) -> Check:
    return lambda value: (
        not isinstance(value, list)
        or not any(item in value[:number] for number, item in enumerate(value))
    )


def _check_word(schema: Schema) -> Check:
    """Make the function for a text with a pattern; such ones are there many times."""
    # In JSON Schema `$` isn't the place before a last line break.
    pattern, fits = re.compile(schema["pattern"].replace("$", r"\Z")), _check_length(schema)
    known: set[str] = set()

    def check_word(value: Document) -> bool:
        if not isinstance(value, str):
            return False
        if value not in known and pattern.search(value) and fits(value):
            known.add(value)
        return value in known

    return check_word


def _check_length(schema: Schema) -> Check:
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    return lambda value: (
        not isinstance(value, str) or (len(value) >= least and (most is None or len(value) <= most))
    )


def _check_size(schema: Schema) -> Check:
    least, most = schema.get("minimum", -inf), schema.get("maximum", inf)
    return lambda value: not isinstance(value, int | float) or least <= value <= most


_KEYWORDS: Mapping[str, Callable[[Schema], Check]] = {
    "$ref": _refer,
    "type": _check_type,
    "enum": _check_enum,
    "const": _check_const,
    "oneOf": _check_choices,
    "additionalProperties": _check_values,
    "items": _check_items,
    "minItems": _check_count,
    "uniqueItems": _check_unique,
    "pattern": _check_word,
    "minLength": _check_length,
    "maxLength": _check_length,
    "minimum": _check_size,
    "maximum": _check_size,
}
