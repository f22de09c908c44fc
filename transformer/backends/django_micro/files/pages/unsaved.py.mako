"""Rows that a preview makes and doesn't save, as later lines of a file find them."""

from copy import copy
% if has_soft_deletion:

from records.soft_deletion import UniqueAmongPresent
% endif


class UnsavedRows:
    """What earlier lines would have written, held against each line that follows.

    The forms find what clashes with rows of the database; this finds what clashes
    with rows of the file.
    """

    def __init__(self, model):
        self.constraints = list(list_unique_fields(model))
        self.owners = {}

    def add(self, form):
        """Take the row of a valid form in, or add to the form what bars it."""
        row, meta = form.instance, form.instance._meta
        keys = []
        for names in self.constraints:
            values = tuple(read_value(row, meta.get_field(name)) for name in names)
            if None not in values:
                keys.append((names, values))
        for names, values in keys:
            if self.owners.get((names, values), row) is not row:
                error = row.unique_error_message(type(row), names)
                is_shown = len(names) == 1 and names[0] in form.fields
                form.add_error(names[0] if is_shown else None, error)
        if not form.errors:
            self.owners |= dict.fromkeys(keys, row)


def list_unique_fields(model):
    """Yield the names of fields whose values no two rows may share."""
    for field in model._meta.concrete_fields:
        if field.unique:
            yield (field.name,)
    yield from map(tuple, model._meta.unique_together)
    for constraint in model._meta.total_unique_constraints:
        yield tuple(constraint.fields)
% if has_soft_deletion:
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueAmongPresent):
            yield tuple(constraint.fields)
% endif


def read_value(row, field):
    """Return a value that is the same for the same row, also if that has no key yet."""
    value = getattr(row, field.attname)
    if value is None and field.is_relation:
        target = getattr(row, field.name)
        return None if target is None else id(target)
    return value


def name_unsaved(row, form):
    """Return what a row will be called, as far as that is known before it has a key."""
    if row._state.adding and row._meta.pk.name not in form.fields:
        row = copy(row)
        row.pk = "…"
    return str(row)
