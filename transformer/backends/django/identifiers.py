"""Identifiers of Python, made from names and texts that people wrote."""

import keyword
import re
import unicodedata
from collections.abc import Collection

_NOT_A_WORD = re.compile(r"[^A-Za-z0-9]+")


def spell_attribute(name: str, reserved: Collection[str]) -> str:
    """Spell a name as an attribute of a Django model may be called, changed as little as can be.

    >>> spell_attribute("class", ()), spell_attribute("a__b", ()), spell_attribute("id_", ["id"])
    ('class_field', 'a_b', 'id_field')
    """
    plain = re.sub("_+", "_", name).strip("_")
    if not plain or plain[0].isdigit():
        plain = f"field_{plain}".rstrip("_")
    return f"{plain}_field" if keyword.iskeyword(plain) or plain in reserved else plain


def spell_class(name: str) -> str:
    """Spell a name in the style of a class.

    >>> spell_class("maintenance_task"), spell_class("HTTPLog"), spell_class("_2fa")
    ('MaintenanceTask', 'HTTPLog', 'The2fa')
    """
    words = [word for word in name.split("_") if word]
    joined = "".join(word[0].upper() + word[1:] for word in words)
    return joined if joined[:1].isalpha() else f"The{joined}"


def spell_constant(text: str) -> str:
    """Spell any text in the style of a constant.

    >>> spell_constant("in progress"), spell_constant("2fa"), spell_constant("완료")
    ('IN_PROGRESS', 'VALUE_2FA', 'VALUE')
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = _NOT_A_WORD.sub("_", ascii_text).strip("_").upper()
    return plain if plain[:1].isalpha() else f"VALUE_{plain}".rstrip("_")
