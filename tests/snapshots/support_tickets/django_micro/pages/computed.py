"""Fields of columns, some of which the database computes."""

from copy import copy

from django.core.exceptions import FieldDoesNotExist


def find_field(rows, name):
    """The field of a column or, if that is computed, a field of such values.

    A property has none.
    """
    if not is_computed(rows, name):
        try:
            return rows.model._meta.get_field(name)
        except FieldDoesNotExist:
            if hasattr(rows.model, name):
                return None
            raise
    field = copy(rows.query.annotations[name].output_field)
    field.name = field.attname = name
    field.verbose_name = name.replace("_", " ")
    field.null = field.blank = True
    return field


def is_computed(rows, name):
    return name in rows.query.annotations


def find_labels(rows, names):
    """The titles of values, for each computed column that is an enumeration."""
    fields = (find_field(rows, name) for name in names)
    return {each.name: dict(each.flatchoices) for each in fields if each.flatchoices}
