"""Texts that people wrote, spelled so that each kind of file takes them literally."""

import html
import re
import unicodedata

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&$])")
_TEMPLATE_TAG = re.compile(r"\{(?=[{%#])")


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


def drop_controls(text: str) -> str:
    """The text without characters that no page or document may hold."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def escape_html(text: str) -> str:
    """A text for a Django template: neither a tag of HTML nor one of the template.

    >>> escape_html("<b> {{ x }}")
    '&lt;b&gt; &#123;{ x }}'
    """
    return _TEMPLATE_TAG.sub("&#123;", html.escape(drop_controls(text)))


def escape_markdown(text: str) -> str:
    """A text for a line of Markdown, without a mark that Markdown would read.

    >>> escape_markdown("a*b <i>")
    'a\\\\*b \\\\<i\\\\>'
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(drop_controls(text).split()))


def escape_nothing(text: str) -> str:
    """The text itself, for files in which finished pieces stand."""
    return text
