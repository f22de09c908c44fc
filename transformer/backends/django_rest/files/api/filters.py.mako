"""What a list may be asked for: words, values, an order. All else is refused."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pages.filters import EmptyFilter, RangeFilter, choose_filters
from pages.filters.choices import NOTHING
% if has_public_lists:
from pages.page_access import is_listed_for_visitors
% endif
from records.ordering import read_sort_key, sort_rows
from records.search import search_rows

from .problems import bad_parameter

PAGES = {"page", "page_size"}
PARAMETER = re.compile(r"filter\[(\w+)\](?:\[(from|to|empty)\])?")
ENDS = ("from", "to")


class ListFilter:
    """The rows that the address asks for, in the order that it asks for."""

    def filter_queryset(self, request, queryset, view):
        for name in request.query_params:
            if not (name in PAGES or self.is_known(name, view)):
                raise bad_parameter(name, _("There is no such parameter."), "unknown")
        rows = self.narrow(queryset, request.query_params, view)
        text = request.query_params.get("search", "").strip()
        rows = search_rows(rows, view.list_searched(), text) if text else rows
        return self.sort(rows, request.query_params.get("sort"), view)

    def is_known(self, name, view):
        if name == "search":
            return bool(view.list_searched())
        if name == "sort":
            return bool(view.ordering_fields)
        return PARAMETER.fullmatch(name) is not None

    def narrow(self, rows, parameters, view):
        filters, ranges = self.find_filters(rows, view), {}
        for parameter in parameters:
            found = PARAMETER.fullmatch(parameter)
            if found is None:
                continue
            name, ending = found.groups()
            each = filters.get((name, ending))
            if each is None:
                text = _("This can’t be filtered by.")
                raise bad_parameter(parameter, text, "unknown")
            value = read_value(each, parameter, parameters[parameter], ending)
            if ending in ENDS:
                ranges.setdefault(each, {})[ending] = value
            else:
                rows = each.filter(rows, value)
        for each, ends in ranges.items():
            rows = each.filter(rows, slice(ends.get("from"), ends.get("to")))
        return rows

    def find_filters(self, rows, view):
        """The filters of the list, by the names and endings that they have here."""
        if view.filterset_class is None:
            return {}
        found = view.filterset_class({}, rows, request=view.request)
        if view.filter_fields is not None:
            found.filters = choose_filters(found, view.filter_fields)
        kept = {}
        for each in found.filters.values():
% if has_public_lists:
            if view.hides_path(each.field_name) or hides_targets(each, view):
                continue
% else:
            if view.hides_path(each.field_name):
                continue
% endif
            name = view.names.get(each.field_name, each.field_name)
            if isinstance(each, RangeFilter):
                kept |= {(name, end): each for end in ENDS}
            elif isinstance(each, EmptyFilter):
                kept[name, "empty"] = each
            else:
                kept.setdefault((name, None), each)
                if can_be_empty(each):
                    field = view.model._meta.get_field(each.field_name)
                    kept[name, "empty"] = EmptyFilter(field, field_name=field.name)
        return kept

    def sort(self, rows, text, view):
        attributes = {view.names.get(n, n): n for n in view.ordering_fields}
        names = []
        for term in () if text is None else text.split(","):
            name = attributes.get(term.removeprefix("-"))
            if name is None or view.hides_path(name):
                raise bad_parameter("sort", _("This can’t be sorted by."), "unknown")
            names.append(f"-{name}" if term.startswith("-") else name)
        if not names:
            if rows.query.order_by:
                return rows
            names = [n for n in view.ordering if not view.hides_path(n.lstrip("-"))]
        keys = [read_sort_key(rows, name, view.ordering_paths) for name in names]
        return sort_rows(rows, keys) if keys else rows


% if has_public_lists:
def hides_targets(each, view):
    """Whether a filter is by rows that no list shows to visitors."""
    target = getattr(each, "target", None)
    is_visitor = not view.request.user.is_authenticated
    return is_visitor and target and not is_listed_for_visitors(target)


% endif
def can_be_empty(each):
    """Whether a choice or a reference may be none."""
    return getattr(each.field, "null_label", None) is not None


def read_value(each, parameter, text, ending):
    field = each.field
    if ending in ENDS:
        field = field.fields[ENDS.index(ending)]
    try:
        value = None if text == NOTHING else field.clean(text)
    except ValidationError as error:
        raise bad_parameter(parameter, " ".join(error.messages)) from None
    if value in (None, ""):
        raise bad_parameter(parameter, _("This is no value that it may have."))
    return value
