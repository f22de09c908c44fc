"""Values that the emitted tests give to fields: plain ones, within what each field permits."""

import ast
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from transformer.backends.django.field_traits import find_traits
from transformer.backends.django.fields import FieldContext, fill
from transformer.backends.django.literals import spell_number
from transformer.backends.django.matching import find_match
from transformer.engine.literals import spell_string

_LONGEST_TEXT = 1000
_TEXTS = ("Sample {}", "S{}", "{}")
_PLACES = {"money": 2, "float": 9}
_NUMBERS = ("1", "2", "0", "-1", "0.5", "0.25", "0.1")


def spell_sample(context: FieldContext, number: int) -> str:
    """The first or second sample of a field as Python source; the same where there is but one."""
    traits = find_traits(context.words)
    words = {"n": str(number), "sample_truth": str(number == 1)}
    if "$sample_text" in traits.columns["sample"]:
        words["sample_text"] = spell_string(find_text(context.field, number))
    if "$sample_number" in traits.columns["sample"]:
        words["sample_number"] = find_number(context.field, number)
    if "values" in context.field:
        words["sample_choice"] = spell_string(_pick(context.field["values"], number)["value"])
    if "target" in context.field:
        words["sample_target"] = _spell_target(context)
    return fill(traits.columns["sample"], words)


def has_sample(context: FieldContext) -> bool:
    """Whether the samples of a text keep to the field's own pattern and bounds."""
    field = context.field
    if "written" not in context.words or "values" in field:
        return True
    text = ast.literal_eval(spell_sample(context, 1))
    low, high = field.get("minimum", 0), field.get("maximum", _LONGEST_TEXT)
    return low <= len(text) <= high and re.search(field.get("pattern", ""), text) is not None


def _pick(choices: list[Any], number: int) -> Any:
    return choices[min(number, len(choices)) - 1]


def _spell_target(context: FieldContext) -> str:
    """A row that is there, or a new one; so one suffices wherever several refer to it."""
    if context.field["target_kind"] == "account":
        return "get_account()"
    target = context.names.entities[context.field["target"]].model
    return f"{target}.objects.first() or {name_maker(target)}()"


def name_maker(model: str) -> str:
    """The function of the emitted tests that makes a row of a model."""
    return f"make_{model.lower()}"


def find_text(field: Mapping[str, Any], number: int) -> str:
    """A text of a length that the field permits, in which its pattern is found."""
    longest = int(min(field.get("length", _LONGEST_TEXT), field.get("maximum", _LONGEST_TEXT)))
    shortest = int(field.get("minimum", 1))
    if "pattern" in field:
        return find_match(field["pattern"], shortest, longest) or ""
    texts = (text.format(number) for text in _TEXTS)
    return next((text for text in texts if len(text) <= longest), "").rjust(shortest, "x")


def find_number(field: Mapping[str, Any], number: int) -> str:
    """A number that the field permits, without more digits than it takes."""
    limits = [str(field[k]) for k in ("minimum", "maximum") if k in field]
    candidates = [Decimal(text) for text in (*_NUMBERS, *limits) if _suits(field, Decimal(text))]
    return spell_number(field, _pick(candidates or [Decimal(0)], number))


def _suits(field: Mapping[str, Any], value: Decimal) -> bool:
    places = field.get("places", _PLACES.get(field["type"], 0))
    whole = (Fraction(value) * 10**places).denominator == 1
    fits = abs(value) < Decimal(10) ** (field.get("digits", 20) - places)
    low, high = field.get("minimum", value), field.get("maximum", value)
    return whole and fits and Decimal(str(low)) <= value <= Decimal(str(high))


def list_makeable(entities: Iterable[Mapping[str, Any]]) -> set[str]:
    """The entities of which a row can be made: no circle of required references closes them off."""
    waiting = {e["name"]: _list_needed(e) for e in entities}
    made: set[str] = set()
    while ready := {name for name, needed in waiting.items() if needed <= made} - made:
        made |= ready
    return made


def _list_needed(entity: Mapping[str, Any]) -> set[str]:
    return {
        field["target"]
        for field in entity["fields"]
        if field["required"] and field.get("target_kind") == "entity"
    }


def list_given(contexts: Iterable[FieldContext]) -> list[FieldContext]:
    """The fields that a row has to be given."""
    return [c for c in contexts if c.field["required"] and c.field["input"] != "never"]
