"""The rows before and after one, in the model's own order."""

from django.db.models import Q

from records.computed import leave_out_computed
from records.ordering import read_term


def get_adjacent_rows(row, rows):
    """Return the previous and the next of the rows; None where there is none."""
    keys = [follow_term(row, term) for term in row._meta.ordering or ["pk"]]
    if any(value is None for _, value, _ in keys):
        return None, None
    rows = leave_out_computed(rows)
    return find_next(rows, keys, turned=True), find_next(rows, keys, turned=False)


def follow_term(row, term):
    """A key of the order: its path, the row's value, and whether it is turned round.

    Where no path leads to what rows are sorted by, there is no value.
    """
    path, is_descending = read_term(term)
    try:
        return path, follow_path(row, path), is_descending
    except AttributeError:
        return path, None, is_descending


def follow_path(row, path):
    *steps, name = path.split("__")
    for step in steps:
        row = getattr(row, step)
    return row.serializable_value(name)


def find_next(rows, keys, turned):
    """Return the first row beyond the keys, in their order or against it."""
    terms, beyond, same = [], Q(), Q()
    for name, value, is_descending in keys:
        goes_down = is_descending != turned
        terms.append(f"-{name}" if goes_down else name)
        beyond |= same & Q((f"{name}__{'lt' if goes_down else 'gt'}", value))
        same &= Q((name, value))
    name, value, is_descending = keys[0]
    # Says nothing new, but is what an index can begin with.
    bound = Q((f"{name}__{'lte' if is_descending != turned else 'gte'}", value))
    return rows.filter(bound & beyond).order_by(*terms).first()
