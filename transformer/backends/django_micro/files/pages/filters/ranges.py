"""Filters from one value to another."""

import datetime
from copy import copy

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import connections
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _
from django_filters.constants import EMPTY_VALUES
from django_filters.fields import RangeField
from django_filters.widgets import SuffixedMultiWidget

from ..forms import DateInput
from ..paging import count_rows

# Rows that are sorted at once.
FEW = 1_000

# Other days have none before or after them in some time zone.
FIRST, LAST = datetime.date(2, 1, 1), datetime.date(9998, 12, 31)


class RangeWidget(SuffixedMultiWidget):
    template_name = "django/forms/widgets/multiwidget.html"
    suffixes = ["from", "to"]


class LenientRangeField(RangeField):
    """Two ends of a range; one that makes no sense leaves the other as it is."""

    is_refused = False

    def clean(self, value):
        ends = [None, None]
        for place, text in enumerate(value or ()):
            try:
                ends[place] = self.fields[place].clean(text)
            except ValidationError:
                self.is_refused = True
        return None if ends == [None, None] else slice(*ends)


class RangeFilter(django_filters.Filter):
    """Rows from one number to another, both included."""

    field_class = LenientRangeField
    last = "lte"

    def __init__(self, field, **kwargs):
        self.model_field = field
        titles = (_("from"), _("to"))
        widget = RangeWidget([self.make_input({"aria-label": t}) for t in titles])
        fields = [self.make_field(), self.make_field()]
        super().__init__(fields=fields, widget=widget, **kwargs)

    def make_input(self, attrs):
        return forms.NumberInput({**attrs, "step": "any"})

    def make_field(self):
        plain = copy(self.model_field)
        plain.choices = None  # or the ends would be two of them
        return plain.formfield(required=False)

    def find_bounds(self, value):
        return value.start, value.stop

    def make_condition(self, name, value):
        bounds = zip(("gte", self.last), self.find_bounds(value), strict=True)
        return Q(*[Q((f"{name}__{way}", at)) for way, at in bounds if at is not None])

    def filter(self, rows, value):
        """Return the rows in the range, in SQLite without its index if they are many.

        SQLite can't tell a range of a few days from one of all days. Sorting the rows
        of a long one takes longer than meeting them in the order of the list.
        """
        if value in EMPTY_VALUES:
            return rows
        condition = self.make_condition(self.field_name, value)
        # Others know by their statistics.
        is_sqlite = connections[rows.db].vendor == "sqlite"
        if not is_sqlite or self.field_name in rows.query.annotations:
            return rows.filter(condition)
        if count_rows(self.parent.queryset.filter(condition), FEW) <= FEW:
            return rows.filter(condition)
        alias = f"filtered_{self.field_name}"
        nothing = Value(None, output_field=self.model_field)
        hidden = rows.alias(**{alias: Coalesce(self.field_name, nothing)})
        return hidden.filter(self.make_condition(alias, value))

    def describe(self, value):
        ends = (value.start, value.stop)
        texts = ["" if end is None else self.spell_end(end) for end in ends]
        return " – ".join(texts).strip()

    def spell_end(self, end):
        return formats.number_format(end)


class DayFilter(RangeFilter):
    """Rows from one day to another, both included."""

    def make_input(self, attrs):
        return DateInput(attrs)

    def make_field(self):
        limits = [MinValueValidator(FIRST), MaxValueValidator(LAST)]
        return forms.DateField(input_formats=["%Y-%m-%d"], validators=limits)

    def spell_end(self, end):
        return formats.date_format(end)


class MomentFilter(DayFilter):
    """Rows of the days of the reader's time zone, spelled so that an index serves."""

    last = "lt"

    def find_bounds(self, value):
        end = value.stop and value.stop + datetime.timedelta(days=1)
        return value.start and start_day(value.start), end and start_day(end)


def start_day(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
