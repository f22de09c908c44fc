"""How templates spell a value: a filter for each kind of file, by default the file's own."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from transformer.engine.literals import (
    escape_html,
    escape_markdown,
    escape_nothing,
    spell_string,
)
from transformer.engine.records import Record

_PLAIN = re.compile(r"[A-Za-z_](?:[A-Za-z0-9_ ./-]*[A-Za-z0-9_./])?")
_EXPONENT = re.compile(r"(?<![.0-9])(-?[0-9]+)(?=e)")
# Words that some reader of YAML takes for something else than a text.
_RESERVED = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"}


class Finished(str):
    """A text that is spelled already, such as a part of a template."""

    __slots__ = ()


def to_text(value: Any) -> str:
    """The value itself; nothing for None."""
    return "" if value is None else escape_nothing(str(value))


def to_html(value: Any) -> str:
    """A text for a page of HTML or one of Django's templates."""
    return value if isinstance(value, Finished) else escape_html(to_text(value))


def to_markdown(value: Any) -> str:
    """A text for a line of Markdown."""
    return value if isinstance(value, Finished) else escape_markdown(to_text(value))


def to_python(value: Any) -> str:
    """A literal of Python."""
    return spell_string(value) if isinstance(value, str) else repr(value)


def to_json(value: Any) -> str:
    """A value of JSON."""
    return value if isinstance(value, Finished) else json.dumps(value, default=_as_plain)


def to_yaml(value: Any) -> str:
    r"""A value of YAML on one line, plain where it can be.

    >>> print(to_yaml("Task"), to_yaml("no"), to_yaml("a: b\n"), to_yaml([1, None]))
    Task "no" "a: b\n" [1, null]
    """
    if isinstance(value, Finished):
        return value
    if isinstance(value, str):
        is_plain = _PLAIN.fullmatch(value) and value.lower() not in _RESERVED
        return value if is_plain else _quote(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(to_yaml, value))}]"
    if isinstance(value, dict | Record):
        pairs = (f"{to_yaml(key)}: {to_yaml(value[key])}" for key in value)
        return f"{{{', '.join(pairs)}}}"
    return _EXPONENT.sub(r"\1.0", json.dumps(value))


def to_moment(value: str) -> str:
    """The moment as RFC 3339 has it, in UTC unless it says otherwise.

    >>> to_moment("2026-01-31 09:30")
    '2026-01-31T09:30:00+00:00'
    """
    moment = datetime.fromisoformat(value)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()


def _quote(text: str) -> str:
    body = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else _escape_character(c) for c in body)


def _escape_character(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04X}" if number < 0x10000 else f"\\U{number:08X}"


def _as_plain(value: Any) -> Any:
    return {key: value[key] for key in value} if isinstance(value, Record) else str(value)


FILTERS: Mapping[str, Callable[[Any], str]] = {
    function.__name__: function
    for function in (to_text, to_html, to_markdown, to_python, to_json, to_yaml, to_moment)
}
"""The filters that a template can ask for by name."""

ESCAPES: Mapping[str, str] = {
    ".py": "to_text",
    ".html": "to_html",
    ".md": "to_markdown",
    ".json": "to_json",
    ".yaml": "to_yaml",
    ".yml": "to_yaml",
}
"""The filter of each kind of file, by its ending."""
