"""Values that the emitted tests give to fields: plain ones, within what each field permits."""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import TypeVar

from transformer.backends.django.code import Code, make_literal, parse_cell, refer_to
from transformer.backends.django.field_traits import read_types
from transformer.backends.django.fields import Holes, ModelField
from transformer.backends.django.literals import spell_number
from transformer.backends.django.matching import find_match
from transformer.model.entities import Entity
from transformer.model.entity_fields import Field
from transformer.model.expressions import Constant

_Item = TypeVar("_Item")
_LONGEST_TEXT = 1000
_TEXTS = ("Sample {}", "S{}", "{}")
_NUMBERS = ("1", "2", "0", "-1", "0.5", "0.25", "0.1")


def make_sample(field: ModelField, number: int) -> Code:
    """Make the first or second sample of a field; the same where there is but one."""
    cell, said = field.traits.columns["sample"], field.field
    holes: Holes = {"n": make_literal(number), "sample_truth": make_literal(number == 1)}
    if "$sample_text" in cell:
        holes["sample_text"] = make_literal(find_text(said, number))
    if "$sample_number" in cell:
        digits = find_number(said, number)
        holes["sample_number"] = parse_cell(digits) if cell == "$sample_number" else digits
    if said.values is not None:
        holes["sample_choice"] = make_literal(_pick(said.values, number).value)
    if said.is_reference:
        holes["sample_target"] = _make_target(field)
    return parse_cell(cell, holes)


def list_samples(field: ModelField, said: Sequence[Constant]) -> Iterator[Code]:
    """List samples of a field, also those near the numbers and texts that rules speak of."""
    yield from (make_sample(field, number) for number in (1, 2))
    asked, cell = field.field, field.traits.columns["sample"]
    if "later" in field.traits.columns:
        # Days apart from the others, and what is still to come.
        yield make_sample(field, 9)
        yield parse_cell(field.traits.columns["later"])
    for choice in asked.values or ():
        yield make_literal(choice.value)
    if "$sample_text" in cell:
        texts = (str(each.value) for each in said if each.type == "text")
        yield from (make_literal(text) for text in texts if _fits(asked, text))
    if "$sample_number" in cell:
        for number in filter(partial(_suits, asked), _list_near(said)):
            digits = spell_number(asked, number)
            plain = parse_cell(digits) if cell == "$sample_number" else digits
            yield parse_cell(cell, {"sample_number": plain})


def _list_near(said: Iterable[Constant]) -> Iterator[Decimal]:
    """List the numbers among some values, each with its neighbours."""
    for each in said:
        if each.type == "number":
            yield from (Decimal(str(each.value)) + step for step in (0, 1, -1))


def has_sample(field: ModelField) -> bool:
    """Tell whether the samples of a text keep to the field's own pattern and bounds."""
    said = field.field
    if "written" not in field.flags or said.values is not None:
        return True
    return _fits(said, ast.literal_eval(make_sample(field, 1).node))


def _fits(field: Field, text: str) -> bool:
    """Tell whether a text keeps to the pattern and the bounds of a field."""
    bounds = [bound for bound in (field.length, field.maximum) if bound is not None]
    low, high = field.minimum or 0, min([*bounds, _LONGEST_TEXT])
    return low <= len(text) <= high and re.search(field.pattern or "", text) is not None


def _pick(choices: Sequence[_Item], number: int) -> _Item:
    return choices[min(number, len(choices)) - 1]


def _make_target(field: ModelField) -> Code:
    """Make a row that is there, or a new one; so one suffices wherever several refer to it."""
    target = field.field.target
    if target is None:
        return parse_cell("get_account()")
    model = field.names.name_model(target)
    holes: Holes = {"model": refer_to(model), "maker": refer_to(name_maker(model))}
    return parse_cell("$model.objects.first() or $maker()", holes)


def name_maker(model: str) -> str:
    """Name the function of the emitted tests that makes a row of a model."""
    return f"make_{model.lower()}"


def find_text(field: Field, number: int) -> str:
    """Find a text of a length that the field permits, in which its pattern is found."""
    bounds = [bound for bound in (field.length, field.maximum) if bound is not None]
    longest = int(min([*bounds, _LONGEST_TEXT]))
    shortest = 1 if field.minimum is None else int(field.minimum)
    if field.pattern is not None:
        return find_match(field.pattern, shortest, longest) or ""
    texts = (text.format(number) for text in _TEXTS)
    return next((text for text in texts if len(text) <= longest), "").rjust(shortest, "x")


def find_number(field: Field, number: int) -> str:
    """Find a number that the field permits, without more digits than it takes."""
    limits = [str(limit) for limit in (field.minimum, field.maximum) if limit is not None]
    candidates = [Decimal(text) for text in (*_NUMBERS, *limits) if _suits(field, Decimal(text))]
    return spell_number(field, _pick(candidates or [Decimal(0)], number))


def _suits(field: Field, value: Decimal) -> bool:
    usual = int(read_types()[field.type].get("places", 0))
    places = usual if field.places is None else field.places
    digits = 20 if field.digits is None else field.digits
    whole = (Fraction(value) * 10**places).denominator == 1
    fits = abs(value) < Decimal(10) ** (digits - places)
    low, high = (value if b is None else Decimal(str(b)) for b in (field.minimum, field.maximum))
    return whole and fits and low <= value <= high


def list_makeable(entities: Iterable[Entity]) -> set[Entity]:
    """List the entities of which a row can be made: no cycle of required references bars them."""
    waiting = {entity: set(_list_needed(entity)) for entity in entities}
    made: set[Entity] = set()
    while ready := {entity for entity, needed in waiting.items() if needed <= made} - made:
        made |= ready
    return made


def _list_needed(entity: Entity) -> list[Entity]:
    needed = (field.target for field in entity.fields if field.required)
    return [target for target in needed if target is not None]


def list_given(fields: Iterable[ModelField]) -> list[ModelField]:
    """List the fields that a row has to be given."""
    return [each for each in fields if each.field.required and each.field.input != "never"]
