"""A manifest as a document: its parts in the order of the schema, complete or to the point."""

from typing import TypedDict

from transformer.diagnostics.resources import read_schema
from transformer.manifest.records.documents import Document, Part

Schema = TypedDict(
    "Schema",
    {
        "$ref": str,
        "$defs": "dict[str, Schema]",
        "properties": "dict[str, Schema]",
        "items": "Schema",
        "default": Document,
    },
    total=False,
)


def arrange_manifest(manifest: Part) -> Part:
    """The manifest with only what the schema knows, in its order, without what goes by default."""
    schema = _read_schema()
    return _arrange_part(manifest, schema.get("properties", {}), schema)


def _read_schema() -> Schema:
    schema: Schema = read_schema("manifest")
    return schema


def _arrange(value: Document, schema: Schema, root: Schema) -> Document:
    schema = _resolve(schema, root)
    if isinstance(value, list):
        return [_arrange(item, schema.get("items", {}), root) for item in value]
    properties = schema.get("properties")
    if not isinstance(value, dict) or properties is None:
        return value
    return _arrange_part(value, properties, root)


def _arrange_part(part: Part, properties: dict[str, Schema], root: Schema) -> Part:
    return {
        key: _arrange(part[key], row, root)
        for key, row in properties.items()
        if key in part and ("default" not in row or part[key] != row["default"])
    }


def fill_lists(manifest: Document) -> None:
    """Put an empty list wherever the manifest leaves one out."""
    schema = _read_schema()
    _fill(manifest, schema, schema)


def _fill(value: Document, schema: Schema, root: Schema) -> None:
    schema = _resolve(schema, root)
    if isinstance(value, list):
        for item in value:
            _fill(item, schema.get("items", {}), root)
    if not isinstance(value, dict):
        return
    for key, row in schema.get("properties", {}).items():
        if row.get("default") == []:
            value.setdefault(key, [])
        if key in value:
            _fill(value[key], row, root)


def _resolve(schema: Schema, root: Schema) -> Schema:
    return root["$defs"][schema["$ref"].removeprefix("#/$defs/")] if "$ref" in schema else schema
