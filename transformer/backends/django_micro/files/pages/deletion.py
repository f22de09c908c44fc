"""What would happen to other rows if some were deleted."""

from copy import copy
from dataclasses import dataclass
from itertools import chain, islice
from operator import attrgetter

from django.contrib.admin.utils import NestedObjects
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet

SHOWN = 20


@dataclass
class Group:
    """Rows of one model: how many there are, and the names of the first few."""

    title: str
    count: int
    names: list[str]

    @property
    def more(self):
        return self.count - len(self.names)


@dataclass
class Forecast:
    """The rows that go along, that lose their reference, and that forbid it all."""

    deleted: list[Group]
    cleared: list[Group]
    obstacles: list[Group]


def foresee_deletion(*rows):
    """Return what deleting the rows would do to others, without doing it."""
    collector = NestedObjects(using=rows[0]._state.db)
    collector.collect(rows)
    deleted = {
        model: [other for other in others if other not in rows]
        for model, others in collector.model_objs.items()
    }
    obstacles = {}
    for other in [*collector.protected, *find_ruled(collector.field_updates)]:
        obstacles.setdefault(type(other), []).append(other)
    return Forecast(
        deleted=list(summarize(deleted)),
        cleared=list(summarize_cleared(collector.field_updates)),
        obstacles=list(summarize(obstacles)),
    )


def find_ruled(updates):
    """Find the rows that would break a rule of their model without a reference."""
    for (field, value), parts in updates.items():
        if field.model.clean is not Model.clean:
            for row in chain.from_iterable(parts):
                before, changed = count_broken(row), copy(row)
                setattr(changed, field.name, value)
                if count_broken(changed) > before:
                    yield row


def count_broken(row):
    """Count the rules of its model that a row breaks."""
    try:
        row.clean()
    except ValidationError as error:
        return len(error.messages)
    return 0


def summarize(rows_by_model):
    for model, rows in rows_by_model.items():
        if rows:
            first = sorted(rows, key=attrgetter("pk"))[:SHOWN]
            names = [str(row) for row in first]
            yield Group(name_rows(model, len(rows)), len(rows), names)


def summarize_cleared(updates):
    for (field, _), parts in updates.items():
        # Each part is a list or a query, which counts without fetching its rows.
        count = sum(count_rows(part) for part in parts)
        if count:
            rows = islice(chain.from_iterable(part[:SHOWN] for part in parts), SHOWN)
            title = f"{name_rows(field.model, count)} ({field.verbose_name})"
            yield Group(title, count, [str(row) for row in rows])


def count_rows(rows):
    return rows.count() if isinstance(rows, QuerySet) else len(rows)


def name_rows(model, count):
    options = model._meta
    return options.verbose_name if count == 1 else options.verbose_name_plural
