"""Values of many rows."""

from django.db import models
from django.db.models import Func, Subquery
from django.db.models.sql import Query

from .durations import MeanDuration, SumOfDurations
from .numbers import Decimals, ExactField, RoundHalfEven, Shallow


def read_aggregate(rows, aggregate):
    """A value of many rows."""
    return rows.aggregate(_value=aggregate)["_value"]


class AskedQuery(Query):
    """A query that the database is asked even if nothing can meet its conditions."""

    def get_compiler(self, using=None, connection=None, elide_empty=False):
        return super().get_compiler(using, connection, elide_empty)


class Aggregate(Subquery):
    """A value of many rows."""

    def __init__(self, rows, value):
        super().__init__(rows.order_by().values(_value=value))
        # Django would put NULL in its place, or 0 around it; nothing has a count too.
        self.query = self.query.chain(klass=AskedQuery)
        self.query.group_by = None

    def _resolve_output_field(self):
        found = super()._resolve_output_field()
        is_decimal = isinstance(found, models.DecimalField)
        return ExactField(decimal_places=found.decimal_places) if is_decimal else found

    def as_sqlite(self, compiler, connection):
        return self.as_sql(compiler, connection)  # without a cast, as in Decimals


class OfMany(Func):
    """A function of many rows."""

    def as_sqlite(self, compiler, connection):
        return self.as_sql(compiler, connection)


class Sum(Func):
    """The sum of numbers; 0 if there are none."""

    template = "COALESCE(SUM(%(expressions)s), 0)"

    def as_sqlite(self, compiler, connection):
        number = self.source_expressions[0]
        number, params = compiler.compile(Shallow(number, is_rounded=False))
        if isinstance(self.output_field, models.DecimalField):
            return f"TOTAL({number})", params  # of nothing it is 0
        return f"COALESCE(SUM({number}), 0)", params


def count_rows(rows):
    """How many rows there are."""
    number = models.BigIntegerField()
    return Aggregate(rows, OfMany(template="COUNT(*)", output_field=number))


def sum_rows(rows, expression):
    """The sum of what rows have."""
    return Aggregate(rows, Sum(expression))


def sum_durations(rows, expression):
    """The sum of how long rows last."""
    return Aggregate(rows, SumOfDurations(expression))


def average_rows(rows, expression):
    """The mean of what rows have, to six places."""
    template = "AVG(%(expressions)s * 1.0)"
    exact = Decimals.output_field
    mean = OfMany(expression, template=template, output_field=exact)
    return RoundHalfEven(Aggregate(rows, mean), 6)


def average_durations(rows, expression):
    """How long rows last in the mean."""
    return Aggregate(rows, MeanDuration(expression))


def least_of_rows(rows, expression):
    """The least of what rows have."""
    return Aggregate(rows, OfMany(expression, function="MIN"))


def greatest_of_rows(rows, expression):
    """The greatest of what rows have."""
    return Aggregate(rows, OfMany(expression, function="MAX"))
