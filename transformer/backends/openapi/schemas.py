"""Values as JSON Schema: those of fields, in records, in what is sent and in filters."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from string import Template
from typing import Literal

from transformer.backends.openapi.objects import Schema, refer_to
from transformer.backends.openapi.openapi_rows import (
    TypeRow,
    read_dialect,
    read_types,
)
from transformer.model.entity_fields import Choice, Field, MomentDefault
from transformer.model.relations import Relation
from transformer.model.surfaces import Item

Use = Literal["record", "create", "edit", "filter"]
"""Where a value stands: in a record, in what is sent to make or to change one, or in a filter."""

Referring = Literal["reference", "key"]
"""How a reference is told: with the name of the record, or by its key alone."""

_NO_CHOICE = "–"
_TAG = re.compile(r"<(?=[A-Za-z/!?])")


def describe_property(field: Field, use: Use, item: Item | None = None) -> Schema:
    """Describe a field with all that people are told of it.

    `item` is what a form says of it.
    """
    schema: Schema = {"title": item.title if item else field.title}
    if text := (item.help if item else field.help):
        schema["description"] = spell_prose(text)
    schema |= describe_value(field, use)
    if item and item.placeholder:
        schema["x-placeholder"] = item.placeholder
    if use == "create":
        schema |= _describe_default(field)
    if use == "record" and field.input == "never":
        schema["readOnly"] = True
    if item and item.widget == "password":
        schema["writeOnly"] = True
    return schema | _mark(field)


def _mark(field: Field) -> Schema:
    schema: Schema = {}
    if field.currency:
        schema["x-currency"] = field.currency
    if field.sensitive:
        schema["x-sensitive"] = True
    if field.pii:
        schema["x-pii"] = field.pii
    return schema


def _describe_default(field: Field) -> Schema:
    default = field.default
    if default is None:
        return {}
    if isinstance(default, MomentDefault):
        return {"x-default": {"moment": default.moment, "offset": default.offset}}
    is_moment = "moment" in read_types()[field.type]
    return {"default": spell_moment(str(default.value)) if is_moment else default.value}


def spell_moment(value: str) -> str:
    """Spell a moment as RFC 3339 has it, in UTC unless it says otherwise.

    >>> spell_moment("2026-01-31 09:30")
    '2026-01-31T09:30:00+00:00'
    """
    moment = datetime.fromisoformat(value)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def describe_links(relation: Relation, title: str, referring: Referring) -> Schema:
    """Describe the records on the other side of a relation of many on both."""
    each = refer_to(f"{relation.target_name}.{referring}")
    return {"title": title, "type": "array", "items": each, "uniqueItems": True}


def spell_prose(text: str) -> str:
    """Spell a text of people for what is read as Markdown: it may have marks, but no tags of HTML.

    >>> spell_prose("1 < 2, <b>really</b>")
    '1 < 2, &lt;b>really&lt;/b>'
    """
    return _TAG.sub("&lt;", text)


def describe_value(field: Field, use: Use) -> Schema:
    """Describe the values of a field; a key's stand among the components."""
    if field.is_key and not (field.is_reference and use == "record"):
        return refer_to(f"{field.entity.name}.key")
    return describe_own(field, use)


def describe_own(field: Field, use: Use) -> Schema:
    """Describe the values of a field that stand nowhere else."""
    row = read_types()[field.type]
    if name := _find_component(field, "reference" if use == "record" else "key"):
        return _refer(name, field, use)
    if field.values:
        return _describe_choice(field, field.values, use)
    if "upload" in row and use != "record":
        return {"type": "string", "format": "binary", "contentMediaType": row["upload"]}
    schema = _describe_type(field, row, use)
    is_limited = "format" in row or "pattern" in row or field.pattern or field.minimum
    if _may_be_empty(field, use) and "empty" in row and is_limited:
        return {"anyOf": [{"const": ""}, schema]}
    return schema


def _may_be_empty(field: Field, use: Use) -> bool:
    return use != "filter" and not field.required and not field.nullable


def _find_component(field: Field, referring: Referring) -> str | None:
    """Find the component that has a field's values; None where these are the field's own."""
    if field.target_kind == "account":
        return f"account-{referring}"
    if field.target_name is not None:
        return f"{field.target_name}.{referring}"
    return None if field.enum_name is None else f"{field.enum_name}.values"


def _refer(name: str, field: Field, use: Use) -> Schema:
    if use == "filter" or field.required:
        return refer_to(name)
    return {"anyOf": [refer_to(name), {"type": "null"} if field.nullable else {"const": ""}]}


def _describe_choice(field: Field, values: Iterable[Choice], use: Use) -> Schema:
    may_be_null = field.nullable and use != "filter"
    schema: Schema = {"type": ["string", "null"] if may_be_null else "string"}
    if use == "filter" or field.required:
        return schema | list_choices(values)
    return schema | list_choices(values, None if field.nullable else "")


def list_choices(values: Iterable[Choice], *others: str | None) -> Schema:
    """List the values of an enumeration, then others that stand for none of them."""
    return {
        "enum": [*(choice.value for choice in values), *others],
        "x-enum-descriptions": [
            *(choice.title for choice in values),
            *(_NO_CHOICE for _ in others),
        ],
    }


def _describe_type(field: Field, row: TypeRow, use: Use) -> Schema:
    schema: Schema = {}
    if "type" in row:
        may_be_null = field.nullable and use != "filter"
        schema["type"] = [row["type"], "null"] if may_be_null else row["type"]
    if "format" in row:
        schema["format"] = row["format"]
    if use == "filter":
        return schema | _describe_filter_format(row)
    return schema | _describe_pattern(field, row) | _describe_bounds(field, row)


def _describe_filter_format(row: TypeRow) -> Schema:
    return {"format": row["filter_format"]} if "filter_format" in row else {}


def _describe_pattern(field: Field, row: TypeRow) -> Schema:
    schema: Schema = {}
    if "pattern" in row:
        schema["pattern"] = _fill_pattern(row["pattern"], field)
    if not field.pattern:
        return schema
    if any(mark in field.pattern for mark in read_dialect()):
        schema["x-pattern"] = field.pattern
    elif "pattern" in row:
        schema["allOf"] = [{"pattern": field.pattern}]
    else:
        schema["pattern"] = field.pattern
    if field.pattern_message:
        schema["x-pattern-message"] = field.pattern_message
    return schema


def _fill_pattern(pattern: str, field: Field) -> str:
    if field.digits is None or field.places is None:
        return pattern
    whole = max(1, field.digits - field.places)
    return Template(pattern).safe_substitute(whole=whole, places=field.places)


def _describe_bounds(field: Field, row: TypeRow) -> Schema:
    schema: Schema = {}
    least, most = field.minimum, field.maximum
    if row.get("bounds") == "length":
        if field.required or least:
            schema["minLength"] = max(1, int(least or 0))
        lengths = [bound for bound in (most, field.length) if bound is not None]
        if lengths:
            schema["maxLength"] = int(min(lengths))
        return schema
    if row.get("bounds") == "text":
        return schema | _describe_exact_bounds(field)
    if least is not None:
        schema["minimum"] = least
    if most is not None:
        schema["maximum"] = most
    return schema


def _describe_exact_bounds(field: Field) -> Schema:
    schema: Schema = {}
    if field.minimum is not None:
        schema["x-minimum"] = field.minimum
    if field.maximum is not None:
        schema["x-maximum"] = field.maximum
    return schema
