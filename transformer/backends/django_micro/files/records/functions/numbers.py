"""Numbers as decimals; one with too many digits before the point is missing."""

from decimal import ROUND_HALF_EVEN, Context, Decimal

from django.db import models
from django.db.models import Expression, Func
from django.db.models.expressions import CombinedExpression

MOST_DIGITS = 100
"""How many digits there may be before the point of what is computed."""
TOO_GREAT = Decimal(1).scaleb(MOST_DIGITS)
_CONTEXT = Context(prec=400)  # enough for each binary fraction, which may be a field


def read_exact(number):
    """A number as a decimal; of a binary fraction, 15 digits count."""
    if number is None:
        return None
    return Decimal(f"{number:.15g}") if isinstance(number, float) else Decimal(number)


def round_half_even(number, places):
    """Round a number, a half of the last place to the even neighbour.

    It is None if there are more than 100 digits before the point.
    """
    exact = read_exact(number)
    if exact is None or not exact.is_finite() or abs(exact) >= TOO_GREAT:
        return None
    return _spell(exact, places)


def find_ratio(dividend, divisor):
    """One number divided by another, to six places; None where that is zero."""
    ratio = Decimal(dividend) / Decimal(divisor) if divisor else None
    return round_half_even(ratio, 6)


def _spell(number, places):
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN, _CONTEXT)


class ExactField(models.DecimalField):
    """A computed number, which SQLite compares with numbers.

    Django compares with texts there, and for that it has to cast what is computed.
    """

    def __init__(self, **kwargs):
        super().__init__(**{"max_digits": 30, "decimal_places": 15, **kwargs})

    def get_db_prep_value(self, value, connection, prepared=False):
        if connection.vendor == "sqlite" and value is not None:
            return float(self.to_python(value))
        return super().get_db_prep_value(value, connection, prepared)


class Decimals(Func):
    """What gives a decimal number.

    Django would cast each of them on SQLite, which is too deep for it in the end.
    """

    output_field = ExactField()

    def as_sqlite(self, compiler, connection, **context):
        shallow = self.copy()
        shallow.source_expressions = [Shallow(each) for each in self.source_expressions]
        return shallow.as_sql(compiler, connection, **context)


class Shallow(Expression):
    """A number as SQLite gets it: without casts, and rounded only as a whole if so."""

    def __init__(self, number, *, is_rounded=True):
        super().__init__()
        self.number, self.is_rounded = number, is_rounded

    def as_sql(self, compiler, connection):
        number = self.number
        if type(number) is Number and not self.is_rounded:
            return self._follow(number.source_expressions[0], compiler)
        if type(number) is CombinedExpression and number.connector in ("+", "-", "*"):
            left, left_params = self._follow(number.lhs, compiler)
            right, right_params = self._follow(number.rhs, compiler)
            sql = f"({left} {number.connector} {right})"
            return sql, [*left_params, *right_params]
        return compiler.compile(number)

    def _follow(self, number, compiler):
        return compiler.compile(Shallow(number, is_rounded=self.is_rounded))


class Exact(Decimals):
    """A whole number as one that has no greatest; PostgreSQL's integers have."""

    template = "(%(expressions)s * 1.0)"


class ReadExact(Decimals):
    """A binary fraction as the decimal that it stands for, of which 15 digits count."""

    def as_sqlite(self, compiler, connection):
        fraction, params = compiler.compile(self.source_expressions[0])
        exact = f"CAST(PRINTF('%%.15g', {fraction}) AS REAL)"
        return f"CASE WHEN {fraction} IS NOT NULL THEN {exact} END", [*params, *params]

    def as_postgresql(self, compiler, connection):
        return self.as_sql(compiler, connection, template="(%(expressions)s)::numeric")


class Number(Decimals):
    """A number with its decimal places; only the least of them end in zeros."""

    def __init__(self, expression, places, least=None):
        super().__init__(expression, output_field=ExactField(decimal_places=places))
        self.places = places
        self.least = places if least is None else least

    def as_sqlite(self, compiler, connection):
        number = self.source_expressions[0]
        if isinstance(number, RoundHalfEven) and number.places <= self.places:
            return compiler.compile(number)
        number, params = compiler.compile(Shallow(number, is_rounded=False))
        return f"ROUND({number}, {self.places})", params

    def as_postgresql(self, compiler, connection):
        return compiler.compile(self.source_expressions[0])  # which is exact

    def get_db_converters(self, connection):
        return [*super().get_db_converters(connection), self.read]

    def read(self, value, *_):
        if value is None:
            return None
        number = _spell(read_exact(value), self.places)
        if self.least == self.places:
            return number
        needed = -number.normalize(_CONTEXT).as_tuple().exponent
        return _spell(number, max(needed, self.least))


class RoundHalfEven(Number):
    """A number rounded; half of the last place goes to the even neighbour."""

    def as_sqlite(self, compiler, connection):
        number, places = self.source_expressions[0], [self.places]
        while isinstance(number, RoundHalfEven):
            places.insert(0, number.places)
            number = number.source_expressions[0]
        number, params = compiler.compile(Shallow(number))
        return f"round_half_even({number}, {', '.join(map(str, places))})", params

    def as_postgresql(self, compiler, connection):
        number, params = compiler.compile(self.source_expressions[0])
        return write_rounding(number, self.places), params


def write_rounding(number, places):
    """Write what rounds a number on PostgreSQL, which has no such function."""
    shifted = f"SELECT ({number})::numeric * 1e{places} AS n OFFSET 0"
    whole = "CASE WHEN n - FLOOR(n) = 0.5 THEN 2 * ROUND(n / 2) ELSE ROUND(n) END"
    rounded = f"ROUND(({whole}) / 1e{places}, {places})"
    kept = f"ABS(n) < 1e{MOST_DIGITS + places}"
    # What OFFSET stands in is computed once, however often it is named.
    return f"(SELECT {rounded} FROM ({shifted}) AS shifted WHERE {kept})"


class Ratio(Decimals):
    """One number divided by another; nothing where that is zero."""

    template = "(%(expressions)s, 0))"
    arg_joiner = " * 1.0 / NULLIF("


def divide(dividend, divisor):
    """One number divided by another, to six places."""
    return RoundHalfEven(Ratio(dividend, divisor), 6)
