"""The versions of rows, as what is kept of their changes tells them."""

import json
from typing import NamedTuple

from django.core.serializers.json import DjangoJSONEncoder

from .models import AuditEntry
from .records import list_entries
from .values import list_kept, name_target


class Version(NamedTuple):
    """A version of a row: its number, its values by name, and the entry that made it.

    What no entry made was there before entries were kept.
    """

    number: int
    values: dict
    entry: AuditEntry | None


def list_versions(row):
    """The versions of a row, the last first.

    That is what the row is, with one change after the other taken back.
    """
    values, number = read_current(row), getattr(row, row.version_field)
    kinds = AuditEntry.Operation
    entries = list_entries(row).filter(operation__in=[kinds.CREATE, kinds.UPDATE])
    is_made = False
    for entry in entries.select_related("user"):
        if pair := entry.changes.get(row.version_field):
            before, number = pair
            yield Version(number, dict(values), entry)
            number = before
        values |= {name: before for name, (before, _) in entry.changes.items()}
        is_made = entry.operation == kinds.CREATE
    if not is_made:
        yield Version(number, values, None)


def find_version(row, number):
    """Return the version of a row with a number; None if it isn't known."""
    found = (each for each in list_versions(row) if each.number == number)
    return next(found, None)


def read_current(row):
    """The values that a row has, as entries have them."""
    values = {}
    for field in list_kept(type(row)):
        value = getattr(row, field.attname)
        is_relation = field.is_relation
        using = row._state.db
        value = name_target(row, field, value, using) if is_relation else value
        values[field.name] = value
    return json.loads(json.dumps(values, cls=DjangoJSONEncoder))


def are_equal(one, other):
    """Tell whether two values are the same: what references lead to goes by its key."""
    return get_key(one) == get_key(other)


def get_key(value):
    is_target = isinstance(value, dict) and value.keys() == {"key", "name"}
    return value["key"] if is_target else "" if value is None else value
