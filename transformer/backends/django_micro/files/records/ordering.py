"""The order of a list, in parts where an index alone can't sort its rows.

Enumerations are sorted as they are declared and references by what their targets are
called; what is missing comes last. A database would have to look at every row for that.
Taken part by part, it looks at little more than the rows that a page shows.
"""

from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from django.db import models
from django.db.models import Case, F, OrderBy, Q, Value, When

from .computed import find_field

UNSORTED = (models.FileField, models.JSONField)


class SortKey(NamedTuple):
    """A field that rows are sorted by, the path to what counts, and the direction.

    `text` is what an address says of it. `values` has what the field can hold, in
    order, where that is known to be little.
    """

    text: str
    field: models.Field
    path: str
    is_descending: bool
    values: list


@dataclass
class QuerySetSequence:
    """Rows as several querysets have them, one after the other."""

    rows: models.QuerySet
    querysets: list

    def __getitem__(self, wanted):
        start, stop, rows = wanted.start or 0, wanted.stop, []
        for queryset in self.querysets:
            found = list(queryset[start:stop])
            rows += found
            if len(found) == stop - start:
                break
            size = start + len(found) if found or not start else queryset.count()
            start, stop = max(start - size, 0), stop - size
        return rows

    def count(self):
        return self.rows.count()

    def iterator(self, chunk_size):
        return chain.from_iterable(q.iterator(chunk_size) for q in self.querysets)


def read_term(term):
    """The path to what a term of an order sorts by, and whether it is turned round.

    Where no path leads to that, it is empty.
    """
    if isinstance(term, str):
        return term.removeprefix("-"), term.startswith("-")
    order = term if isinstance(term, OrderBy) else term.asc()
    return getattr(order.expression, "name", ""), order.descending


def read_sort_key(rows, text, paths):
    """Return what `-due_date` and the like ask for; None where that can't be sorted."""
    name, is_descending = text.removeprefix("-"), text.startswith("-")
    field = find_field(rows, name)
    if field is None or isinstance(field, UNSORTED):
        return None
    if field.is_relation and name not in paths:
        return None
    values = [value for value, _ in field.flatchoices if value != ""]
    if isinstance(field, models.BooleanField):
        values = [False, True]
    ordered = values[::-1] if is_descending else values
    return SortKey(text, field, paths.get(name, name), is_descending, ordered)


def sort_rows(rows, keys):
    """Return the rows sorted by the keys: a queryset, or several in a row.

    Where there are few values, each has many rows. They keep the model's order, which
    has an index and needs no other for the rows of one value. Elsewhere equals are few,
    and the primary key decides, in the same direction, as in the indexes.
    """
    first, last = keys[0], keys[-1]
    terms = [
        rank_values(key)
        if key.field.flatchoices
        else OrderBy(F(key.path), key.is_descending, nulls_last=key.field.null or None)
        for key in keys
    ]
    terms += (rows.query.order_by or rows.model._meta.ordering) if last.values else ()
    if terms[-1] not in ("pk", "-pk"):
        terms.append("-pk" if last.is_descending else "pk")
    has_parts = first.values or (first.field.is_relation and first.field.null)
    if has_parts and first.field.name not in rows.query.annotations:
        return split_rows(rows, first, terms)
    # No index has the order of what is computed.
    return rows.order_by(*terms)


def split_rows(rows, first, terms):
    """Return the sorted rows as the parts that their first key divides them into."""
    if first.values:
        conditions = [Q((first.field.name, value)) for value in first.values]
        conditions.append(~Q((f"{first.field.name}__in", first.values)))
        terms = terms[1:]
    else:
        # A condition on the target makes an inner join, which can start from there.
        conditions = [Q((f"{first.path}__isnull", False)), Q((first.path, None))]
    parts = [rows.filter(condition).order_by(*terms) for condition in conditions]
    return QuerySetSequence(rows, parts)


def rank_values(key):
    """Return the place of a row's value among those of an enumeration."""
    cases = (
        When(Q((key.field.name, value)), then=Value(place))
        for place, value in enumerate(key.values)
    )
    return Case(*cases, default=Value(len(key.values))).asc()
