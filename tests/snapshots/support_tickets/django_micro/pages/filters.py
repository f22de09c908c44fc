"""Filters of a list, each made from the field of the model that it looks at."""

import datetime

from django.db import connections, models
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils import formats, timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .computed import find_field, is_computed
from .keys import read_key
from .paging import count_rows
from .querysets import restrict

# Words that an address has for other things; a field of such a name is asked for with a
# line below it.
RESERVED = {"close", "export", "page", "panel", "q", "size", "sort"}

# Of a reference that may lead to very many rows, only the first are offered.
OFFERED = 100

# Rows that are sorted at once.
FEW = 1_000

# Stands for "has no value" in an address.
NOTHING = "-"


def name_parameter(name):
    """Return what a field is called in an address."""
    return f"{name}_" if name in RESERVED else name


class Filter:
    """What a list is narrowed to by one field; `values` come from the address."""

    endings = ("",)

    def __init__(self, field, title, view):
        self.field = field
        self.title = title
        self.view = view
        name = name_parameter(field.name)
        self.names = [name + ending for ending in self.endings]
        parameters = view.request.GET
        self.values = [self.read(parameters.get(each, "")) for each in self.names]

    @property
    def name(self):
        return self.names[0]

    @property
    def is_active(self):
        return any(value is not None for value in self.values)

    @property
    def parameters(self):
        """The filter as it stands in an address."""
        pairs = zip(self.names, self.values, strict=True)
        return {name: str(value) for name, value in pairs if value is not None}

    def apply(self, rows):
        return rows.filter(self.condition) if self.is_active else rows


class ChoiceFilter(Filter):
    """Rows that have one of the values that there are."""

    kind = "choice"

    @property
    def value(self):
        return self.values[0]

    @cached_property
    def options(self):
        """Pairs of a value as an address has it, and what people read."""
        if isinstance(self.field, models.BooleanField):
            return [("true", _("Yes")), ("false", _("No"))]
        choices = self.field.flatchoices
        found = [(str(value), label) for value, label in choices if value]
        return [*found, (NOTHING, _("None"))] if self.field.blank else found

    def read(self, text):
        return text if text and text in dict(self.options) else None

    @property
    def condition(self):
        if isinstance(self.field, models.BooleanField):
            return models.Q((self.field.name, self.value == "true"))
        if self.value != NOTHING:
            return models.Q((self.field.name, self.value))
        missing = models.Q((self.field.name, ""))
        return missing | models.Q((f"{self.field.name}__isnull", True))

    def describe(self):
        return dict(self.options)[self.value]


class ReferenceFilter(ChoiceFilter):
    """Rows that refer to one row of another model."""

    @property
    def targets(self):
        rows = self.field.related_model._default_manager.all()
        return restrict(rows, self.view.request.user)

    @cached_property
    def options(self):
        found = [(str(row.pk), str(row)) for row in self.targets[:OFFERED]]
        if self.is_active and self.value not in dict(found) | {NOTHING: ""}:
            found.append((self.value, self.describe()))
        return [*found, (NOTHING, _("None"))] if self.field.null else found

    def read(self, text):
        if text == NOTHING:
            return text if self.field.null else None
        key = read_key(self.field.target_field, text) if text else None
        return None if key is None else str(key)

    @property
    def condition(self):
        if self.value == NOTHING:
            return models.Q((f"{self.field.name}__isnull", True))
        return models.Q((self.field.attname, self.value))

    def describe(self):
        if self.value == NOTHING:
            return _("None")
        target = self.targets.filter(pk=self.value).first()
        return str(target) if target else self.value


class RangeFilter(Filter):
    """Rows from one day to another, both included."""

    kind = "range"
    endings = ("_from", "_to")

    def read(self, text):
        try:
            day = datetime.date.fromisoformat(text) if text else None
        except ValueError:
            return None
        # Other days have none before or after them in some time zone.
        return day if day and 1 < day.year < 9999 else None

    @property
    def condition(self):
        return self.spell(self.field.name)

    @property
    def alias(self):
        return f"filtered_{self.field.name}"

    def spell(self, name):
        start, end = self.values
        if isinstance(self.field, models.DateTimeField):
            # Days of the reader's time zone, spelled so that an index serves.
            start = start and start_day(start)
            end = end and start_day(end + datetime.timedelta(days=1))
        last = "lt" if isinstance(self.field, models.DateTimeField) else "lte"
        bounds = {f"{name}__gte": start, f"{name}__{last}": end}
        return models.Q(**{name: bound for name, bound in bounds.items() if bound})

    def apply(self, rows):
        """Return the rows in the range, in SQLite without its index if they are many.

        SQLite can't tell a range of a few days from one of all days. Sorting the rows
        of a long one takes longer than meeting them in the order of the list.
        """
        if not self.is_active or is_computed(rows, self.field.name):
            return super().apply(rows)
        if connections[rows.db].vendor != "sqlite":
            # Others know by their statistics.
            return super().apply(rows)
        found = self.view.all_rows.filter(self.condition)
        if count_rows(found, FEW) <= FEW:
            return rows.filter(self.condition)
        hidden = Coalesce(self.field.name, Value(None, output_field=self.field))
        return rows.alias(**{self.alias: hidden}).filter(self.spell(self.alias))

    @property
    def bounds(self):
        return list(zip(self.names, self.values, strict=True))

    def describe(self):
        texts = [formats.date_format(day) if day else "" for day in self.values]
        return " – ".join(texts).strip()


def start_day(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def make_filter(view, name, title):
    """Return the filter that suits the field of a list's column."""
    field = find_field(view.all_rows, name)
    title = title or capfirst(field.verbose_name)
    if field.is_relation:
        kind = ReferenceFilter
    elif isinstance(field, models.DateField):
        kind = RangeFilter
    else:
        kind = ChoiceFilter
    return kind(field, title, view)
