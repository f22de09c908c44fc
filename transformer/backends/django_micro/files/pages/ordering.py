"""The order of a list, and its rows in parts that an index alone can sort.

Enumerations are sorted as they are declared and references by what their targets are
called; what is missing comes last. A database would have to look at every row for that.
Taken part by part, it looks at little more than the rows that a page shows.
"""

from dataclasses import dataclass

from django.db import models
from django.db.models import Case, F, Q, Value, When

from .computed import find_field

UNSORTED = (models.FileField, models.JSONField)


@dataclass(frozen=True)
class SortKey:
    """A field that rows are sorted by, the path to what counts, and the direction.

    `values` has what the field can hold, in order, where that is known to be little.
    """

    name: str
    field: models.Field
    path: str
    is_descending: bool
    values: list
    is_computed: bool

    @property
    def term(self):
        """The key as `order_by` takes it."""
        if self.field.flatchoices:
            whens = (
                When(Q((self.field.name, value)), then=Value(place))
                for place, value in enumerate(self.values)
            )
            return Case(*whens, default=Value(len(self.values))).asc()
        nulls_last = True if self.field.null else None
        if self.is_descending:
            return F(self.path).desc(nulls_last=nulls_last)
        return F(self.path).asc(nulls_last=nulls_last)


@dataclass
class Parts:
    """Rows of several querysets, one after the other, for a paginator."""

    parts: list

    def __getitem__(self, wanted):
        start, stop = wanted.start, wanted.stop
        rows = []
        for part in self.parts:
            found = list(part[start:stop])
            rows += found
            if len(found) == stop - start:
                break
            size = start + len(found) if found or not start else part.count()
            start, stop = max(start - size, 0), stop - size
        return rows


def read_key(rows, text, paths):
    """Return what `-due_date` and the like ask for; None where that can't be sorted."""
    name = text.removeprefix("-")
    field = find_field(rows, name)
    if field is None or isinstance(field, UNSORTED):
        return None
    if field.is_relation and name not in paths:
        return None
    values = [value for value, _ in field.flatchoices if value != ""]
    if isinstance(field, models.BooleanField):
        values = [False, True]
    path, is_descending = paths.get(name, name), text.startswith("-")
    is_computed = name in rows.query.annotations
    ordered = values[::-1] if is_descending else values
    return SortKey(text, field, path, is_descending, ordered, is_computed)


def sort_rows(rows, keys):
    """Return the rows sorted by the keys."""
    return rows.order_by(*list_terms(rows.model, keys))


def list_terms(model, keys):
    """Return what rows are sorted by: the keys, and what decides among equals.

    Where there are few values, each has many rows. They keep the model's order, which
    has an index and needs no other for the rows of one value. Elsewhere equals are few,
    and the primary key decides, in the same direction, as in the indexes.
    """
    last, terms = keys[-1], [key.term for key in keys]
    pk = "-pk" if last.is_descending else "pk"
    if not last.values:
        return [*terms, pk]
    terms += model._meta.ordering
    return terms if terms[-1] in ("pk", "-pk") else [*terms, pk]


def split_rows(rows, keys):
    """Return the sorted rows as the parts that their first key divides them into."""
    first, terms, conditions = keys[0], list_terms(rows.model, keys), [Q()]
    if first.is_computed:
        # No index has the order of what is computed.
        pass
    elif first.values:
        conditions = [Q((first.field.name, value)) for value in first.values]
        conditions.append(~Q((f"{first.field.name}__in", first.values)))
        terms = terms[1:]
    elif first.field.is_relation and first.field.null:
        # A condition on the target makes an inner join, which can start from there.
        conditions = [Q((f"{first.path}__isnull", False)), Q((first.path, None))]
    return [rows.filter(condition).order_by(*terms) for condition in conditions]
