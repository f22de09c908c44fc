"""What is alike in the API of every app, as JSON Schema."""

from transformer.backends.openapi.objects import Schema, refer_to
from transformer.backends.openapi.record_schemas import describe_page, describe_reference
from transformer.backends.openapi.schemas import Referring
from transformer.model import Model

_TEXT: Schema = {"type": "string"}
_YES: Schema = {"type": "boolean"}
_URI: Schema = {"type": "string", "format": "uri-reference"}
_MOMENT: Schema = {"type": "string", "format": "date-time"}
_STATE: Schema = {"type": ["string", "null"]}

_ACCOUNT_KEY: Schema = {
    "description": "The key of an account with which people sign in.",
    "type": ["integer", "string"],
}
_ERROR: Schema = {
    "description": "What is wrong with a value.",
    "type": "object",
    "required": ["field", "code", "detail"],
    "properties": {
        "field": {"description": "Its name; empty where it is about the whole.", **_TEXT},
        "code": {"description": "What is wrong, for programs.", **_TEXT},
        "detail": {"description": "The same for people.", **_TEXT},
    },
}
_PROBLEM: Schema = {
    "description": "What went wrong, as RFC 9457 has it.",
    "type": "object",
    "required": ["title", "status"],
    "properties": {
        "type": {**_URI, "default": "about:blank"},
        "title": _TEXT,
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": _TEXT,
        "instance": _URI,
        "errors": {
            "description": "What is wrong with the values of single fields.",
            "type": "array",
            "items": refer_to("error-detail"),
        },
    },
}
_CHOICE: Schema = {
    "type": "object",
    "required": ["key", "display"],
    "properties": {"key": {"type": ["string", "integer"]}, "display": _TEXT},
}
_STEP: Schema = {
    "type": "object",
    "required": ["state", "title", "reasons"],
    "properties": {
        "state": _TEXT,
        "title": _TEXT,
        "reasons": {
            "description": "What the record lacks for it, in words for people.",
            "type": "array",
            "items": _TEXT,
        },
    },
}
_TRANSITIONS: Schema = {
    "description": "States that may follow",
    "type": "object",
    "required": ["state", "results"],
    "properties": {"state": _STATE, "results": {"type": "array", "items": _STEP}},
}
_CHANGE: Schema = {
    "type": "object",
    "required": ["field", "title", "masked"],
    "properties": {
        "field": _TEXT,
        "title": _TEXT,
        "masked": {"description": "Whether the values are kept from whoever asks.", **_YES},
        "before": {"description": "The value before, as a record has it."},
        "after": {"description": "The value after, as a record has it."},
    },
}
_CREDENTIALS: Schema = {
    "description": "Credentials",
    "type": "object",
    "required": ["username", "password"],
    "properties": {
        "username": {"description": "What people sign in with, be it an address.", **_TEXT},
        "password": {**_TEXT, "writeOnly": True},
    },
    "additionalProperties": False,
}
_COLLECTION: Schema = {
    "type": "object",
    "required": ["name", "title", "address", "can_list", "can_create"],
    "properties": {
        "name": {"description": "The entity.", **_TEXT},
        "title": _TEXT,
        "address": _URI,
        "can_list": _YES,
        "can_create": _YES,
    },
}
_COLLECTIONS: Schema = {
    "description": "Collections",
    "type": "object",
    "required": ["collections"],
    "properties": {"collections": {"type": "array", "items": _COLLECTION}},
}


def name_person(model: Model, referring: Referring = "reference") -> str:
    """Name the schema that tells of somebody who signs in."""
    entity = model.person.entity
    return f"{entity.name}.{referring}" if entity else f"account-{referring}"


def list_shared_schemas(model: Model) -> dict[str, Schema]:
    """List the schemas that every app may need, by name."""
    person: Schema = {"anyOf": [refer_to(name_person(model)), {"type": "null"}]}
    made: dict[str, Schema] = {"made_at": _MOMENT, "person": person}
    return {
        "account-key": _ACCOUNT_KEY,
        "account-reference": describe_reference("Account", refer_to("account-key")),
        "page-of-choices": describe_page("Choices", _CHOICE),
        "possible-transitions": _TRANSITIONS,
        "page-of-state-changes": describe_page("Earlier states", _describe_state_change(made)),
        "page-of-changes": describe_page("Changes", _describe_entry(made)),
        "page-of-versions": describe_page("Versions", _describe_version(person)),
        "current-session": _describe_session(model),
        "sign-in-credentials": _CREDENTIALS,
        "list-of-collections": _COLLECTIONS,
        "error-detail": _ERROR,
        "problem-details": _PROBLEM,
    }


def _describe_state_change(made: dict[str, Schema]) -> Schema:
    states: dict[str, Schema] = {"before": _STATE, "after": _STATE, **made}
    return {"type": "object", "required": [*states], "properties": states}


def _describe_entry(made: dict[str, Schema]) -> Schema:
    operations = ["create", "update", "delete", "restore"]
    said: dict[str, Schema] = {
        "operation": {"type": "string", "enum": operations},
        **made,
        "changes": {"type": "array", "items": _CHANGE},
    }
    return {"type": "object", "required": [*said], "properties": said}


def _describe_version(person: Schema) -> Schema:
    said: dict[str, Schema] = {
        "number": {"type": "integer"},
        "made_at": {"type": ["string", "null"], "format": "date-time"},
        "person": person,
        "values": {
            "description": "The values by the names of fields, as a record has them.",
            "type": "object",
            "additionalProperties": True,
        },
    }
    return {"type": "object", "required": [*said], "properties": said}


def _describe_session(model: Model) -> Schema:
    user: Schema = {
        "type": ["object", "null"],
        "required": ["key", "display", "roles"],
        "properties": {
            "key": refer_to(name_person(model, "key")),
            "display": _TEXT,
            "roles": {"type": "array", "items": _TEXT},
        },
    }
    return {
        "description": "Session",
        "type": "object",
        "required": ["user", "language"],
        "properties": {"user": user, "language": _TEXT},
    }
