"""What a field that becomes another one may do to the values of rows that are there."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from django.core.validators import BaseValidator
from django.db.models import F, Field, Q
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThan

from transformer.backends.django.migrations import row_operations
from transformer.backends.django.migrations.field_kinds import (
    AnyField,
    empties_texts,
    find_target,
    has_fewer_digits,
    is_written,
    name_type,
)
from transformer.backends.django.migrations.kinds import (
    NOTHING,
    REPLACES,
    ConversionRow,
    Kind,
    choose_conversion,
    read_changes,
)
from transformer.backends.django.migrations.risks import (
    Risk,
    make_repeats,
    make_risk,
    make_unread,
)

Validator = Callable[..., None]


class Alteration(NamedTuple):
    """A field of a model, as it is and as it becomes."""

    model: str
    name: str
    old: AnyField
    new: AnyField

    @property
    def conversion(self) -> ConversionRow:
        """What is asked of its values for its type."""
        row = choose_conversion(name_type(self.old), name_type(self.new))
        is_elsewhere = find_target(self.old) != find_target(self.new)
        return {**row, "asks": REPLACES} if is_elsewhere else row


def list_alteration_risks(each: Alteration) -> Iterator[Risk]:
    """Ask what the table of changes says is to be asked."""
    if each.old.many_to_many or each.new.many_to_many:
        return
    asks = each.conversion["asks"]
    if asks == REPLACES:
        missing = row_operations.find_missing(each.old, each.name)
        yield make_risk(asks, each.model, each.name, ~missing)
        return
    if asks != NOTHING:
        yield make_unread(asks, each.model, each.name, each.new)
    for row in read_changes()["narrowings"]:
        if asks == NOTHING or "implied" not in row:
            yield from _NARROWINGS[row["of"]](each, row["asks"])


def _narrow_presence(each: Alteration, asks: Kind) -> Iterator[Risk]:
    """Find rows without a value, where one has to be there now."""
    old, new, missing = each.old, each.new, Q()
    was_text, is_text = is_written(old), is_written(new)
    if old.null and not (is_text and new.blank) and (was_text or not new.has_default()):
        missing |= Q(**{f"{each.name}__isnull": True})
    if was_text and (not is_text or (old.blank and not new.blank)):
        missing |= Q(**{each.name: ""})
    if missing and not new.null:
        yield make_risk(asks, each.model, each.name, missing)


def _narrow_length(each: Alteration, asks: Kind) -> Iterator[Risk]:
    """Find longer texts, unless there are choices, which have the length that they need."""
    most, before = each.new.max_length, each.old.max_length
    is_less = most is not None and (before is None or before > most)
    if is_less and is_written(each.old) and _list_lost_choices(each) is None:
        condition = Q(GreaterThan(Length(F(each.name)), most))
        yield make_risk(asks, each.model, each.name, condition)


def _list_lost_choices(each: Alteration) -> list[str] | None:
    """List the choices that are gone; None if nothing was chosen among them."""
    chosen, before = (list(dict(one.flatchoices)) for one in (each.new, each.old))
    gone = [value for value in before if value not in chosen]
    return gone if chosen and (gone or not before) else None


def _narrow_choices(each: Alteration, asks: Kind) -> Iterator[Risk]:
    """Find values that can't be chosen any longer."""
    name, new = each.name, each.new
    gone = _list_lost_choices(each)
    if gone:
        yield make_risk(asks, each.model, name, Q(**{f"{name}__in": gone}))
    elif gone is not None:
        chosen = [*dict(new.flatchoices), ""]
        others = ~Q(**{f"{name}__in": chosen}) & Q(**{f"{name}__isnull": False})
        yield make_risk(asks, each.model, name, others)


def _narrow_digits(each: Alteration, asks: Kind) -> Iterator[Risk]:
    """Find numbers with more digits."""
    if has_fewer_digits(each.old, each.new):
        yield make_unread(asks, each.model, each.name, each.new)


def _narrow_validators(each: Alteration, asks: Kind) -> Iterator[Risk]:
    """Find values that a new validator refuses."""
    before, after = (_list_validators(one) for one in (each.old, each.new))
    if not all(_is_implied(one, before) for one in after):
        yield make_unread(asks, each.model, each.name, each.new)


def _list_validators(field: AnyField) -> list[Validator]:
    """List the validators that a field is given, and not those that its type has."""
    given: list[Validator] = Field.deconstruct(field)[3].get("validators", [])
    return [*given]


def _is_implied(validator: Validator, before: list[Validator]) -> bool:
    """Tell whether other validators let pass nothing that one refuses."""
    return any(one == validator or _is_stricter(one, validator) for one in before)


def _is_stricter(one: Validator, other: Validator) -> bool:
    if type(one) is not type(other) or not isinstance(one, BaseValidator):
        return False
    assert isinstance(other, BaseValidator)
    limits = one.limit_value, other.limit_value
    return not any(map(callable, limits)) and not other.compare(*limits)


def _narrow_repetition(each: Alteration, asks: Kind) -> Iterator[Risk]:
    """Find values that several rows have, where only one may."""
    if each.new.unique and not each.old.unique:
        # A missing text is null where a unique field may lack one.
        has_text = ~Q(**{each.name: ""}) if empties_texts(each.new) else None
        yield make_repeats(each.model, [each.name], has_text)


_NARROWINGS: Mapping[str, Callable[[Alteration, Kind], Iterator[Risk]]] = {
    "presence": _narrow_presence,
    "length": _narrow_length,
    "choices": _narrow_choices,
    "digits": _narrow_digits,
    "validators": _narrow_validators,
    "repetition": _narrow_repetition,
}
