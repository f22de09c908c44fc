"""How templates spell a value: a filter for each kind of file, by default the file's own."""

import html
import json
import re
import unicodedata
from collections.abc import Callable, Mapping

from transformer.engine.records import Record, Value

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&$])")
_TEMPLATE_TAG = re.compile(r"\{(?=[{%#])")


class Finished(str):
    """A text that is spelled already, such as a part of a template."""

    __slots__ = ()


def to_text(value: Value) -> str:
    """Spell a value as a text; None is the empty one."""
    return "" if value is None else str(value)


def to_html(value: Value) -> str:
    """Spell a value for HTML that may be one of Django's templates: it holds no tag of either.

    >>> to_html("<b> {{ x }}")
    '&lt;b&gt; &#123;{ x }}'
    """
    if isinstance(value, Finished):
        return value
    return _TEMPLATE_TAG.sub("&#123;", html.escape(drop_controls(to_text(value))))


def to_markdown(value: Value) -> str:
    """Spell a value for a line of Markdown, which reads no mark in it.

    >>> to_markdown("a*b <i>")
    'a\\\\*b \\\\<i\\\\>'
    """
    if isinstance(value, Finished):
        return value
    return _MARKDOWN.sub(r"\\\1", " ".join(drop_controls(to_text(value)).split()))


def to_json(value: Value) -> str:
    """Spell a value as JSON."""
    return value if isinstance(value, Finished) else json.dumps(value, default=_list_properties)


def to_yaml(value: Value) -> str:
    """Spell a value as YAML on one line."""
    from transformer.engine.yaml_documents import spell_yaml  # slow to import, and seldom needed

    return value if isinstance(value, Finished) else spell_yaml(value)


def drop_controls(text: str) -> str:
    """Drop the characters that no page or document may hold."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def _list_properties(record: Record) -> dict[str, Value]:
    return {name: record[name] for name in record}


FILTERS: Mapping[str, Callable[[Value], str]] = {
    function.__name__: function for function in (to_text, to_html, to_markdown, to_json, to_yaml)
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
