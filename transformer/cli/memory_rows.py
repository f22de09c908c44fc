"""The rows of what is remembered of a build, as types and as shapes: nothing else is read."""

from collections.abc import Mapping
from types import NoneType
from typing import TypeAlias, TypedDict, TypeGuard

from transformer.diagnostics.resources import Data


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


_Shape: TypeAlias = "type | tuple[_Shape, ...] | list[_Shape] | dict[str, _Shape]"
"""A type, one of several shapes, a list of one, or a record by its names."""
_ANY = "*"
"""The only name in the shape of a record that may have any names."""

_TEXTS: _Shape = {_ANY: str}
_SPAN: _Shape = {"file": str, "line": int, "column": int, "end": int}
_PROBLEM: _Shape = {
    "code": str,
    "span": (NoneType, _SPAN),
    "words": _TEXTS,
    "related": [{"note": str, "span": _SPAN}],
    "is_strict": bool,
}
_OUTCOME: _Shape = {
    **{name: [str] for name in ("unchanged", "edited", "deleted", "kept")},
    "files": {_ANY: (NoneType, str)},
    "listings": {_ANY: _TEXTS},
}
_MEMORY: _Shape = {"key": str, "sources": _TEXTS, "problems": [_PROBLEM], "outcomes": [_OUTCOME]}


def is_memory(said: Data) -> TypeGuard[Memory]:
    """Tell whether something that was read has the shape of a memory."""
    return _has_shape(said, _MEMORY)


def _has_shape(said: Data, shape: _Shape) -> bool:
    if isinstance(shape, tuple):
        return any(_has_shape(said, each) for each in shape)
    if isinstance(shape, list):
        return isinstance(said, list) and all(_has_shape(each, shape[0]) for each in said)
    if isinstance(shape, dict):
        if not isinstance(said, dict):
            return False
        shapes = dict.fromkeys(said, shape[_ANY]) if _ANY in shape else shape
        return said.keys() == shapes.keys() and all(
            _has_shape(each, shapes[name]) for name, each in said.items()
        )
    return type(said) is shape
