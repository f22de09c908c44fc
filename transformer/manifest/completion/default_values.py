"""Defaults: whether a value can be one of a field, and how the manifest says it."""

import datetime
import math
import re
from collections.abc import Callable
from typing import Any

from transformer.diagnostics.resources import read_table
from transformer.dsl.parser.values import Value
from transformer.manifest.draft import Record

_SLUG = re.compile(r"[-a-zA-Z0-9_]+")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_ADDRESS = re.compile(r"(?:https?|ftps?)://[^\s/@]+(?:[/?#]\S*)?")
_GREATEST = 2**63 - 1


def value_record(field: Record) -> Record:
    """The field's default as the manifest has it."""
    value = _as_value(field["default"])
    if value.kind == "moment" and field["type"] != "enum":
        moment, offset = value.meaning
        return {"moment": moment, "offset": offset}
    return {"value": _convert(value, field)}


def default_fits(field: Record) -> bool:
    """Whether the field can have the default that it has."""
    value = _as_value(field["default"])
    kinds = read_table("language/grammar")["types"][field["type"]].get("default", ())
    if value.kind == "moment" and "moment" in kinds:
        return True
    return bool(kinds) and _convert(value, field) is not None


def expected_default(field_type: str) -> str:
    """What a default of the type looks like, for people."""
    kinds = read_table("language/grammar")["types"][field_type].get("default", ["none"])
    titles = read_table("language/grammar")["defaults"]
    return " or ".join(titles[kind] for kind in kinds)


def spell_default(default: Any) -> str:
    """The default as it was spelled."""
    return _as_value(default).spelling


def _as_value(default: Any) -> Value:
    if isinstance(default, Value):
        return default
    if "moment" in default:
        return Value("moment", (default["moment"], default["offset"]), default["moment"])
    meaning = default["value"]
    if isinstance(meaning, bool):
        return Value("truth", meaning, str(meaning).lower())
    if isinstance(meaning, str):
        return Value("text", meaning, meaning)
    return Value("number", str(meaning), str(meaning))


def _convert(value: Value, field: Record) -> Any:
    """The value in the manifest's words, or None if the field can't have it."""
    kinds = read_table("language/grammar")["types"][field["type"]].get("default", ())
    readers = (_READERS[kind] for kind in kinds if kind in _READERS)
    converted = (reader(value, field) for reader in readers)
    return next((result for result in converted if result is not None), None)


def _read_text(value: Value, field: Record) -> Any:
    return value.meaning if value.kind == "text" else None


def _read_whole(value: Value, field: Record) -> Any:
    if value.kind != "number" or "." in value.meaning or len(value.meaning) > 20:
        return None
    if not re.fullmatch(r"-?[0-9]+", value.meaning):
        return None
    number = int(value.meaning)
    return number if abs(number) <= _GREATEST else None


def _read_number(value: Value, field: Record) -> Any:
    if value.kind != "number":
        return None
    whole = _read_whole(value, field)
    number = float(value.meaning) if whole is None else whole
    return number if math.isfinite(number) else None


def _read_exact(value: Value, field: Record) -> Any:
    """A decimal as text, from a number or, in a manifest, from text."""
    if value.kind not in ("number", "text"):
        return None
    from decimal import Decimal, InvalidOperation  # slow to import, and seldom needed

    digits, places = field.get("digits", 12), field.get("places", 2)
    try:
        number = Decimal(value.meaning)
    except InvalidOperation:
        return None
    if not number.is_finite() or not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value.meaning):
        return None
    after = len(value.meaning.partition(".")[2])
    before = len(str(abs(int(number)))) if abs(number) >= 1 else 0
    return value.meaning if after <= places and before <= digits - places else None


def _read_truth(value: Value, field: Record) -> Any:
    return value.meaning if value.kind == "truth" else None


def _read_choice(value: Value, field: Record) -> Any:
    known = {choice["value"] for choice in field.get("values", ())}
    return value.spelling if value.spelling in known else None


def _read_by(parse: Callable[[str], Any]) -> Callable[[Value, Record], Any]:
    """A reader of texts that a function parses or refuses."""

    def read(value: Value, field: Record) -> Any:
        if value.kind != "text":
            return None
        try:
            return value.meaning if parse(value.meaning) else None
        except (ValueError, OSError):
            return None

    return read


def _parse_timezone(name: str) -> bool:
    from zoneinfo import available_timezones

    return name in available_timezones()


def parse_uuid(text: str) -> bool:
    """Whether the text is a UUID in its usual form; raises ValueError if it is none at all."""
    import uuid  # slow to import, and seldom needed

    return str(uuid.UUID(text)) == text.lower()


# A time may be midnight and a date is never false, so what matters is that parsing succeeds.
_READERS: dict[str, Callable[[Value, Record], Any]] = {
    "text": _read_text,
    "whole": _read_whole,
    "number": _read_number,
    "exact": _read_exact,
    "truth": _read_truth,
    "choice": _read_choice,
    "date": _read_by(datetime.date.fromisoformat),
    "time": _read_by(lambda text: (datetime.time.fromisoformat(text), True)),
    "datetime": _read_by(datetime.datetime.fromisoformat),
    "uuid": _read_by(parse_uuid),
    "address": _read_by(_ADDRESS.fullmatch),
    "email": _read_by(_EMAIL.fullmatch),
    "slug": _read_by(_SLUG.fullmatch),
    "timezone": _read_by(_parse_timezone),
}
