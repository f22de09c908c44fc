"""Values that are computed from records, as JSON Schema."""

from transformer.backends.openapi.objects import Schema
from transformer.backends.openapi.openapi_rows import ValueTypeRow, read_value_types
from transformer.model.entities import Computed
from transformer.model.expressions import ValueList


def describe_computed(value: Computed) -> Schema:
    """Describe a value that is computed from a record."""
    schema: Schema = {"title": value.title, **_describe_value_type(value), "readOnly": True}
    if value.sensitive:
        schema["x-sensitive"] = True
    return schema


def describe_filter(value: Computed) -> Schema:
    """Describe what a list can be narrowed to by a computed value."""
    schema = _describe_value_type(value)
    match schema.get("type"):
        case [str(first), *_]:
            schema["type"] = first
    if kind := read_value_type(value).get("filter_format"):
        schema["format"] = kind
    return schema


def read_value_type(value: Computed) -> ValueTypeRow:
    """Read what the type of a computed value is as JSON Schema."""
    expression = value.expression
    return read_value_types()["json" if isinstance(expression, ValueList) else expression.type]


def _describe_value_type(value: Computed) -> Schema:
    row, schema = read_value_type(value), Schema()
    if "type" in row:
        schema["type"] = row["type"]
    if "format" in row:
        schema["format"] = row["format"]
    return schema
