"""A manifest as a document: its parts in the order of the schema, complete or to the point."""

from collections.abc import Callable
from functools import cache, cached_property, partial
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


Arrange = Callable[[Document], Document]


def arrange_manifest(manifest: Part) -> Part:
    """The manifest with only what the schema knows, in its order, without what goes by default."""
    return _Order(_read_schema()).arrange_part(manifest)


class _Order:
    """The order of the properties that a schema knows; each is looked up once."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def arrange(self, value: Document) -> Document:
        """A part in this order; anything else as it is."""
        return self.arrange_part(value) if isinstance(value, dict) else value

    def arrange_part(self, part: Part) -> Part:
        """A part in this order."""
        arranged: Part = {}
        for key, arrange, row in self._rows:
            if key in part:
                value = part[key]
                if "default" not in row or value != row["default"]:
                    arranged[key] = arrange(value) if arrange else value
        return arranged

    @cached_property
    def _rows(self) -> list[tuple[str, Arrange | None, Schema]]:
        properties = self._schema.get("properties", {})
        return [(key, _find_order(row), row) for key, row in properties.items()]


def _find_order(schema: Schema) -> Arrange | None:
    """What arranges a value of a schema; None where there is nothing to arrange."""
    if "$ref" in schema:
        return _find_definition(schema["$ref"])
    if "items" in schema:
        arrange = _find_order(schema["items"])
        return partial(_arrange_items, arrange) if arrange else None
    return _Order(schema).arrange if "properties" in schema else None


@cache
def _find_definition(reference: str) -> Arrange | None:
    root = _read_schema()
    return _find_order(_resolve({"$ref": reference}, root))


def _arrange_items(arrange: Arrange, items: Document) -> Document:
    return list(map(arrange, items)) if isinstance(items, list) else items


def _read_schema() -> Schema:
    schema: Schema = read_schema("manifest")
    return schema


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
