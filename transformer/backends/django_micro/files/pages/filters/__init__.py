"""Filters of lists, which are django-filter's."""

from .choices import ChoiceFilter, EmptyFilter, YesNoFilter
from .ranges import DayFilter, MomentFilter, RangeFilter
from .references import ReferenceFilter
from .sets import FilterSet, TextFilter, choose_filters, name_parameter

__all__ = [
    "ChoiceFilter",
    "DayFilter",
    "EmptyFilter",
    "FilterSet",
    "MomentFilter",
    "RangeFilter",
    "ReferenceFilter",
    "TextFilter",
    "YesNoFilter",
    "choose_filters",
    "name_parameter",
]
