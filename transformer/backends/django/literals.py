"""Values that people wrote, as Django and its templates take them."""

import html
from decimal import Decimal

from transformer.engine.literals import drop_controls
from transformer.model.entity_fields import Field


def spell_number(field: Field, value: object) -> str:
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
