"""A manifest as a document: its parts in the order of the schema, complete or to the point."""

from typing import Any

from transformer.diagnostics.resources import read_schema


def arrange_manifest(manifest: dict[str, Any]) -> dict[str, Any]:
    """The manifest with only what the schema knows, in its order, without what goes by default."""
    schema = read_schema("manifest")
    arranged: dict[str, Any] = _arrange(manifest, schema, schema)
    return arranged


def _arrange(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> Any:
    schema = _resolve(schema, root)
    if isinstance(value, list):
        return [_arrange(item, schema.get("items", {}), root) for item in value]
    properties = schema.get("properties")
    if not isinstance(value, dict) or properties is None:
        return value
    return {
        key: _arrange(value[key], row, root)
        for key, row in properties.items()
        if key in value and ("default" not in row or value[key] != row["default"])
    }


def fill_lists(manifest: dict[str, Any]) -> None:
    """Put an empty list wherever the manifest leaves one out."""
    schema = read_schema("manifest")
    _fill(manifest, schema, schema)


def _fill(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> None:
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


def _resolve(schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").removeprefix("#/$defs/")
    found: dict[str, Any] = root["$defs"][name] if name else schema
    return found
