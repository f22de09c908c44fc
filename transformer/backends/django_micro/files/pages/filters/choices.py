"""Filters by one of a few values."""

import django_filters
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

# Stands for "has no value" in an address.
NOTHING = "-"


def lacks_value(name, is_text):
    """Return what rows are like that have no value; an empty text is none."""
    missing = Q((f"{name}__isnull", True))
    return missing | Q((name, "")) if is_text else missing


class ChoiceFilter(django_filters.ChoiceFilter):
    """Rows that have one of the values that there are, or none where one may be."""

    def __init__(self, field, **kwargs):
        kwargs.setdefault("null_label", _("None") if field.blank else None)
        kwargs.setdefault("choices", [each for each in field.flatchoices if each[0]])
        super().__init__(empty_label=_("Any"), null_value=NOTHING, **kwargs)

    def filter(self, rows, value):
        if value != NOTHING:
            return super().filter(rows, value)
        return rows.filter(lacks_value(self.field_name, is_text=True))

    def describe(self, value):
        labels = {str(key): label for key, label in self.field.choices}
        return str(labels[value])


class YesNoFilter(ChoiceFilter):
    """Rows where something is so, or isn't."""

    answers = [("true", _("Yes")), ("false", _("No"))]

    def __init__(self, field, **kwargs):
        super().__init__(field, choices=self.answers, null_label=None, **kwargs)

    def filter(self, rows, value):
        return super().filter(rows, value and value == "true")


class EmptyFilter(YesNoFilter):
    """Rows that have no value, or those that have one."""

    answers = [("true", _("None")), ("false", _("Filled in"))]

    def __init__(self, field, **kwargs):
        super().__init__(field, **kwargs)
        self.is_text = isinstance(field, (models.CharField, models.TextField))

    def filter(self, rows, value):
        missing = lacks_value(self.field_name, is_text=self.is_text)
        return rows.filter(missing if value == "true" else ~missing) if value else rows
