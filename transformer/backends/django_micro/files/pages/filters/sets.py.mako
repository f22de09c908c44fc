"""Sets of filters, of which a list shows some or all."""

import django_filters
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils.text import capfirst

from records.computed import find_field

from .choices import ChoiceFilter, EmptyFilter, YesNoFilter
% if has_links:
from .links import LinkFilter
% endif
from .ranges import DayFilter, MomentFilter, RangeFilter
from .references import ReferenceFilter

# Words that an address has for other things; a field of such a name is asked for with a
# line below it.
RESERVED = {"close", "export", "page", "panel", "q", "size", "sort"}


class TextFilter(django_filters.CharFilter):
    """Rows that have a text within theirs."""

    def __init__(self, field, **kwargs):
        super().__init__(max_length=200, **kwargs)


# The filter of a lookup and a kind of field; the first that fits counts.
FILTERS = [
    ("isnull", models.Field, EmptyFilter),
    ("icontains", models.Field, TextFilter),
    ("range", models.DateTimeField, MomentFilter),
    ("range", models.DateField, DayFilter),
    ("range", models.Field, RangeFilter),
    ("exact", models.ForeignKey, ReferenceFilter),
% if has_links:
    ("exact", models.ManyToManyField, LinkFilter),
% endif
    ("exact", models.BooleanField, YesNoFilter),
]

# What follows the name of a field in an address, for lookups with a filter of ours.
ENDINGS = {"exact": "", "icontains": "", "isnull": "_empty", "range": ""}


def name_parameter(name):
    """Return what a field is called in an address."""
    return f"{name}_" if name in RESERVED else name


def find_filter(field, lookup):
    """Return the class of a filter; None where it is django-filter's."""
    if lookup == "exact" and field.flatchoices:
        return ChoiceFilter
    fits = (
        kind for way, of, kind in FILTERS if way == lookup and isinstance(field, of)
    )
    return next(fits, None)


class FilterSet(django_filters.FilterSet):
    """Filters by fields of a model, in the words that addresses have for them.

    `Meta.fields` has lookups by field: `exact`, `range`, `icontains` and `isnull` have
    filters of their own here, the others django-filter's. `Meta.computed` has those of
    values that the model's rows can be annotated with, and `Meta.search` says where to
    look for rows that a field may refer to. What makes no sense in an address is left
    out.
    """

    class Meta:
        model = None

    @classmethod
    def get_filters(cls):
        filters = super().get_filters()
        for name, lookups in getattr(cls.Meta, "computed", {}).items():
            rows = cls.Meta.model._default_manager.with_computed(name)
            for lookup in lookups:
                made = cls.filter_for_field(find_field(rows, name), name, lookup)
                filters[cls.get_filter_name(name, lookup)] = made
        return filters

    @classmethod
    def get_filter_name(cls, field_name, lookup_expr):
        # Of several that have no ending, the first goes by the name alone.
        lookups = cls.get_fields().get(field_name, ())
        plain = [each for each in lookups if ENDINGS.get(each) == ""]
        if lookup_expr not in ENDINGS or lookup_expr in plain[1:]:
            return f"{field_name}__{lookup_expr}"
        ending = ENDINGS[lookup_expr]
        name = name_parameter(field_name) + ending
        others = {field.name for field in cls._meta.model._meta.get_fields()}
        return f"{name}_" if ending and name in others else name

    @classmethod
    def filter_for_field(cls, field, field_name, lookup_expr="exact"):
        kind = find_filter(field, lookup_expr)
        if kind is None:
            return super().filter_for_field(field, field_name, lookup_expr)
        title = capfirst(field.verbose_name)
        return kind(field, field_name=field_name, lookup_expr=lookup_expr, label=title)


def choose_filters(filterset, names):
    """Return the filters of a set by these fields, in this order."""
    known = {each.field_name for each in filterset.filters.values()}
    if missing := set(names) - known:
        text = f"{type(filterset).__name__} has no filter by {', '.join(missing)}."
        raise ImproperlyConfigured(text)
    places = {name: place for place, name in enumerate(names)}
    chosen = (f for f in filterset.filters.items() if f[1].field_name in places)
    return dict(sorted(chosen, key=lambda f: places[f[1].field_name]))
