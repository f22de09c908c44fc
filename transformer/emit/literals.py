"""Texts that people wrote, spelled so that each kind of file takes them literally."""

import html
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&$])")
_DJANGO_TAG = re.compile(r"\{(?=[{%#])")


def spell_string(text: str) -> str:
    r"""The Python literal that `ruff format` leaves alone.

    >>> spell_string("it's"), spell_string('say "no"'), spell_string(r"\d+")
    ('"it\'s"', '\'say "no"\'', 'r"\\d+"')
    """
    if "\\" in text and '"' not in text and not text.endswith("\\") and text.isprintable():
        return f'r"{text}"'
    simple = "\\" not in text and text.isprintable()
    body = text if simple else "".join(map(_escape_character, text))
    quote = "'" if text.count('"') > text.count("'") else '"'
    return quote + body.replace(quote, "\\" + quote) + quote


def _escape_character(character: str) -> str:
    if character == "\\":
        return "\\\\"
    return character if character.isprintable() else repr(character)[1:-1]


def measure_width(text: str) -> int:
    """How many columns a text takes: two for a wide East Asian character, none for a mark.

    >>> measure_width("ab"), measure_width("日本")
    (2, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_measure_character(character) for character in text)


def _measure_character(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def spell_number(field: Mapping[str, Any], value: object) -> str:
    """A value of a field in digits; Django takes a zero without room before the point as 0.0 only.

    >>> spell_number({"digits": 3, "places": 3}, 0), spell_number({"digits": 4, "places": 3}, 0)
    ('0.0', '0')
    """
    is_fraction = "places" in field and field["places"] == field["digits"]
    return "0.0" if is_fraction and not Decimal(str(value)) else str(value)


def drop_controls(text: str) -> str:
    """The text without characters that no page or document may hold."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def escape_html(text: str) -> str:
    """A text for a Django template: neither a tag of HTML nor one of the template.

    >>> escape_html("<b> {{ x }}")
    '&lt;b&gt; &#123;{ x }}'
    """
    return _DJANGO_TAG.sub("&#123;", html.escape(drop_controls(text)))


def escape_tag_text(text: str) -> str:
    r"""A text between the quotes of a tag in a Django template, which shows it literally.

    >>> escape_tag_text('50 %} "a\\b"')
    '50 &#37;} &quot;a&#92;b&quot;'
    """
    plain = html.escape(" ".join(drop_controls(text).split()))
    return plain.replace("%", "&#37;").replace("{", "&#123;").replace("\\", "&#92;")


def escape_markdown(text: str) -> str:
    """A text for a line of Markdown, without a mark that Markdown would read.

    >>> escape_markdown("a*b <i>")
    'a\\\\*b \\\\<i\\\\>'
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(drop_controls(text).split()))


def escape_nothing(text: str) -> str:
    """The text itself, for files in which finished pieces stand."""
    return text
