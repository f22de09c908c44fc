"""What there is in every API beside records: who is signed in, and where to begin."""

from collections.abc import Iterator

from transformer.backends.openapi.objects import (
    Operation,
    PathItem,
    Response,
    Security,
    Tag,
    refer_to,
)
from transformer.backends.openapi.operation_objects import list_security
from transformer.backends.openapi.responses import list_error_responses
from transformer.model import Model
from transformer.model.naming import make_unique

START: Tag = {"name": "signing-in", "x-displayName": "Signing in"}
"""The group of these operations; no entity has a hyphen in its name."""
_FORGERY: Security = {"csrf": []}


def list_app_paths(model: Model) -> Iterator[tuple[str, PathItem]]:
    """List the paths that every API has."""
    taken = {entity.address.rstrip("/") for entity in model.entities}
    taken |= {surface.address.rstrip("/") for surface in model.surfaces}
    yield "/", {"get": _describe_collections()}
    yield (
        make_unique("/session", taken, "-"),
        {
            "get": _describe_session(),
            "post": _describe_signing_in(),
            "delete": _describe_signing_out(),
        },
    )


def _describe_collections() -> Operation:
    return {
        "operationId": "list-collections",
        "summary": "Collections",
        "description": "The kinds of records of which whoever asks may list or make any.",
        "tags": [START["name"]],
        "security": list_security("get", is_open=True),
        "responses": _list_responses("200", "The collections.", "list-of-collections"),
    }


def _describe_session() -> Operation:
    return {
        "operationId": "read-session",
        "summary": "Who is signed in",
        "description": "Who is signed in, if anybody. It sets the cookie `csrftoken`.",
        "tags": [START["name"]],
        "security": list_security("get", is_open=True),
        "responses": _list_responses("200", "Who is signed in.", "current-session"),
    }


def _describe_signing_in() -> Operation:
    return {
        "operationId": "sign-in",
        "summary": "Sign in",
        "description": "Begins a session, as the page for it does. Wrong words are 422 with the "
        "code `credentials`, and too many of them 429.",
        "tags": [START["name"]],
        "security": [_FORGERY],
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": refer_to("sign-in-credentials")}},
        },
        "responses": _list_responses("200", "Who is signed in now.", "current-session", "422"),
    }


def _describe_signing_out() -> Operation:
    return {
        "operationId": "sign-out",
        "summary": "Sign out",
        "description": "Ends the session.",
        "tags": [START["name"]],
        "security": [{"session": [], **_FORGERY}],
        "responses": _list_responses("204", "Nobody is signed in any more."),
    }


def _list_responses(
    status: str, answer: str, schema: str = "", *errors: str
) -> dict[str, Response]:
    response: Response = {"description": answer}
    if schema:
        response["content"] = {"application/json": {"schema": refer_to(schema)}}
    failures = list_error_responses([*errors], is_sent="422" in errors)
    return {status: response, **dict(failures)}
