"""What SQLite is taught: functions that others have, or that are written for them.

It stores days and moments as texts, and durations as whole microseconds.
"""

from datetime import UTC, date, datetime, timedelta
from json import loads

from django.db.backends.signals import connection_created
from django.dispatch import receiver

from .days import move, read_day
from .durations import MICROSECOND, TOO_LONG, make_duration
from .numbers import read_exact, round_half_even
from .texts import has_item, has_text

_TOO_LONG = TOO_LONG // MICROSECOND
_GREATEST = 2**63  # of an integer


def _keep_duration(number):
    return number if number is not None and abs(number) < _TOO_LONG else None


def _store(duration):
    return None if duration is None else duration // MICROSECOND


def _scale(duration, factor):
    if duration is None or factor is None:
        return None
    return _store(make_duration(read_exact(duration) * read_exact(factor)))


def _split(duration, divisor):
    if duration is None or not divisor:
        return None
    return _store(make_duration(read_exact(duration) / read_exact(divisor)))


def _read_moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _read_day(moment):
    return moment and _spell(read_day(_read_moment(moment)))


def _move_day(day, duration):
    if day is None or duration is None:
        return None
    return _spell(move(date.fromisoformat(day), timedelta(microseconds=duration)))


def _move_moment(moment, duration):
    if moment is None or duration is None:
        return None
    moved = move(_read_moment(moment), timedelta(microseconds=duration))
    return moved and str(moved.replace(tzinfo=None))


def _spell(day):
    return day and str(day)


def _round_half_even(number, *places):
    """A number rounded to so many places, and then to others."""
    for each in places:
        number = round_half_even(number, each)
    if number is None:
        return None
    is_integer = not places[-1] and abs(number) < _GREATEST
    return int(number) if is_integer else float(number)


def _has_item(data, text):
    return data is not None and has_item(loads(data), text)


class SumOfDurations:
    """The sum of durations, exact however many there are."""

    def __init__(self):
        self.total = self.count = 0

    def step(self, duration):
        if duration is not None:
            self.total += duration
            self.count += 1

    def finalize(self):
        return _keep_duration(self.total)


class MeanDuration(SumOfDurations):
    """The mean of durations."""

    def finalize(self):
        return _split(self.total, self.count)


FUNCTIONS = {
    "has_item": (2, _has_item),
    "has_text": (2, has_text),
    "keep_duration": (1, _keep_duration),
    "move_day": (2, _move_day),
    "move_moment": (2, _move_moment),
    "round_half_even": (-1, _round_half_even),
    "scale_duration": (2, _scale),
    "split_duration": (2, _split),
}
AGGREGATES = {"mean_duration": MeanDuration, "sum_durations": SumOfDurations}


@receiver(connection_created)
def add_functions(connection, **_):
    """Teach SQLite what other databases can."""
    if connection.vendor == "sqlite":
        database = connection.connection
        for name, (count, function) in FUNCTIONS.items():
            database.create_function(name, count, function, deterministic=True)
        database.create_function("read_day", 1, _read_day)  # by the app's time zone
        for name, aggregate in AGGREGATES.items():
            database.create_aggregate(name, 1, aggregate)
