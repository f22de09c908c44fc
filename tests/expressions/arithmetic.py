"""What is computed with numbers, texts, days, moments and durations, none of them missing."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

Rule = Callable[[Any, Any], Any]

PLACES = 6
DIGITS = 100
CALENDAR = datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)
LONGEST = timedelta(days=100_000_000)
DAY, MICROSECOND = timedelta(days=1), timedelta(microseconds=1)
KINDS: dict[type, str] = {
    Fraction: "number",
    timedelta: "duration",
    datetime: "moment",
    date: "day",
    str: "text",
}


def limit_places(number: Fraction) -> Fraction | None:
    """At most six decimal places; where there are more, a half goes to the even neighbour."""
    return limit_digits(round(number, PLACES))


def limit_digits(number: Fraction) -> Fraction | None:
    """With more than 100 digits before the point, there is no result."""
    return number if abs(number) < 10**DIGITS else None


def limit_duration(duration: timedelta) -> timedelta | None:
    """A duration of 100 million days or more is missing."""
    return duration if abs(duration) < LONGEST else None


def move_moment(moment: datetime, duration: timedelta) -> datetime | None:
    """A moment on the first or on the last day of the calendar is missing."""
    first, end = CALENDAR
    return moved if first <= (moved := moment + duration) < end else None


def round_number(number: Fraction, places: Fraction = Fraction(0)) -> Fraction | None:
    """`round(x, n)`, where `n` is a whole number from 0 to 6; with any other, nothing."""
    is_fit = places.denominator == 1 and 0 <= places <= PLACES
    return limit_digits(round(number, int(places))) if is_fit else None


def divide(a: Fraction, b: Fraction) -> Fraction | None:
    """Division by zero gives a missing value."""
    return None if b == 0 else limit_places(a / b)


def scale(duration: timedelta, factor: Fraction) -> timedelta | None:
    """Durations are rounded to microseconds, and a half goes to the even neighbour."""
    return limit_duration(round(duration // MICROSECOND * factor) * MICROSECOND)


def shorten(duration: timedelta, divisor: Fraction) -> timedelta | None:
    """Division by zero gives a missing value."""
    return None if divisor == 0 else scale(duration, 1 / divisor)


def move_day(day: date, duration: timedelta) -> date:
    """The day that begins then, or in which that falls: `due + 36h` is the day after."""
    return (datetime.combine(day, time()) + duration).date()


def count_days(duration: timedelta) -> Fraction:
    """Full days, the rest left out: half a day in the future is 0 days ago."""
    full = abs(duration) // DAY
    return Fraction(full if duration > timedelta() else -full)


# The operator and what stands on its two sides → what it gives.
RULES: dict[tuple[str, str, str], Rule] = {
    ("+", "number", "number"): lambda a, b: limit_places(a + b),
    ("-", "number", "number"): lambda a, b: limit_places(a - b),
    ("*", "number", "number"): lambda a, b: limit_places(a * b),
    ("/", "number", "number"): divide,
    ("+", "duration", "duration"): lambda a, b: limit_duration(a + b),
    ("-", "duration", "duration"): lambda a, b: limit_duration(a - b),
    ("*", "duration", "number"): scale,
    ("*", "number", "duration"): lambda a, b: scale(b, a),
    ("/", "duration", "number"): shorten,
    ("+", "day", "duration"): move_day,
    ("+", "duration", "day"): lambda a, b: move_day(b, a),
    ("-", "day", "duration"): lambda a, b: move_day(a, -b),
    ("-", "day", "day"): lambda a, b: a - b,
    ("+", "moment", "duration"): move_moment,
    ("+", "duration", "moment"): lambda a, b: move_moment(b, a),
    ("-", "moment", "duration"): lambda a, b: move_moment(a, -b),
    ("-", "moment", "moment"): lambda a, b: a - b,
}


def compute(word: str, a: Any, b: Any) -> Any:
    """What is computed with a missing value is missing; so is a day that no calendar has."""
    if a is None or b is None:
        return None
    try:
        return RULES[word, KINDS[type(a)], KINDS[type(b)]](a, b)
    except OverflowError:
        return None


def join_texts(a: str | None, b: str | None) -> str:
    """`+` puts a text together from what is there."""
    return (a or "") + (b or "")


def sum_up(values: Sequence[Any], type_name: str) -> Any:
    """`sum` of nothing is 0."""
    if type_name == "duration":
        return limit_duration(sum(values, timedelta()))
    return limit_places(sum(values, Fraction(0)))


def average(values: Sequence[Any], type_name: str) -> Any:
    """`avg` of nothing is missing."""
    if not values:
        return None
    total = sum(values[1:], values[0])
    return compute("/", total, Fraction(len(values)))


# A function of many values that are there, and of their type.
AGGREGATES: dict[str, Callable[[Sequence[Any], str], Any]] = {
    "sum": sum_up,
    "avg": average,
    "min": lambda values, _: min(values, default=None),
    "max": lambda values, _: max(values, default=None),
}
