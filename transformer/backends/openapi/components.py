"""What a document refers to: the records of each entity, what is sent for one, and errors."""

from collections.abc import Iterator

from transformer.backends.openapi.objects import (
    Components,
    Content,
    Response,
    Schema,
    SecurityScheme,
    refer_to,
)
from transformer.backends.openapi.openapi_rows import (
    OperationRow,
    read_errors,
    read_operations,
)
from transformer.backends.openapi.parameters import PAGES, list_shown_names, pick_fields
from transformer.backends.openapi.schemas import (
    Use,
    describe_computed,
    describe_own,
    describe_property,
    list_choices,
)
from transformer.model import Model
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.surfaces import Item, Surface

_SCHEMES: dict[str, SecurityScheme] = {
    "session": {
        "description": "The cookie of a browser that has signed in.",
        "type": "apiKey",
        "in": "cookie",
        "name": "session",
    },
    "bearer": {"description": "A token for programs.", "type": "http", "scheme": "bearer"},
}
_ACCOUNT_KEY: Schema = {
    "title": "Account",
    "description": "The key of an account with which people sign in.",
    "type": ["integer", "string"],
}
_URI: Schema = {"type": "string", "format": "uri-reference"}
_FAULT: Schema = {
    "type": "object",
    "required": ["field", "detail"],
    "properties": {"field": {"type": "string"}, "detail": {"type": "string"}},
}
_PROBLEM: Schema = {
    "title": "Problem",
    "description": "What went wrong, as RFC 9457 has it.",
    "type": "object",
    "properties": {
        "type": {**_URI, "default": "about:blank"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string"},
        "instance": _URI,
        "errors": {
            "description": "What is wrong with the values of single fields.",
            "type": "array",
            "items": _FAULT,
        },
    },
}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_PLACE: Schema = {"type": "integer", "minimum": 1}


def list_components(model: Model) -> Components:
    """List all that the paths of a document refer to."""
    components: Components = {}
    if model.app.access != "open":
        components["securitySchemes"] = _SCHEMES
    components["parameters"] = PAGES
    components["responses"] = {
        row["name"]: _answer(row["answer"]) for row in read_errors().values()
    }
    components["schemas"] = dict(_list_schemas(model))
    return components


def _answer(description: str) -> Response:
    problem: Content = {"application/problem+json": {"schema": refer_to("problem-details")}}
    return {"description": description, "content": problem}


def _list_schemas(model: Model) -> Iterator[tuple[str, Schema]]:
    for entity in model.entities:
        yield f"{entity.name}.key", describe_own(entity.key, "record")
        yield entity.name, _describe_record(entity)
        for mode, row in read_operations().items():
            for surface in entity.surfaces:
                if surface.mode == mode:
                    yield from _list_bodies(entity, surface, row)
    for enum in model.enums:
        values = list_choices(enum.values)
        yield f"{enum.name}.values", {"title": enum.title, "type": "string", **values}
    kinds = {field.target_kind for entity in model.entities for field in entity.fields}
    if "account" in kinds:
        yield "account-key", _ACCOUNT_KEY
    yield "problem-details", _PROBLEM


def _describe_record(entity: Entity) -> Schema:
    schema: Schema = {"title": entity.title}
    if entity.description:
        schema["description"] = entity.description
    schema["type"] = "object"
    schema["required"] = [field.name for field in entity.fields]
    schema["properties"] = {
        **{field.name: describe_property(field, "record") for field in entity.fields},
        **{value.name: describe_computed(value) for value in entity.computed},
    }
    if entity.uniques:
        schema["x-unique"] = [list(unique.field_names) for unique in entity.uniques]
    return schema


def _list_bodies(
    entity: Entity, surface: Surface, row: OperationRow
) -> Iterator[tuple[str, Schema]]:
    if "takes" in row:
        yield name_body(surface), _describe_body(entity, surface, row)
    elif row.get("gives") == ".page" and surface.default:
        yield f"{entity.name}.page", _describe_page(entity)


def name_body(surface: Surface) -> str:
    """Name the component that is what a surface sends."""
    owner = surface.mode if surface.default else f"surface.{surface.name}"
    return f"{surface.entity_name}.{owner}"


def _describe_page(entity: Entity) -> Schema:
    return {
        "title": entity.plural,
        "type": "object",
        "required": ["items", "page", "page_size", "total"],
        "properties": {
            "items": {"type": "array", "items": refer_to(entity.name)},
            "page": _PLACE,
            "page_size": _PLACE,
            "total": _COUNT,
        },
    }


def _describe_body(entity: Entity, surface: Surface, row: OperationRow) -> Schema:
    inputs = list(_list_inputs(entity, surface, row))
    schema: Schema = {"title": surface.title, "type": "object"}
    needed = [field.name for field, _ in inputs if field.required and not field.default]
    if needed and "partial" not in row:
        schema["required"] = needed
    if "partial" in row:
        schema["minProperties"] = 1
    if inputs:
        use: Use = "create" if surface.mode == "create" else "edit"
        schema["properties"] = {
            field.name: describe_property(field, use, item) for field, item in inputs
        }
    schema["additionalProperties"] = False
    return schema


def _list_inputs(
    entity: Entity, surface: Surface, row: OperationRow
) -> Iterator[tuple[Field, Item | None]]:
    """List the fields that a form sends, each with what the form says of it."""
    items = {item.field_name: item for item in surface.items}
    for field in pick_fields(entity, list_shown_names(surface)):
        item = items.get(field.name)
        if field.input in row.get("takes", ()) and not (item and item.readonly):
            yield field, item
