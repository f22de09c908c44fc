"""Values that people wrote, as Python, Django and its templates take them."""

import html
import unicodedata
from decimal import Decimal

from transformer.engine.escapes import drop_controls
from transformer.model.entity_fields import Field
from transformer.model.expressions import Scalar


def spell_string(text: str) -> str:
    r"""Spell a text as the literal of Python that `ruff format` leaves alone.

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
    """Measure the columns that a text takes: two for a wide East Asian character, none for a mark.

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


def spell_number(field: Field, value: Scalar | Decimal) -> str:
    """Spell a value of a field in digits.

    Django takes a zero without room before the point as `0.0` only.
    """
    is_fraction = field.places is not None and field.places == field.digits
    return "0.0" if is_fraction and not Decimal(str(value)) else str(value)


def escape_tag_text(text: str) -> str:
    r"""Escape a text between the quotes of a tag in a Django template, which shows it literally.

    >>> escape_tag_text('50 %} "a\\b"')
    '50 &#37;} &quot;a&#92;b&quot;'
    """
    plain = html.escape(" ".join(drop_controls(text).split()))
    return plain.replace("%", "&#37;").replace("{", "&#123;").replace("\\", "&#92;")
