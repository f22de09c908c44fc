"""Default values of fields: whether they fit, and their form in the manifest."""

import datetime
import math
import re
from collections.abc import Callable, Sequence

from transformer.dsl.parser.values import Value, to_number
from transformer.dsl.tables.grammar_rows import DefaultKind, read_grammar
from transformer.manifest.records.field_drafts import FieldDraft
from transformer.manifest.records.value_drafts import Default, Fixed, Moment, Scalar

_SLUG = re.compile(r"[-a-zA-Z0-9_]+")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_ADDRESS = re.compile(r"(?:https?|ftps?)://[^\s/@]+(?:[/?#]\S*)?")
_GREATEST = 2**63 - 1


_Parsed = datetime.date | datetime.time | re.Match[str] | bool | None
_Reader = Callable[[Value, FieldDraft], Scalar | None]


def convert_default(default: Default, field: FieldDraft) -> Fixed | Moment | None:
    """Convert a default of a field to the manifest's form; None if it doesn't fit the field."""
    value = _as_value(default)
    kinds = read_grammar()["types"][field["type"]].get("default", ())
    if isinstance(value.meaning, tuple) and "moment" in kinds:
        moment, offset = value.meaning
        return Moment(moment=moment, offset=offset)
    readers = (_READERS[kind] for kind in kinds if kind in _READERS)
    converted = (reader(value, field) for reader in readers)
    result = next((result for result in converted if result is not None), None)
    return None if result is None else Fixed(value=result)


def write_value(value: Value) -> Fixed | Moment:
    """Convert a value to the manifest's form without a field to go by."""
    meaning = value.meaning
    if isinstance(meaning, tuple):
        return Moment(moment=meaning[0], offset=meaning[1])
    if isinstance(meaning, str) and value.kind == "number":
        return Fixed(value=to_number(meaning))
    return Fixed(value=meaning)


def fits_field(default: Default, field: FieldDraft) -> bool:
    """Tell whether the field can have the default."""
    return convert_default(default, field) is not None


def describe_default(field_type: str) -> str:
    """Describe what a default of the type looks like, for people."""
    kinds: Sequence[DefaultKind] = read_grammar()["types"][field_type].get("default", ("none",))
    titles = read_grammar()["defaults"]
    return " or ".join(titles[kind] for kind in kinds)


def spell_default(default: Default) -> str:
    """Return the default as it was spelled."""
    return _as_value(default).spelling


def _as_value(default: Default) -> Value:
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


def _read_kinds(value: Value, *kinds: str) -> str | None:
    """Return the meaning of a value of one of the kinds, if that is a text."""
    meaning = value.meaning
    return meaning if value.kind in kinds and isinstance(meaning, str) else None


def _read_text(value: Value, field: FieldDraft) -> str | None:
    return _read_kinds(value, "text")


def _read_whole(value: Value, field: FieldDraft) -> int | None:
    digits = _read_kinds(value, "number")
    if digits is None or len(digits) > 20 or not re.fullmatch(r"-?[0-9]+", digits):
        return None
    return int(digits) if abs(int(digits)) <= _GREATEST else None


def _read_number(value: Value, field: FieldDraft) -> int | float | None:
    digits = _read_kinds(value, "number")
    if digits is None:
        return None
    whole = _read_whole(value, field)
    number = float(digits) if whole is None else whole
    return number if math.isfinite(number) else None


def _read_exact(value: Value, field: FieldDraft) -> str | None:
    """Read a decimal as text, from a number or, in a manifest, from text."""
    written = _read_kinds(value, "number", "text")
    if written is None:
        return None
    from decimal import Decimal, InvalidOperation  # slow to import, and seldom needed

    digits, places = field.get("digits", 12), field.get("places", 2)
    try:
        number = Decimal(written)
    except InvalidOperation:
        return None
    if not number.is_finite() or not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", written):
        return None
    after = len(written.partition(".")[2])
    before = len(str(abs(int(number)))) if abs(number) >= 1 else 0
    return written if after <= places and before <= digits - places else None


def _read_truth(value: Value, field: FieldDraft) -> bool | None:
    return value.meaning if isinstance(value.meaning, bool) else None


def _read_choice(value: Value, field: FieldDraft) -> str | None:
    known = {choice["value"] for choice in field.get("values", ())}
    return value.spelling if value.spelling in known else None


def _read_by(parse: Callable[[str], _Parsed]) -> _Reader:
    """Make a reader of texts that a function parses or refuses."""

    def read(value: Value, field: FieldDraft) -> str | None:
        text = _read_kinds(value, "text")
        if text is None:
            return None
        try:
            return text if parse(text) else None
        except (ValueError, OSError):
            return None

    return read


def _parse_timezone(name: str) -> bool:
    from zoneinfo import available_timezones

    return name in available_timezones()


def parse_uuid(text: str) -> bool:
    """Tell whether the text is a UUID in its usual form.

    Raises ValueError if it is not a UUID at all.
    """
    import uuid  # slow to import, and seldom needed

    return str(uuid.UUID(text)) == text.lower()


_READERS: dict[DefaultKind, _Reader] = {
    "text": _read_text,
    "whole": _read_whole,
    "number": _read_number,
    "exact": _read_exact,
    "truth": _read_truth,
    "choice": _read_choice,
    "date": _read_by(datetime.date.fromisoformat),
    "time": _read_by(datetime.time.fromisoformat),
    "datetime": _read_by(datetime.datetime.fromisoformat),
    "uuid": _read_by(parse_uuid),
    "address": _read_by(_ADDRESS.fullmatch),
    "email": _read_by(_EMAIL.fullmatch),
    "slug": _read_by(_SLUG.fullmatch),
    "timezone": _read_by(_parse_timezone),
}
