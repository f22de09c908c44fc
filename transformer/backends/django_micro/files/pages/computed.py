"""Values that the database computes, for the pages that show them."""

from copy import copy

from django.db import models


class ComputedQuerySet(models.QuerySet):
    """Rows that can have computed values; a method such as `compute_total` has each."""

    def with_computed(self, *names):
        """Give the rows some of these values: `with_computed("total")`."""
        computed = {name: getattr(self, f"compute_{name}")() for name in names}
        return self.annotate(**computed)


class ComputedMixin:
    """A page whose rows have the values that `computed` names.

    They are added when the page is asked for, because some depend on what day it is.
    """

    computed = ()

    @property
    def plain_rows(self):
        return super().get_queryset()

    def get_queryset(self):
        rows = self.plain_rows
        return rows.with_computed(*self.computed) if self.computed else rows

    def get_context_data(self, **kwargs):
        row = getattr(self, "object", None)
        if row and self.computed:
            enums = find_enums(self.get_queryset(), self.computed).items()
            kwargs["labels"] = {
                name: titles.get(getattr(row, name)) for name, titles in enums
            }
        return super().get_context_data(**kwargs)


def find_field(rows, name):
    """The field of a column or, if that is computed, a field of such values."""
    if not is_computed(rows, name):
        return rows.model._meta.get_field(name)
    field = copy(rows.query.annotations[name].output_field)
    field.name = field.attname = name
    field.verbose_name = name.replace("_", " ")
    field.null = field.blank = True
    return field


def is_computed(rows, name):
    return name in rows.query.annotations


def find_enums(rows, names):
    """The titles of values, for each column that has some of an enumeration."""
    fields = (find_field(rows, name) for name in names)
    return {f.name: dict(f.flatchoices) for f in fields if isinstance(f.choices, list)}
