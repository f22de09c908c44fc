"""What the app computes and Django has no function for, the same on every database."""

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_EVEN, Decimal
from json import loads

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.backends.signals import connection_created
from django.db.models import Func, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate
from django.db.models.sql import Query
from django.dispatch import receiver
from django.utils import timezone


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
    return moment and timezone.localdate(moment, timezone.get_default_timezone())


def follow(person, *names):
    """What is found behind a person's attributes; None where one is missing."""
    for name in names:
        try:
            person = getattr(person, name, None)
        except ObjectDoesNotExist:
            return None
    return person


def round_half_even(number, places):
    """Round a number; half of the last place goes to the even neighbour."""
    if number is None:
        return None
    return read_exact(number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)


def read_exact(number):
    """A number as a decimal; of a binary fraction, 15 digits count."""
    if number is None:
        return None
    return Decimal(f"{number:.15g}") if isinstance(number, float) else Decimal(number)


def find_ratio(dividend, divisor):
    """One number divided by another, to six places; None where that is zero."""
    ratio = Decimal(dividend) / Decimal(divisor) if divisor else None
    return round_half_even(ratio, 6)


def move_day(day, duration):
    """The day on which a duration ends that begins with a day."""
    return day + duration


def whole_days(duration):
    """How many days a duration lasts, without the rest."""
    return int(duration / timedelta(days=1))


def scale_duration(duration, factor):
    """A duration so many times."""
    microseconds = Decimal(duration // timedelta(microseconds=1)) * factor
    return timedelta(microseconds=int(round_half_even(microseconds, 0)))


def split_duration(duration, divisor):
    """A part of a duration; None where it is divided by zero."""
    if not divisor:
        return None
    microseconds = Decimal(duration // timedelta(microseconds=1)) / divisor
    return timedelta(microseconds=int(round_half_even(microseconds, 0)))


def find_rank(value, values):
    """The place of a value among others; None if it isn't there."""
    return values.index(value) if value in values else None


def read_aggregate(rows, aggregate):
    """A value of many rows."""
    return rows.aggregate(_value=aggregate)["_value"]


def read_mean_duration(rows, expression):
    """How long rows last in the mean; None if there are none."""
    total, count = models.Sum(expression), models.Count(expression)
    found = rows.aggregate(_total=total, _count=count)
    return split_duration(found["_total"], found["_count"])


def has_text(text, part):
    """Whether a text holds another; capital and small letters are the same."""
    return bool(text and part) and part.lower() in text.lower()


def has_item(data, text):
    """Whether a text is an item of a list, or a key of a dictionary."""
    return isinstance(data, list | dict) and bool(text) and text in data


class Known(Value):
    """A value that may be missing; PostgreSQL is told its type all the same."""

    def __init__(self, value, output_field):
        super().__init__(value, output_field=output_field)

    def as_postgresql(self, compiler, connection):
        sql, params = self.as_sql(compiler, connection)
        return f"{sql}::{self.output_field.db_type(connection)}", params


class Day(TruncDate):
    """The day on which a moment falls in the app's time zone."""

    def __init__(self, expression):
        super().__init__(expression, tzinfo=timezone.get_default_timezone())


class MoveDay(Func):
    """The day on which a duration ends that begins with a day."""

    function = "move_day"
    output_field = models.DateField()

    def as_postgresql(self, compiler, connection):
        template = "((%(expressions)s)::interval)::date"
        joiner = ")::date + ("
        return self.as_sql(compiler, connection, template=template, arg_joiner=joiner)


class WholeDays(Func):
    """How many days a duration lasts, without the rest."""

    output_field = models.BigIntegerField()
    template = "(%(expressions)s / 86400000000)"

    def as_postgresql(self, compiler, connection):
        template = (
            "TRUNC(EXTRACT(EPOCH FROM (%(expressions)s)::interval) / 86400)::bigint"
        )
        return self.as_sql(compiler, connection, template=template)


class Microseconds(Func):
    """A duration as a number."""

    output_field = models.DecimalField(max_digits=30, decimal_places=0)
    template = "(%(expressions)s)"

    def as_postgresql(self, compiler, connection):
        number = "EXTRACT(EPOCH FROM (%(expressions)s)::interval) * 1000000"
        return self.as_sql(compiler, connection, template=f"({number})::numeric")


class Duration(Func):
    """A number of microseconds as a duration; PostgreSQL's own."""

    output_field = models.DurationField()

    def as_sql(self, compiler, connection):
        number, params = compiler.compile(self.source_expressions[0])
        # An interval takes a factor of 15 digits, which isn't enough for centuries.
        days = f"INTERVAL '1 day' * TRUNC({number} / 86400000000)"
        rest = f"INTERVAL '1 microsecond' * MOD({number}, 86400000000)"
        return f"({days} + {rest})", [*params, *params]


class Number(Func):
    """A number with its decimal places; only the least of them end in zeros."""

    function = "ROUND"

    def __init__(self, expression, places, least=None):
        exact = models.DecimalField(max_digits=30, decimal_places=places)
        super().__init__(expression, Value(places), output_field=exact)
        self.places = places
        self.least = places if least is None else least

    def get_db_converters(self, connection):
        return [*super().get_db_converters(connection), self.read]

    def read(self, value, *_):
        number = round_half_even(value, self.places)
        if number is None or self.least == self.places:
            return number
        needed = -number.normalize().as_tuple().exponent
        return round_half_even(number, max(needed, self.least))


class Ratio(Func):
    """One number divided by another; nothing where that is zero."""

    output_field = models.DecimalField(max_digits=30, decimal_places=15)
    template = "(1.0 * %(expressions)s, 0))"
    arg_joiner = " / NULLIF("


class RoundHalfEven(Number):
    """A number rounded; half of the last place goes to the even neighbour."""

    function = "round_half_even"

    def as_postgresql(self, compiler, connection):
        number, params = compiler.compile(self.source_expressions[0])
        shifted = f"(({number})::numeric * 1e{self.places})"
        rounded = (
            f"CASE WHEN {shifted} - FLOOR({shifted}) = 0.5"
            f" THEN 2 * ROUND({shifted} / 2) ELSE ROUND({shifted}) END"
        )
        return f"ROUND(({rounded}) / 1e{self.places}, {self.places})", [*params] * 4


def divide(dividend, divisor):
    """One number divided by another, to six places."""
    return RoundHalfEven(Ratio(dividend, divisor), 6)


class ScaleDuration(Func):
    """A duration so many times."""

    function = "scale_duration"
    output_field = models.DurationField()

    def as_postgresql(self, compiler, connection):
        duration, factor = self.source_expressions
        exact = RoundHalfEven(Microseconds(duration) * factor, 0)
        return compiler.compile(Duration(exact))


class SplitDuration(Func):
    """A part of a duration; nothing where it is divided by zero."""

    function = "split_duration"
    output_field = models.DurationField()

    def as_postgresql(self, compiler, connection):
        duration, divisor = self.source_expressions
        exact = RoundHalfEven(Ratio(Microseconds(duration), divisor), 0)
        return compiler.compile(Duration(exact))


class JoinTexts(Func):
    """Texts one after the other, as far as they are there."""

    output_field = models.TextField()

    def as_sql(self, compiler, connection):
        parts = [compiler.compile(each) for each in self.source_expressions]
        joined = " || ".join(f"COALESCE({sql}, '')" for sql, _ in parts)
        return f"({joined})", [each for _, params in parts for each in params]


class ReadExact(Func):
    """A binary fraction as the decimal that it stands for, of which 15 digits count."""

    output_field = models.DecimalField(max_digits=30, decimal_places=15)

    def as_sqlite(self, compiler, connection):
        fraction, params = compiler.compile(self.source_expressions[0])
        exact = f"CAST(PRINTF('%%.15g', {fraction}) AS REAL)"
        return f"CASE WHEN {fraction} IS NOT NULL THEN {exact} END", [*params, *params]

    def as_postgresql(self, compiler, connection):
        return self.as_sql(compiler, connection, template="(%(expressions)s)::numeric")


class CodePoints(Func):
    """A text that is compared by code points, and missing if it is empty."""

    output_field = models.TextField()
    template = "NULLIF(%(expressions)s, '')"

    def as_postgresql(self, compiler, connection):
        return self.as_sql(
            compiler, connection, template=f'({self.template} COLLATE "C")'
        )


class HasText(Func):
    """Whether a text holds another; capital and small letters are the same."""

    function = "has_text"
    output_field = models.BooleanField()

    def as_postgresql(self, compiler, connection):
        text, part = self.source_expressions
        text, text_params = compiler.compile(text)
        part, part_params = compiler.compile(part)
        lower = 'LOWER({} COLLATE "und-x-icu")'
        text, part = lower.format(text), lower.format(f"NULLIF({part}, '')")
        return f"COALESCE(STRPOS({text}, {part}) > 0, FALSE)", [
            *text_params,
            *part_params,
        ]


class HasItem(Func):
    """Whether a text is an item of a list, or a key of a dictionary."""

    function = "has_item"
    output_field = models.BooleanField()

    def as_postgresql(self, compiler, connection):
        data, text = self.source_expressions
        data, data_params = compiler.compile(data)
        text, text_params = compiler.compile(text)
        is_many = f"JSONB_TYPEOF({data}) IN ('array', 'object')"
        found = f"{is_many} AND {data} ? NULLIF({text}, '')"
        return f"COALESCE({found}, FALSE)", [*data_params, *data_params, *text_params]


class AskedQuery(Query):
    """A query that the database is asked even if nothing can meet its conditions."""

    def get_compiler(self, using=None, connection=None, elide_empty=False):
        return super().get_compiler(using, connection, elide_empty)


class Aggregate(Subquery):
    """A value of many rows."""

    template = "(SELECT %(function)s FROM (%(subquery)s) AS rows)"

    def __init__(self, rows, **kwargs):
        super().__init__(rows.order_by(), **kwargs)
        # Django would put NULL in its place, or 0 around it; of nothing there is a count.
        self.query = self.query.chain(klass=AskedQuery)


def count_rows(rows):
    """How many rows there are."""
    number = models.BigIntegerField()
    return Aggregate(rows.values("pk"), function="COUNT(*)", output_field=number)


def sum_rows(rows, expression):
    """The sum of what rows have."""
    return Aggregate(
        rows.values(_value=expression), function="COALESCE(SUM(_value), 0)"
    )


def sum_durations(rows, expression):
    """The sum of how long rows last."""
    rows = rows.values(_value=expression)
    return Coalesce(Aggregate(rows, function="SUM(_value)"), timedelta())


def average_rows(rows, expression):
    """The mean of what rows have, to six places."""
    exact = models.DecimalField(max_digits=30, decimal_places=15)
    rows = rows.values(_value=expression)
    mean = Aggregate(rows, function="AVG(1.0 * _value)", output_field=exact)
    return RoundHalfEven(mean, 6)


def average_durations(rows, expression):
    """How long rows last in the mean."""
    rows = rows.values(_value=expression)
    number = models.BigIntegerField()
    count = Aggregate(rows, function="COUNT(_value)", output_field=number)
    return SplitDuration(Aggregate(rows, function="SUM(_value)"), count)


def least_of_rows(rows, expression):
    """The least of what rows have."""
    return Aggregate(rows.values(_value=expression), function="MIN(_value)")


def greatest_of_rows(rows, expression):
    """The greatest of what rows have."""
    return Aggregate(rows.values(_value=expression), function="MAX(_value)")


def _scale(duration, factor):
    if duration is None or factor is None:
        return None
    return int(round_half_even(Decimal(duration) * read_exact(factor), 0))


def _split(duration, divisor):
    if duration is None or not divisor:
        return None
    return int(round_half_even(Decimal(duration) / read_exact(divisor), 0))


def _move_day(day, duration):
    if day is None or duration is None:
        return None
    return str(date.fromisoformat(day) + timedelta(microseconds=duration))


def _round_half_even(number, places):
    if number is None:
        return None
    rounded = round_half_even(number, places)
    return float(rounded) if places else int(rounded)


def _has_item(data, text):
    return data is not None and has_item(loads(data), text)


@receiver(connection_created)
def add_functions(connection, **_):
    """Teach SQLite what other databases can."""
    if connection.vendor == "sqlite":
        create = connection.connection.create_function
        create("move_day", 2, _move_day, deterministic=True)
        create("scale_duration", 2, _scale, deterministic=True)
        create("split_duration", 2, _split, deterministic=True)
        create("round_half_even", 2, _round_half_even, deterministic=True)
        create("has_text", 2, has_text, deterministic=True)
        create("has_item", 2, _has_item, deterministic=True)
