"""What must hold for a field by itself."""

import math
import re
from collections.abc import Iterator
from typing import Any

from transformer.data import read_table
from transformer.diagnostics import closest
from transformer.manifest.default_values import default_fits, expected_default, spell_default
from transformer.manifest.draft import Draft, Record

_TEXT_LENGTH = 65535
_CURRENCY = re.compile(r"[A-Z]{3}")


def check_field(draft: Draft, field: Record, path: str) -> None:
    """Report what is wrong with a field's type, bounds, pattern, values and default."""
    for rule in _RULES:
        for code, part, words in rule(field):
            draft.report(code, f"{path}/{part}", name=field["name"], **words)


_Fault = tuple[str, str, dict[str, str]]


def length_is_possible(field: Record) -> Iterator[_Fault]:
    """A text holds at least one character."""
    if not 1 <= field.get("length", 1) <= _TEXT_LENGTH:
        yield "bad-length", "length", {"word": str(field["length"])}


def digits_hold_places(field: Record) -> Iterator[_Fault]:
    """A decimal has no more places than digits."""
    if "digits" not in field or "places" not in field:
        return
    digits, places = field["digits"], field["places"]
    if not (1 <= digits <= 65 and 0 <= places <= digits):
        yield "bad-digits", "digits", {"digits": str(digits), "places": str(places)}


def currency_is_a_code(field: Record) -> Iterator[_Fault]:
    """A currency is three capitals."""
    currency = field.get("currency")
    if currency is not None and not _CURRENCY.fullmatch(currency):
        words = {"word": currency}
        if _CURRENCY.fullmatch(currency.upper()):
            words["closest"] = currency.upper()
        yield "bad-currency", "currency", words


def bounds_make_sense(field: Record) -> Iterator[_Fault]:
    """Bounds are numbers that the type has, and the least is not above the greatest."""
    bounds = {key: _to_number(field[key]) for key in ("minimum", "maximum") if key in field}
    kinds = read_table("language")["types"][field["type"]].get("default", [])
    wants_whole = not {"number", "exact"} & set(kinds)
    for key, bound in bounds.items():
        is_length = "text" in kinds or "email" in kinds or "slug" in kinds
        if not math.isfinite(bound) or (wants_whole and bound != int(bound)):
            yield "bad-bound", key, {"word": str(field[key]), "expected": "a whole number"}
        elif is_length and not 0 <= bound <= field.get("length", _TEXT_LENGTH):
            yield "bad-bound", key, {"word": str(field[key]), "expected": "a possible length"}
    if len(bounds) == 2 and bounds["minimum"] > bounds["maximum"]:
        yield "crossed-bounds", "maximum", {}


def _to_number(bound: Any) -> float:
    try:
        return float(bound)
    except OverflowError:
        return math.inf


def pattern_compiles(field: Record) -> Iterator[_Fault]:
    """A regular expression is one."""
    try:
        re.compile(field.get("pattern", ""))
    except (re.error, OverflowError, RecursionError) as error:
        yield "bad-pattern", "pattern", {"reason": str(error)}


def values_differ(field: Record) -> Iterator[_Fault]:
    """An enumeration's values are there, and each is there once."""
    if "enum" not in field or "said" not in field:
        yield from find_bad_values(field.get("values", ()))


def find_bad_values(values: Any) -> Iterator[_Fault]:
    """The values that are empty or there already."""
    seen: set[str] = set()
    for number, choice in enumerate(values):
        value = choice["value"]
        if not value.strip():
            yield "empty-value", f"values/{number}", {}
        elif value in seen:
            yield "doubled-value", f"values/{number}", {"word": value}
        seen.add(value)


def default_is_possible(field: Record) -> Iterator[_Fault]:
    """A default is of the field's type and within its bounds."""
    if "default" not in field or ("enum" in field and "values" not in field):
        return
    default, spelling = field["default"], spell_default(field["default"])
    if not default_fits(field):
        words = {"word": spelling, "type": field["type"]}
        near = closest(spelling, (choice["value"] for choice in field.get("values", ())))
        words |= {"closest": near} if near else {"expected": expected_default(field["type"])}
        yield "wrong-default", "default", words
        return
    kinds = read_table("language")["types"][field["type"]]["default"]
    if {"whole", "number", "exact"} & set(kinds):
        size = _to_number(spelling) if re.fullmatch(r"-?[0-9.]+", spelling) else None
    else:
        size = float(len(spelling)) if "text" in kinds or "slug" in kinds else None
    yield from _measure_default(field, size, "moment" in kinds or not default)


def _measure_default(field: Record, size: float | None, is_moment: bool) -> Iterator[_Fault]:
    if size is None or is_moment:
        return
    if field["type"] in ("str", "slug") and size > field.get("length", 255):
        yield "long-default", "default", {"length": str(field.get("length", 255))}
        return
    least, most = (_to_number(field.get(key, size)) for key in ("minimum", "maximum"))
    if not least <= size <= most:
        yield "default-outside", "default", {}


_RULES = (
    length_is_possible,
    digits_hold_places,
    currency_is_a_code,
    bounds_make_sense,
    pattern_compiles,
    values_differ,
    default_is_possible,
)
