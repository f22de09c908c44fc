"""Sets of filters, of which a list shows some or all."""

import django_filters
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django_filters.constants import EMPTY_VALUES

from ..computed import find_field, is_computed
from ..forms.shape import name_class
from .choices import ChoiceFilter, EmptyFilter, YesNoFilter
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


def get_values(data, name):
    """Return what an address, or a dictionary, says under a name."""
    return data.getlist(name) if hasattr(data, "getlist") else [data.get(name)]


class ListedFilter:
    """A filter of a set as a list has it: in the address, in its form, in words.

    It has one name in an address, or two if it is a range. `parameters` has those that
    are there and what they say; `text` is what people read.
    """

    def __init__(self, filterset, name):
        self.filter = filterset.filters[name]
        self.value = filterset.form.cleaned_data.get(name)
        self.bound_field = filterset.form[name]
        self.title = self.bound_field.label
        endings = getattr(self.bound_field.field.widget, "suffixes", ())
        self.is_group = bool(endings)
        self.names = [f"{name}_{ending}" for ending in endings] or [name]
        self.text, self.parameters = "", {}
        if self.value in EMPTY_VALUES:
            return
        self.text = getattr(self.filter, "describe", str)(self.value)
        ends = [self.value]
        if isinstance(self.value, slice):
            ends = [self.value.start, self.value.stop]
        # What makes no sense is left out, here as among the values.
        self.parameters = {
            name: get_values(filterset.data, name)
            for name, end in zip(self.names, ends, strict=False)
            if end is not None
        }


class FilterSet(django_filters.FilterSet):
    """Filters by fields of a model, in the words that addresses have for them.

    `Meta.fields` has lookups by field: `exact`, `range`, `icontains` and `isnull` have
    filters of their own here, the others django-filter's. `Meta.computed` has those of
    values that rows are annotated with, and `Meta.search` says where to look for rows
    that a field may refer to. What makes no sense in an address is left out.
    """

    class Meta:
        model = None

    def __init__(self, data=None, queryset=None, *, titles=None, names=None, **kwargs):
        super().__init__({} if data is None else data, queryset, **kwargs)
        self.search = getattr(self.Meta, "search", {})
        if computed := getattr(self.Meta, "computed", None):
            self.add_computed(computed)
        if names is not None:
            self.choose(names)
        for each in self.filters.values():
            each.label = (titles or {}).get(each.field_name) or each.label

    def add_computed(self, computed):
        for name, lookups in computed.items():
            for lookup in lookups if is_computed(self.queryset, name) else ():
                field = find_field(self.queryset, name)
                made = self.filter_for_field(field, name, lookup)
                made.model, made.parent = self.queryset.model, self
                self.filters[self.get_filter_name(name, lookup)] = made

    def choose(self, names):
        """Keep the filters by these fields, in this order."""
        known = {each.field_name for each in self.filters.values()}
        if missing := set(names) - known:
            text = f"{type(self).__name__} has no filter by {', '.join(missing)}."
            raise ImproperlyConfigured(text)
        places = {name: place for place, name in enumerate(names)}
        chosen = (f for f in self.filters.items() if f[1].field_name in places)
        self.filters = dict(sorted(chosen, key=lambda f: places[f[1].field_name]))

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

    @cached_property
    def form(self):
        form = super().form
        form.auto_id = "filter_%s"
        for field in form.fields.values():
            field.widget.attrs.setdefault("class", name_class(field.widget))
        form.full_clean()
        return form

    @cached_property
    def listed(self):
        return [ListedFilter(self, name) for name in self.filters]
