"""Answers: what an operation gives, what its headers tell, and what can go wrong."""

from collections.abc import Iterator

from transformer.backends.openapi.objects import (
    Content,
    Header,
    MediaType,
    Response,
    Schema,
    refer_to,
)
from transformer.backends.openapi.openapi_rows import (
    OperationRow,
    read_errors,
    read_headers,
)
from transformer.backends.openapi.record_schemas import name_schema
from transformer.backends.openapi.schemas import spell_prose
from transformer.model.entities import Entity
from transformer.model.expression_text import write_expression
from transformer.model.rules import Invariant
from transformer.model.surfaces import Surface

_CSV: MediaType = {"schema": {"type": "string"}}
_INVALID = "422"
INVARIANT = "invalid"
"""The code of an invariant that has none of its own."""


def describe_headers() -> dict[str, Header]:
    """Describe the headers of answers."""
    return {
        name: {"description": row["told"], "schema": {"type": row["type"]}}
        for name, row in read_headers().items()
    }


def describe_errors() -> dict[str, Response]:
    """Describe what can go wrong, in any app."""
    return {
        row["name"]: _describe_error(row["answer"], row.get("tells", []))
        for row in read_errors().values()
    }


def list_own_errors(entity: Entity) -> Iterator[tuple[str, Response]]:
    """List what can go wrong with the records of one entity: its invariants."""
    if entity.invariants:
        answer = read_errors()[_INVALID]["answer"]
        lines = "".join(map(_write_invariant, entity.invariants))
        yield f"{entity.name}.invalid", _describe_error(f"{answer} Codes of rules:\n{lines}", [])


def _write_invariant(invariant: Invariant) -> str:
    code, message = invariant.code or INVARIANT, spell_prose(invariant.message)
    return f"\n- `{code}`: {message} ({write_code(write_expression(invariant.condition))})"


def write_code(text: str) -> str:
    """Write a text as code in Markdown, whatever it holds.

    >>> write_code("x = 1"), write_code("x = '`'")
    ('`x = 1`', "`` x = '`' ``")
    """
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def _describe_error(description: str, headers: list[str]) -> Response:
    problem: Content = {"application/problem+json": {"schema": refer_to("problem-details")}}
    response: Response = {"description": description}
    if headers:
        response["headers"] = _refer_to_headers(headers)
    response["content"] = problem
    return response


def _refer_to_headers(names: list[str]) -> dict[str, Header]:
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def list_responses(
    entity: Entity, surface: Surface | None, row: OperationRow
) -> Iterator[tuple[str, Response]]:
    """List the answers of an operation: those that went well, then what can go wrong."""
    response: Response = {"description": row["answer"]}
    if "tells" in row:
        response["headers"] = _refer_to_headers(row["tells"])
    if schema := _find_schema(entity, surface, row):
        response["content"] = {"application/json": {"schema": schema}}
        if row.get("page") == "list":
            response["content"]["text/csv"] = _CSV
    yield row["status"], response
    if "unread" in row and _may_be_unread(entity):
        yield "204", {"description": "It is done; whoever did it may not see the record."}
    if "if-none-match" in row.get("asks", ()):
        yield "304", {"description": "The record is still the one of `If-None-Match`."}
    is_sent = "takes" in row or "sends" in row
    yield from list_error_responses(row["errors"], is_sent=is_sent, entity=entity)


def _find_schema(entity: Entity, surface: Surface | None, row: OperationRow) -> Schema | None:
    if "shared" in row:
        return refer_to(row["shared"])
    if "gives" not in row:
        return None
    return refer_to(name_schema(entity, surface if "own" in row else None, row["gives"]))


def _may_be_unread(entity: Entity) -> bool:
    """Tell whether rules may let somebody make or change a record and not read it."""
    has_rules = bool(entity.permissions or entity.scopes or entity.tenant)
    pages = (each for each in entity.surfaces if each.mode == "view")
    return has_rules or any(each.access or (each.ux and each.ux.variants) for each in pages)


def list_error_responses(
    own: list[str], *, is_sent: bool, entity: Entity | None = None
) -> Iterator[tuple[str, Response]]:
    """List what can go wrong: what every operation has, those with a body, and its own."""
    kinds = {"every", *(["body"] if is_sent else [])}
    for status, row in read_errors().items():
        if status in own or row.get("of") in kinds:
            name = row["name"]
            if status == _INVALID and entity and entity.invariants:
                name = f"{entity.name}.invalid"
            yield status, {"$ref": f"#/components/responses/{name}"}
