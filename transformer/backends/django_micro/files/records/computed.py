"""Fields of columns, some of which the database computes."""

from copy import copy

from django.core.exceptions import FieldDoesNotExist


def find_field(rows, name):
    """The field of a column or, if that is computed, a field of such values.

    A property has none.
    """
    computed = rows.query.annotations.get(name)
    if computed is None:
        try:
            return rows.model._meta.get_field(name)
        except FieldDoesNotExist:
            if hasattr(rows.model, name):
                return None
            raise
    field = copy(computed.output_field)
    field.name = field.attname = name
    field.verbose_name = name.replace("_", " ")
    field.null = field.blank = True
    return field


def leave_out_computed(rows):
    """Return the same rows without what is computed of them, which filters may ask."""
    rows = rows.all()
    rows.query.set_annotation_mask(())
    return rows


def find_labels(rows, names):
    """The titles of values, for each computed column that is an enumeration."""
    fields = (find_field(rows, name) for name in names)
    return {each.name: dict(each.flatchoices) for each in fields if each.flatchoices}
