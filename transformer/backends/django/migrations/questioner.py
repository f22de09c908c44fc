"""Answers to what Django asks about a change: values for the rows that a table has already."""

import uuid
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.migrations.questioner import MigrationQuestioner
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import NOT_PROVIDED, Field
from django.utils import timezone

from transformer.output.outcome import Note

_NUMBERS = (
    "DecimalField FloatField IntegerField BigIntegerField SmallIntegerField "
    "PositiveIntegerField PositiveBigIntegerField PositiveSmallIntegerField"
)
_TEXTS = "CharField TextField SlugField FileField ImageField FilePathField"
Number = int | float | Decimal
FILLINGS: dict[str, object] = {
    **dict.fromkeys(_NUMBERS.split(), 0),
    **dict.fromkeys(_TEXTS.split(), ""),
    "BooleanField": False,
    "DateField": timezone.localdate,
    "DateTimeField": timezone.now,
    "DurationField": timedelta(),
    "GenericIPAddressField": "0.0.0.0",
    "JSONField": dict,
    "TimeField": timezone.now,
    "UUIDField": uuid.uuid4,
}
"""The value for existing rows by the internal type of a field; any other type has none."""


class Questioner(MigrationQuestioner):
    """A questioner that asks nobody, and notes what would stop `migrate` on a table with rows."""

    def __init__(self, app: str, state: ProjectState) -> None:
        super().__init__(specified_apps={app})
        self.app = app
        self.state = state
        self.notes: list[Note] = []

    def ask_not_null_addition(self, field_name: str, model_name: str) -> object:
        """Answer which value existing rows get in a new column, None if there can't be one."""
        filling = self._choose_filling(field_name, model_name, "migration-needs-empty-table")
        return None if filling is NOT_PROVIDED else filling

    def ask_not_null_alteration(self, field_name: str, model_name: str) -> object:
        """Answer which value replaces the NULLs of a column."""
        return self._choose_filling(field_name, model_name, "migration-needs-values")

    def ask_auto_now_add_addition(self, field_name: str, model_name: str) -> object:
        """Answer with the moment of the migration."""
        return self.ask_not_null_addition(field_name, model_name)

    def _choose_filling(self, field_name: str, model_name: str, code: str) -> object:
        model: ModelState = self.state.models[self.app, model_name.lower()]
        field = model.fields[field_name]
        filling = fill_field(field)
        if filling is NOT_PROVIDED:
            self.notes.append((code, {"entity": model.name, "field": field_name}))
        elif field.unique:
            words = {"entity": model.name, "field": field_name}
            self.notes.append(("migration-needs-unique-values", words))
        return filling


def fill_field(field: "Field[Any, Any]") -> object:
    """Choose a value for existing rows that the field itself would accept, or NOT_PROVIDED."""
    if field.flatchoices:
        return field.flatchoices[0][0]
    filling = FILLINGS.get(field.get_internal_type(), NOT_PROVIDED)
    return _respect_bounds(filling, field) if isinstance(filling, int) else filling


def _respect_bounds(number: Number, field: "Field[Any, Any]") -> Number:
    for check in field.validators:
        if isinstance(check, MinValueValidator | MaxValueValidator):
            bound: Number = check.limit_value
            number = (max if isinstance(check, MinValueValidator) else min)(number, bound)
    return number
