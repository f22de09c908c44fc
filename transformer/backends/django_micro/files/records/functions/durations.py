"""Durations, in microseconds; one of 100 million days or more is missing."""

from datetime import timedelta
from decimal import Decimal

from django.db import models
from django.db.models import Aggregate, Func

from .numbers import Decimals, Ratio, RoundHalfEven, round_half_even, write_rounding

TOO_LONG = timedelta(days=100_000_000)
"""Databases count microseconds in 63 bits, which isn't much longer."""
MICROSECOND = timedelta(microseconds=1)
# An interval takes a factor of 15 digits, which isn't enough for centuries.
MICROSECONDS = (
    "INTERVAL '1 day' * TRUNC(n / 86400000000)"
    " + INTERVAL '1 microsecond' * MOD(n, 86400000000)"
)
"""So many of them as an interval of PostgreSQL."""


def keep_duration(duration):
    """A duration; None if it is too long."""
    return duration if -TOO_LONG < duration < TOO_LONG else None


def make_duration(microseconds):
    """A duration of so many microseconds, a half to the even neighbour."""
    number = round_half_even(microseconds, 0)
    if number is None or abs(number) >= TOO_LONG // MICROSECOND:
        return None
    return timedelta(microseconds=int(number))


def whole_days(duration):
    """How many days a duration lasts, without the rest."""
    days = abs(duration) // timedelta(days=1)
    return days if duration > timedelta() else -days


def scale_duration(duration, factor):
    """A duration so many times."""
    return make_duration(Decimal(duration // MICROSECOND) * factor)


def split_duration(duration, divisor):
    """A part of a duration; None where it is divided by zero."""
    if not divisor:
        return None
    return make_duration(Decimal(duration // MICROSECOND) / divisor)


class Durations(Func):
    """What gives a duration; PostgreSQL computes its microseconds first."""

    output_field = models.DurationField()

    def as_postgresql(self, compiler, connection):
        number, params = compiler.compile(self.count(*self.source_expressions))
        return make_interval(number), params


def make_interval(number):
    """A number of microseconds as an interval of PostgreSQL."""
    named = f"SELECT ({number})::numeric AS n OFFSET 0"
    kept = f"ABS(n) < {TOO_LONG // MICROSECOND}"
    return f"(SELECT {MICROSECONDS} FROM ({named}) AS microseconds WHERE {kept})"


class WholeDays(Func):
    """How many days a duration lasts, without the rest."""

    output_field = models.BigIntegerField()
    template = "(%(expressions)s / 86400000000)"

    def as_postgresql(self, compiler, connection):
        template = (
            "TRUNC(EXTRACT(EPOCH FROM (%(expressions)s)::interval) / 86400)::bigint"
        )
        return self.as_sql(compiler, connection, template=template)


class Microseconds(Decimals):
    """A duration as a number."""

    template = "(%(expressions)s)"

    def as_postgresql(self, compiler, connection):
        number = "EXTRACT(EPOCH FROM (%(expressions)s)::interval) * 1000000"
        return self.as_sql(compiler, connection, template=f"({number})::numeric")


class Lasting(Func):
    """A duration; nothing if it is too long."""

    function = "keep_duration"
    output_field = models.DurationField()

    def as_postgresql(self, compiler, connection):
        longest = f"INTERVAL '{TOO_LONG.days} days'"
        bounded = f"LEAST(GREATEST(%(expressions)s, -{longest}), {longest})"
        kept = f"NULLIF(NULLIF({bounded}, -{longest}), {longest})"
        return self.as_sql(compiler, connection, template=kept)


class ScaleDuration(Durations):
    """A duration so many times."""

    function = "scale_duration"

    def count(self, duration, factor):
        return RoundHalfEven(Microseconds(duration) * factor, 0)


class SplitDuration(Durations):
    """A part of a duration; nothing where it is divided by zero."""

    function = "split_duration"

    def count(self, duration, divisor):
        return RoundHalfEven(Ratio(Microseconds(duration), divisor), 0)


class SumOfDurations(Aggregate):
    """How long many rows last, all together."""

    output_field = models.DurationField()
    empty_result_set_value = timedelta()
    # SQLite asks a function of Python's only if there are rows.
    template = "IIF(COUNT(*) > 0, sum_durations(%(expressions)s), 0)"

    def as_postgresql(self, compiler, connection):
        seconds = "SUM(EXTRACT(EPOCH FROM (%(expressions)s)::interval))"
        template = f"COALESCE({seconds}, 0) * 1000000"
        number, params = self.as_sql(compiler, connection, template=template)
        return make_interval(number), params


class MeanDuration(Aggregate):
    """How long many rows last in the mean; nothing if there are none."""

    function = "mean_duration"
    output_field = models.DurationField()

    def as_postgresql(self, compiler, connection):
        template = "AVG(EXTRACT(EPOCH FROM (%(expressions)s)::interval) * 1000000)"
        number, params = self.as_sql(compiler, connection, template=template)
        return make_interval(write_rounding(number, 0)), params
