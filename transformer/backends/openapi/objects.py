"""The objects of OpenAPI 3.1, as far as a document uses them; their keys are those of the standard.

What JSON Schema and OpenAPI have no word for has a key that begins with `x-`.
"""

from typing import Literal, TypedDict

Method = Literal["get", "post", "patch", "delete"]
Number = int | float


class Moment(TypedDict):
    """A default that is counted from now: the moment, and seconds to add to it."""

    moment: str
    offset: int


Schema = TypedDict(
    "Schema",
    {
        "$ref": str,
        "title": str,
        "description": str,
        "type": str | list[str],
        "format": str,
        "pattern": str,
        "enum": list[str] | list[str | None],
        "const": str,
        "anyOf": "list[Schema]",
        "allOf": "list[Schema]",
        "required": list[str],
        "properties": "dict[str, Schema]",
        "additionalProperties": bool,
        "minProperties": int,
        "items": "Schema",
        "minItems": int,
        "maxItems": int,
        "uniqueItems": bool,
        "minLength": int,
        "maxLength": int,
        "minimum": Number,
        "maximum": Number,
        "contentMediaType": str,
        "default": str | Number | list[str],
        "readOnly": bool,
        "writeOnly": bool,
        "x-enum-descriptions": list[str],
        "x-pattern": str,
        "x-pattern-message": str,
        "x-minimum": Number,
        "x-maximum": Number,
        "x-placeholder": str,
        "x-default": Moment,
        "x-currency": str,
        "x-sensitive": bool,
        "x-pii": str,
        "x-unique": list[list[str]],
    },
    total=False,
)
"""What values there are."""

Parameter = TypedDict(
    "Parameter",
    {
        "$ref": str,
        "name": str,
        "in": Literal["path", "query", "header"],
        "required": bool,
        "description": str,
        "explode": bool,
        "schema": Schema,
    },
    total=False,
)
"""A value in the path, behind the question mark or in a header of a request."""


class MediaType(TypedDict):
    """What a body holds in one format."""

    schema: Schema


Content = dict[str, MediaType]
"""Media type → what a body holds in it."""


class RequestBody(TypedDict):
    """What is sent."""

    required: bool
    content: Content


Header = TypedDict("Header", {"$ref": str, "description": str, "schema": Schema}, total=False)
"""A header of an answer."""

Response = TypedDict(
    "Response",
    {"$ref": str, "description": str, "headers": dict[str, Header], "content": Content},
    total=False,
)
"""What comes back."""

Security = dict[str, list[str]]
"""A way to sign in → what is asked of it."""


class Operation(TypedDict, total=False):
    """A method of a path."""

    operationId: str
    summary: str
    description: str
    tags: list[str]
    security: list[Security]
    parameters: list[Parameter]
    requestBody: RequestBody
    responses: dict[str, Response]


class PathItem(TypedDict, total=False):
    """A path: what all its methods take, and the methods."""

    parameters: list[Parameter]
    get: Operation
    post: Operation
    patch: Operation
    delete: Operation


SecurityScheme = TypedDict(
    "SecurityScheme",
    {"description": str, "type": str, "in": str, "name": str, "scheme": str},
    total=False,
)
"""A way to sign in."""


class Components(TypedDict, total=False):
    """What is referred to."""

    securitySchemes: dict[str, SecurityScheme]
    parameters: dict[str, Parameter]
    headers: dict[str, Header]
    responses: dict[str, Response]
    schemas: dict[str, Schema]


class Info(TypedDict, total=False):
    """What an API is called."""

    title: str
    description: str
    version: str


class Server(TypedDict):
    """Where an API is."""

    url: str


Tag = TypedDict("Tag", {"name": str, "description": str, "x-displayName": str}, total=False)
"""A group of operations."""


class Document(TypedDict, total=False):
    """A document as a whole."""

    openapi: str
    info: Info
    servers: list[Server]
    security: list[Security]
    tags: list[Tag]
    paths: dict[str, PathItem]
    components: Components


def refer_to(schema: str) -> Schema:
    """Make a reference to a schema among the components.

    >>> refer_to("Task")
    {'$ref': '#/components/schemas/Task'}
    """
    return {"$ref": f"#/components/schemas/{schema}"}
