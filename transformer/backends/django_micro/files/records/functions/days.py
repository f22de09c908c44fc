"""Days and moments; one that the calendar doesn't have is missing."""

from datetime import UTC, datetime, timedelta

from django.db import models
from django.db.models import Func
from django.utils import timezone

from .durations import MICROSECONDS

FIRST_MOMENT = datetime(1, 1, 2, tzinfo=UTC)
END_OF_MOMENTS = datetime(9999, 12, 31, tzinfo=UTC)
"""Between these each time zone has a day for a moment."""


def today():
    """The day in the app's time zone, whatever that of the reader is."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


def read_moment(text):
    """A moment, in the app's time zone unless the text says otherwise."""
    moment = datetime.fromisoformat(text)
    zone = moment.tzinfo or timezone.get_default_timezone()
    return moment.replace(tzinfo=zone)


def read_day(moment):
    """The day on which a moment falls in the app's time zone; None without one."""
    try:
        return moment and timezone.localdate(moment, timezone.get_default_timezone())
    except OverflowError:
        return None


def move(start, duration):
    """The day, or the moment, at which a duration ends; None where none is."""
    try:
        end = start + duration
    except OverflowError:
        return None
    if isinstance(end, datetime) and not FIRST_MOMENT <= end < END_OF_MOMENTS:
        return None
    return end


class Day(Func):
    """The day on which a moment falls in the app's time zone."""

    function = "read_day"
    output_field = models.DateField()

    def as_postgresql(self, compiler, connection):
        zone = timezone.get_default_timezone_name()
        moment, params = compiler.compile(self.source_expressions[0])
        number = f"(({moment})::timestamptz AT TIME ZONE %s)::date - DATE '0001-01-01'"
        return _find_day(number), [*params, zone]


class MoveDay(Func):
    """The day on which a duration ends that begins with a day."""

    function = "move_day"
    output_field = models.DateField()

    def as_postgresql(self, compiler, connection):
        day, duration = self.source_expressions
        day, day_params = compiler.compile(day)
        duration, duration_params = compiler.compile(duration)
        seconds = f"EXTRACT(EPOCH FROM ({duration})::interval)"
        number = f"({day})::date - DATE '0001-01-01' + FLOOR({seconds} / 86400)"
        return _find_day(number), [*day_params, *duration_params]


class MoveMoment(Func):
    """The moment at which a duration ends that begins with a moment."""

    function = "move_moment"
    output_field = models.DateTimeField()

    def as_postgresql(self, compiler, connection):
        moment, duration = self.source_expressions
        moment, moment_params = compiler.compile(moment)
        duration, duration_params = compiler.compile(duration)
        start = f"EXTRACT(EPOCH FROM ({moment})::timestamptz)"
        seconds = f"EXTRACT(EPOCH FROM ({duration})::interval)"
        number = f"SELECT ({start} + {seconds}) * 1000000 AS n OFFSET 0"
        end = f"(TIMESTAMP 'epoch' + {MICROSECONDS}) AT TIME ZONE 'UTC'"
        kept = f"n >= {_count(FIRST_MOMENT)} AND n < {_count(END_OF_MOMENTS)}"
        sql = f"(SELECT {end} FROM ({number}) AS microseconds WHERE {kept})"
        return sql, [*moment_params, *duration_params]


def _find_day(number):
    """The day of a number, the first of the calendar being 0."""
    kept = f"NULLIF(NULLIF(LEAST(GREATEST({number}, -1), 3652059), -1), 3652059)"
    return f"(DATE '0001-01-01' + ({kept})::int)"


def _count(moment):
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
