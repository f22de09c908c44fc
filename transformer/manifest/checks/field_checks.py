"""Checks of a field by itself."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from transformer.diagnostics.problems import find_closest
from transformer.dsl.tables.grammar_rows import read_grammar
from transformer.manifest.completion.default_values import (
    describe_default,
    fits_field,
    spell_default,
)
from transformer.manifest.draft import Draft
from transformer.manifest.records.field_drafts import FieldDraft
from transformer.manifest.records.value_drafts import ChoiceDraft

_TEXT_LENGTH = 65535
_CURRENCY = re.compile(r"[A-Z]{3}")


class Violation(NamedTuple):
    """A violated rule: a code, the property concerned, words, and related properties with notes."""

    code: str
    part: str
    words: Mapping[str, str]
    related: tuple[tuple[str, str], ...] = ()


def check_field(draft: Draft, field: FieldDraft, path: str) -> None:
    """Report problems of a field's type, bounds, pattern, values and default."""
    for rule in _RULES:
        for fault in rule(field):
            report_violation(draft, fault, path, field["name"])


def report_violation(draft: Draft, fault: Violation, path: str, name: str) -> None:
    """Report a violation in the part at a path."""
    related = [(note, f"{path}/{part}") for note, part in fault.related]
    draft.report(fault.code, f"{path}/{fault.part}", *related, name=name, **fault.words)


def check_length(field: FieldDraft) -> Iterator[Violation]:
    """Check that a text may hold from 1 to 65535 characters."""
    if not 1 <= field.get("length", 1) <= _TEXT_LENGTH:
        yield Violation("bad-length", "length", {"word": str(field["length"])})


def check_digits(field: FieldDraft) -> Iterator[Violation]:
    """Check that a decimal has from 1 to 65 digits, and no more places than digits."""
    if "digits" not in field or "places" not in field:
        return
    digits, places = field["digits"], field["places"]
    if not (1 <= digits <= 65 and 0 <= places <= digits):
        yield Violation("bad-digits", "digits", {"digits": str(digits), "places": str(places)})


def check_currency(field: FieldDraft) -> Iterator[Violation]:
    """Check that a currency has three capital letters."""
    currency = field.get("currency")
    if currency is not None and not _CURRENCY.fullmatch(currency):
        words = {"word": currency}
        if _CURRENCY.fullmatch(currency.upper()):
            words["closest"] = currency.upper()
        yield Violation("bad-currency", "currency", words)


def check_bounds(field: FieldDraft) -> Iterator[Violation]:
    """Check that bounds are numbers of the type, and the minimum is not above the maximum."""
    bounds = {key: _to_number(field[key]) for key in ("minimum", "maximum") if key in field}
    kinds = read_grammar()["types"][field["type"]].get("default", [])
    wants_whole = not {"number", "exact"} & set(kinds)
    for key, bound in bounds.items():
        is_length = "text" in kinds or "email" in kinds or "slug" in kinds
        if not math.isfinite(bound) or (wants_whole and bound != int(bound)):
            yield Violation("bad-bound", key, _expect(field[key], "a whole number"))
        elif is_length and not 0 <= bound <= field.get("length", _TEXT_LENGTH):
            yield Violation("bad-bound", key, _expect(field[key], "a possible length"))
    if len(bounds) == 2 and bounds["minimum"] > bounds["maximum"]:
        yield Violation("crossed-bounds", "maximum", {}, (("the minimum is here", "minimum"),))


def _expect(bound: float, expected: str) -> dict[str, str]:
    return {"word": str(bound), "expected": expected}


def _to_number(bound: float | str) -> float:
    try:
        return float(bound)
    except OverflowError:
        return math.inf


def check_pattern(field: FieldDraft) -> Iterator[Violation]:
    """Check that a regular expression compiles."""
    try:
        re.compile(field.get("pattern", ""))
    except (re.error, OverflowError, RecursionError) as error:
        yield Violation("bad-pattern", "pattern", {"reason": str(error)})


def check_values(field: FieldDraft) -> Iterator[Violation]:
    """Check that an enumeration's own values are present and unique."""
    if "enum" not in field or "modifiers" not in field:
        yield from find_invalid_choices(field.get("values", ()))


def find_invalid_choices(values: Sequence[ChoiceDraft]) -> Iterator[Violation]:
    """Find the values that are empty or duplicates, or were called like another one."""
    seen: dict[str, str] = {}
    for number, choice in enumerate(values):
        value = choice["value"]
        if not value.strip():
            yield Violation("empty-value", f"values/{number}", {})
        elif value in seen:
            first = (("it is here already", seen[value]),)
            yield Violation("duplicate-value", f"values/{number}", {"word": value}, first)
        seen.setdefault(value, f"values/{number}")
    for number, choice in enumerate(values):
        earlier = choice.get("was")
        if earlier in seen:
            first = (("it is here", seen[earlier]),)
            yield Violation("was-value-exists", f"values/{number}/was", {"word": earlier}, first)


def check_default(field: FieldDraft) -> Iterator[Violation]:
    """Check that a default is of the field's type, within its bounds, and matches its pattern."""
    if "default" not in field or ("enum" in field and "values" not in field):
        return
    default, spelling = field["default"], spell_default(field["default"])
    if not fits_field(default, field):
        words = {"word": spelling, "type": field["type"]}
        near = find_closest(spelling, (choice["value"] for choice in field.get("values", ())))
        words |= {"closest": near} if near else {"expected": describe_default(field["type"])}
        yield Violation("wrong-default", "default", words)
        return
    kinds = read_grammar()["types"][field["type"]]["default"]
    if {"whole", "number", "exact"} & set(kinds):
        size = _to_number(spelling) if re.fullmatch(r"-?[0-9.]+", spelling) else None
    else:
        size = float(len(spelling)) if "text" in kinds or "slug" in kinds else None
    if size is not None:
        yield from _measure_default(field, size)
    if not _matches(field, spelling):
        yield Violation("unmatched-default", "default", {}, (("it has to match this", "pattern"),))


def _matches(field: FieldDraft, text: str) -> bool:
    try:
        return "pattern" not in field or re.fullmatch(field["pattern"], text) is not None
    except (re.error, OverflowError, RecursionError):
        return True  # which is said of the pattern


def _measure_default(field: FieldDraft, size: float) -> Iterator[Violation]:
    if field["type"] in ("str", "slug") and size > field.get("length", 255):
        length = (("the length is here", "length"),) if "length" in field else ()
        yield Violation(
            "long-default", "default", {"length": str(field.get("length", 255))}, length
        )
        return
    if size < _to_number(field.get("minimum", size)):
        yield Violation("default-outside", "default", {}, (("it is less than this", "minimum"),))
    if size > _to_number(field.get("maximum", size)):
        yield Violation("default-outside", "default", {}, (("it is greater than this", "maximum"),))


_RULES = (
    check_length,
    check_digits,
    check_currency,
    check_bounds,
    check_pattern,
    check_values,
    check_default,
)
