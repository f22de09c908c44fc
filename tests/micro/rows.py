"""Rows for models whose pages make none, and texts that a model's own checks let pass."""

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from hypothesis import find, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def list_keys(model: type[models.Model]) -> set[Any]:
    """The primary keys of all rows."""
    return set(model._base_manager.values_list("pk", flat=True))


def make_row(model: type[models.Model], turn: int) -> models.Model | None:
    """A new row, with rows that it needs; None if the model's checks can't be satisfied."""
    try:
        values = {field.attname: make_value(field, turn) for field in _list_needed(model)}
        with transaction.atomic():
            return model._base_manager.create(**values)
    except (IntegrityError, LookupError, RecursionError):
        return None


def _list_needed(model: type[models.Model]) -> list[Any]:
    """The fields that have to be given."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.editable
        and not field.has_default()
        and not field.null
        and (not field.blank or field.unique)
    ]


def make_value(field: Any, turn: int) -> Any:
    """A value that fits the field."""
    if field.remote_field:
        target = field.remote_field.model
        first = target._base_manager.exclude(pk__in=_list_taken(field)).first()
        row = first or make_row(target, turn)
        if row is None:
            raise LookupError(field.name)
        return row.pk
    if field.choices:
        return field.flatchoices[turn % len(field.flatchoices)][0]
    moment = START + timedelta(days=turn)
    by_type = {
        "DateTimeField": moment,
        "DateField": moment.date(),
        "TimeField": moment.time(),
        "UUIDField": uuid.uuid5(uuid.NAMESPACE_URL, str(turn)),
        "BooleanField": bool(turn % 2),
        "JSONField": {"turn": turn},
        "EmailField": f"person{turn}@example.com",
    }
    return by_type.get(field.get_internal_type()) or make_text(field, turn)


def _list_taken(field: Any) -> list[Any]:
    taken = field.model._base_manager.values_list(field.attname, flat=True)
    return list(taken) if field.unique else []


def make_text(field: Any, turn: int) -> str:
    """A text, or a number's, that the field takes and no row has yet."""
    used = {str(value) for value in field.model._base_manager.values_list(field.attname, flat=True)}
    candidates = [f"sample-{turn}", str(turn), str(turn % 100 / 100), f"https://example.com/{turn}"]
    for text in candidates:
        if text not in used and passes(field, text):
            return text
    return find_sample(field, used) or str(turn)


def find_sample(field: Any, used: set[str]) -> str | None:
    """A text that fits the field's patterns, or None if none is found."""
    patterns = [check.regex for check in field.validators if hasattr(check, "regex")]
    if not patterns:
        return None
    try:
        return find(
            st.from_regex(
                patterns[-1], alphabet=st.characters(min_codepoint=32, max_codepoint=126)
            ),
            lambda text: text == text.strip() and text not in used and passes(field, text),
            settings=settings(max_examples=2000, database=None),
        )
    except HypothesisException:
        return None


def passes(field: Any, text: str) -> bool:
    """Whether a field takes a text."""
    try:
        field.run_validators(field.to_python(text))
    except ValidationError:
        return False
    return True
