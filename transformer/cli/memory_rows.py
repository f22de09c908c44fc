"""The rows of what is remembered of a build, as types and as a schema: nothing else is read."""

from collections.abc import Mapping
from typing import TypedDict, TypeGuard

from transformer.manifest.records.documents import Document
from transformer.manifest.serialization.schema_checks import Schema, compile_schema


class SpanRow(TypedDict):
    """A place in a file."""

    file: str
    line: int
    column: int
    end: int


class NoteRow(TypedDict):
    """Another place that a problem is about."""

    note: str
    span: SpanRow


class ProblemRow(TypedDict):
    """What there was to say of the project."""

    code: str
    span: SpanRow | None
    words: Mapping[str, str]
    related: list[NoteRow]
    is_strict: bool


class OutcomeRow(TypedDict):
    """What the next build would do to a folder, and what it would read there."""

    unchanged: list[str]
    edited: list[str]
    deleted: list[str]
    kept: list[str]
    files: dict[str, str | None]
    listings: dict[str, dict[str, str]]


class Memory(TypedDict):
    """What is remembered of a build."""

    key: str
    sources: dict[str, str]
    """File → text, as the project had it."""
    problems: list[ProblemRow]
    outcomes: list[OutcomeRow]


_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_MAYBE_TEXT: Schema = {"type": ["string", "null"]}


def _make_map(inner: Schema) -> Schema:
    return {"type": "object", "additionalProperties": inner}


def _make_list(inner: Schema) -> Schema:
    return {"type": "array", "items": inner}


def _make_record(properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [*properties],
        "properties": properties,
    }


_SPAN = _make_record({"file": _TEXT, "line": _NUMBER, "column": _NUMBER, "end": _NUMBER})
_MAYBE_SPAN: Schema = {"oneOf": [{"type": "null"}, _SPAN]}
_PROBLEM = _make_record(
    {
        "code": _TEXT,
        "span": _MAYBE_SPAN,
        "words": _make_map(_TEXT),
        "related": _make_list(_make_record({"note": _TEXT, "span": _SPAN})),
        "is_strict": {"type": "boolean"},
    }
)
_OUTCOME = _make_record(
    {
        **dict.fromkeys(("unchanged", "edited", "deleted", "kept"), _TEXTS),
        "files": _make_map(_MAYBE_TEXT),
        "listings": _make_map(_make_map(_TEXT)),
    }
)
_MEMORY = _make_record(
    {
        "key": _TEXT,
        "sources": _make_map(_TEXT),
        "problems": _make_list(_PROBLEM),
        "outcomes": _make_list(_OUTCOME),
    }
)


def is_memory(said: Document) -> TypeGuard[Memory]:
    """Tell whether something that was read has the shape of a memory."""
    return compile_schema(_MEMORY)(said)
