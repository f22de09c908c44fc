"""What must hold for a field by itself."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from transformer.diagnostics.problems import closest
from transformer.dsl.tables.grammar import read_grammar
from transformer.manifest.completion.default_values import (
    default_fits,
    expected_default,
    spell_default,
)
from transformer.manifest.draft import Draft
from transformer.manifest.records.fields import FieldDraft
from transformer.manifest.records.values import ChoiceDraft

_TEXT_LENGTH = 65535
_CURRENCY = re.compile(r"[A-Z]{3}")


class Fault(NamedTuple):
    """What is wrong: a code, the part that it is about, words, and other parts with notes."""

    code: str
    part: str
    words: Mapping[str, str]
    related: tuple[tuple[str, str], ...] = ()


def check_field(draft: Draft, field: FieldDraft, path: str) -> None:
    """Report what is wrong with a field's type, bounds, pattern, values and default."""
    for rule in _RULES:
        for fault in rule(field):
            report_fault(draft, fault, path, field["name"])


def report_fault(draft: Draft, fault: Fault, path: str, name: str) -> None:
    """Note what is wrong with a part of what lies at the path."""
    related = [(note, f"{path}/{part}") for note, part in fault.related]
    draft.report(fault.code, f"{path}/{fault.part}", *related, name=name, **fault.words)


def length_is_possible(field: FieldDraft) -> Iterator[Fault]:
    """A text holds at least one character."""
    if not 1 <= field.get("length", 1) <= _TEXT_LENGTH:
        yield Fault("bad-length", "length", {"word": str(field["length"])})


def digits_hold_places(field: FieldDraft) -> Iterator[Fault]:
    """A decimal has no more places than digits."""
    if "digits" not in field or "places" not in field:
        return
    digits, places = field["digits"], field["places"]
    if not (1 <= digits <= 65 and 0 <= places <= digits):
        yield Fault("bad-digits", "digits", {"digits": str(digits), "places": str(places)})


def currency_is_a_code(field: FieldDraft) -> Iterator[Fault]:
    """A currency is three capitals."""
    currency = field.get("currency")
    if currency is not None and not _CURRENCY.fullmatch(currency):
        words = {"word": currency}
        if _CURRENCY.fullmatch(currency.upper()):
            words["closest"] = currency.upper()
        yield Fault("bad-currency", "currency", words)


def bounds_make_sense(field: FieldDraft) -> Iterator[Fault]:
    """Bounds are numbers that the type has, and the least is not above the greatest."""
    bounds = {key: _to_number(field[key]) for key in ("minimum", "maximum") if key in field}
    kinds = read_grammar()["types"][field["type"]].get("default", [])
    wants_whole = not {"number", "exact"} & set(kinds)
    for key, bound in bounds.items():
        is_length = "text" in kinds or "email" in kinds or "slug" in kinds
        if not math.isfinite(bound) or (wants_whole and bound != int(bound)):
            yield Fault("bad-bound", key, _expect(field[key], "a whole number"))
        elif is_length and not 0 <= bound <= field.get("length", _TEXT_LENGTH):
            yield Fault("bad-bound", key, _expect(field[key], "a possible length"))
    if len(bounds) == 2 and bounds["minimum"] > bounds["maximum"]:
        yield Fault("crossed-bounds", "maximum", {}, (("the minimum is here", "minimum"),))


def _expect(bound: float, expected: str) -> dict[str, str]:
    return {"word": str(bound), "expected": expected}


def _to_number(bound: float | str) -> float:
    try:
        return float(bound)
    except OverflowError:
        return math.inf


def pattern_compiles(field: FieldDraft) -> Iterator[Fault]:
    """A regular expression is one."""
    try:
        re.compile(field.get("pattern", ""))
    except (re.error, OverflowError, RecursionError) as error:
        yield Fault("bad-pattern", "pattern", {"reason": str(error)})


def values_differ(field: FieldDraft) -> Iterator[Fault]:
    """An enumeration's values are there, and each is there once."""
    if "enum" not in field or "said" not in field:
        yield from find_bad_values(field.get("values", ()))


def find_bad_values(values: Iterable[ChoiceDraft]) -> Iterator[Fault]:
    """The values that are empty or there already."""
    seen: dict[str, str] = {}
    for number, choice in enumerate(values):
        value = choice["value"]
        if not value.strip():
            yield Fault("empty-value", f"values/{number}", {})
        elif value in seen:
            first = (("it is here already", seen[value]),)
            yield Fault("duplicate-value", f"values/{number}", {"word": value}, first)
        seen.setdefault(value, f"values/{number}")


def default_is_possible(field: FieldDraft) -> Iterator[Fault]:
    """A default is of the field's type and within its bounds."""
    if "default" not in field or ("enum" in field and "values" not in field):
        return
    default, spelling = field["default"], spell_default(field["default"])
    if not default_fits(default, field):
        words = {"word": spelling, "type": field["type"]}
        near = closest(spelling, (choice["value"] for choice in field.get("values", ())))
        words |= {"closest": near} if near else {"expected": expected_default(field["type"])}
        yield Fault("wrong-default", "default", words)
        return
    kinds = read_grammar()["types"][field["type"]]["default"]
    if {"whole", "number", "exact"} & set(kinds):
        size = _to_number(spelling) if re.fullmatch(r"-?[0-9.]+", spelling) else None
    else:
        size = float(len(spelling)) if "text" in kinds or "slug" in kinds else None
    if size is not None and "moment" not in kinds:
        yield from _measure_default(field, size)


def _measure_default(field: FieldDraft, size: float) -> Iterator[Fault]:
    if field["type"] in ("str", "slug") and size > field.get("length", 255):
        length = (("the length is here", "length"),) if "length" in field else ()
        yield Fault("long-default", "default", {"length": str(field.get("length", 255))}, length)
        return
    if size < _to_number(field.get("minimum", size)):
        yield Fault("default-outside", "default", {}, (("it is less than this", "minimum"),))
    if size > _to_number(field.get("maximum", size)):
        yield Fault("default-outside", "default", {}, (("it is greater than this", "maximum"),))


_RULES = (
    length_is_possible,
    digits_hold_places,
    currency_is_a_code,
    bounds_make_sense,
    pattern_compiles,
    values_differ,
    default_is_possible,
)
