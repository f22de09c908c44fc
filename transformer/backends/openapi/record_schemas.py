"""Records as JSON Schema: each alone, in the rows of lists, and as what references lead to.

Schemas of objects have no `title`, as generators of clients would name classes by these, and
people call different things alike.
"""

from collections.abc import Iterable, Iterator

from transformer.backends.openapi.computed_schemas import describe_computed
from transformer.backends.openapi.objects import Schema, refer_to
from transformer.backends.openapi.record_contents import Told, list_record, list_row
from transformer.backends.openapi.schemas import (
    describe_links,
    describe_own,
    describe_property,
    spell_prose,
)
from transformer.model.entities import Computed, Entity, Member
from transformer.model.entity_fields import Field
from transformer.model.surfaces import Surface

_DISPLAY: Schema = {
    "description": "What people call the record; null if whoever asks may not see it.",
    "type": ["string", "null"],
}
_NAME: Schema = {"description": "What people call the record.", "type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_ADDRESS: Schema = {"type": ["string", "null"], "format": "uri-reference"}
_MOMENT: Schema = {"type": "string", "format": "date-time"}


def name_schema(entity: Entity, surface: Surface | None, ending: str) -> str:
    """Name the schema of what a page shows or sends; pages beside the default have their own."""
    if surface is None or surface.default:
        return f"{entity.name}{ending}"
    return f"{entity.name}.surface.{surface.name}{ending}"


def list_record_schemas(entity: Entity, person: str) -> Iterator[tuple[str, Schema]]:
    """List the schemas that tell of records; `person` is that of whoever did something."""
    yield f"{entity.name}.key", describe_own(entity.key, "edit")
    key = refer_to(f"{entity.name}.key")
    yield f"{entity.name}.reference", describe_reference(entity.title, key)
    views = [each for each in entity.surfaces if each.mode == "view"]
    if not any(each.default for each in views):
        yield entity.name, _describe_record(entity, None)
    for each in views:
        yield name_schema(entity, each, ""), _describe_record(entity, each)
    for each in entity.surfaces:
        if each.mode == "list":
            row, title = name_schema(entity, each, ".row"), each.title
            yield row, _describe_row(entity, each)
            yield name_schema(entity, each, ".page"), describe_page(title, refer_to(row))
    yield f"{entity.name}.outcomes", _describe_outcomes(entity)
    removed = _describe_removed(entity, person)
    yield f"{entity.name}.put-away", describe_page(entity.plural, removed)


def describe_reference(title: str, key: Schema) -> Schema:
    """Describe what a reference leads to."""
    return {
        "description": spell_prose(title),
        "type": "object",
        "required": ["key", "display"],
        "properties": {"key": key, "display": _DISPLAY},
    }


def describe_page(title: str, row: Schema) -> Schema:
    """Describe a page of rows."""
    return {
        "description": spell_prose(title),
        "type": "object",
        "required": ["count", "truncated", "next", "previous", "results"],
        "properties": {
            "count": {"description": "How many there are.", **_COUNT},
            "truncated": {
                "description": "Whether there are more than that, which nobody counted.",
                "type": "boolean",
            },
            "next": {"description": "The address of the next page.", **_ADDRESS},
            "previous": {"description": "The address of the page before.", **_ADDRESS},
            "results": {"type": "array", "items": row},
        },
    }


def _describe_record(entity: Entity, page: Surface | None) -> Schema:
    title = "\n\n".join(filter(None, [entity.title, entity.description]))
    schema = _describe_told(title, list_record(entity, page))
    if entity.uniques:
        schema["x-unique"] = [list(unique.field_names) for unique in entity.uniques]
    return schema


def _describe_row(entity: Entity, page: Surface) -> Schema:
    return _describe_told(entity.title, list_row(entity, page))


def _describe_told(title: str, told: Iterable[Told]) -> Schema:
    told = list(told)
    required = [each.member.name for each in told if not each.is_optional]
    properties = {each.member.name: _describe_member(each.member) for each in told}
    # A field of that name says something else.
    if "display" not in properties:
        properties = {"display": _NAME, **properties}
        required = ["display", *required]
    return {
        "description": spell_prose(title),
        "type": "object",
        "required": required,
        "properties": properties,
    }


def _describe_member(member: Member) -> Schema:
    match member:
        case Field():
            return describe_property(member, "record")
        case Computed():
            return describe_computed(member)
        case _:
            return describe_links(member, member.title, "reference")


def _describe_outcomes(entity: Entity) -> Schema:
    outcome: Schema = {
        "type": "object",
        "required": ["key", "status", "errors"],
        "properties": {
            "key": refer_to(f"{entity.name}.key"),
            "status": {
                "description": "The status that a request for this record alone would have had.",
                "type": "integer",
                "minimum": 200,
                "maximum": 499,
            },
            "errors": {"type": "array", "items": refer_to("error-detail")},
        },
    }
    return {
        "description": spell_prose(entity.plural),
        "type": "object",
        "required": ["results"],
        "properties": {"results": {"type": "array", "items": outcome}},
    }


def _describe_removed(entity: Entity, person: str) -> Schema:
    return {
        "type": "object",
        "required": ["key", "display", "deleted_at", "deleted_by"],
        "properties": {
            "key": refer_to(f"{entity.name}.key"),
            "display": {"type": "string"},
            "deleted_at": _MOMENT,
            "deleted_by": {"anyOf": [refer_to(person), {"type": "null"}]},
        },
    }
