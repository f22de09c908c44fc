"""What a document refers to: schemas, parameters, headers, answers and ways to sign in."""

from collections.abc import Iterator

from transformer.backends.openapi.body_schemas import list_body_schemas
from transformer.backends.openapi.objects import Components, Parameter, Schema, SecurityScheme
from transformer.backends.openapi.openapi_rows import ParameterRow, read_parameters
from transformer.backends.openapi.record_schemas import list_record_schemas
from transformer.backends.openapi.responses import (
    describe_errors,
    describe_headers,
    list_own_errors,
)
from transformer.backends.openapi.schemas import list_choices, spell_prose
from transformer.backends.openapi.shared_schemas import list_shared_schemas, name_person
from transformer.model import Model

_SCHEMES: dict[str, SecurityScheme] = {
    "session": {
        "description": "The cookie of a browser that has signed in.",
        "type": "apiKey",
        "in": "cookie",
        "name": "sessionid",
    },
    "csrf": {
        "description": "What the cookie `csrftoken` has, against requests forged elsewhere.",
        "type": "apiKey",
        "in": "header",
        "name": "X-CSRFToken",
    },
    "bearer": {"description": "A token for programs.", "type": "http", "scheme": "bearer"},
}


def list_components(model: Model) -> Components:
    """List all that the paths of any document may refer to."""
    responses = describe_errors()
    for entity in model.entities:
        responses |= dict(list_own_errors(entity))
    return {
        "securitySchemes": _SCHEMES,
        "parameters": {name: _describe_parameter(row) for name, row in read_parameters().items()},
        "headers": describe_headers(),
        "responses": responses,
        "schemas": dict(_list_schemas(model)),
    }


def _describe_parameter(row: ParameterRow) -> Parameter:
    bound = _bound_number if row["type"] == "integer" else _bound_length
    schema: Schema = {"type": row["type"], **bound(row)}
    if "pattern" in row:
        schema["pattern"] = row["pattern"]
    if "default" in row:
        schema["default"] = int(row["default"])
    return {"name": row["name"], "in": row["place"], "description": row["told"], "schema": schema}


def _bound_number(row: ParameterRow) -> Schema:
    schema: Schema = {}
    if "least" in row:
        schema["minimum"] = int(row["least"])
    if "most" in row:
        schema["maximum"] = int(row["most"])
    return schema


def _bound_length(row: ParameterRow) -> Schema:
    schema: Schema = {}
    if "least" in row:
        schema["minLength"] = int(row["least"])
    if "most" in row:
        schema["maxLength"] = int(row["most"])
    return schema


def _list_schemas(model: Model) -> Iterator[tuple[str, Schema]]:
    person = name_person(model)
    for entity in model.entities:
        yield from list_record_schemas(entity, person)
        yield from list_body_schemas(entity)
    for enum in model.enums:
        values = list_choices(enum.values)
        described = spell_prose(enum.title)
        yield f"{enum.name}.values", {"description": described, "type": "string", **values}
    yield from list_shared_schemas(model).items()
