"""How great what an expression gives can be, so that no random one leaves what is promised.

Numbers are exact up to 15 digits, and the calendar ends. A size is a bound of the value, without
its sign, and of its decimal places. The bound of a duration is in microseconds, and so is that of
a day or a moment: its distance from the present.
"""

from collections.abc import Callable
from dataclasses import dataclass

DAY = 24 * 60 * 60 * 10**6
YEAR = 366 * DAY
PLACES = 6


@dataclass(frozen=True)
class Size:
    bound: int = 0
    places: int = 0

    def count_digits(self) -> int:
        return len(str(self.bound)) + self.places


NOTHING = Size()
# What is great enough for any field of the type.
FIELDS = {
    "number": Size(10**4, 4),
    "duration": Size(150 * YEAR),
    "date": Size(80 * YEAR),
    "datetime": Size(80 * YEAR),
}
# Those of computed values are greater, or known to be smaller.
NAMED = {
    "whole": Size(2**31 - 1),
    "pieces": Size(10**4),
    "number": Size(10**4),
    "ratio": Size(10**3, 3),
    "share": Size(10**2, 4),
    "price": Size(10**4, 2),
    "fee": Size(10**4, 2),
    "total": Size(10**8 + 10**4, 2),
    "tenth": Size(10**7 + 10**3, 3),
    "delay": Size(160 * YEAR),
}


def fits(kind: str, size: Size) -> bool:
    """Tell whether what is promised covers all values of the size."""
    if kind in ("date", "datetime"):
        return size.bound <= 300 * YEAR
    # Durations are whole microseconds, which computers keep in 63 bits.
    return size.count_digits() <= (18 if kind == "duration" else 15)


def add(a: Size, b: Size) -> Size:
    return Size(a.bound + b.bound, max(a.places, b.places))


def multiply(a: Size, b: Size) -> Size:
    """The size before anything is rounded, which must be exact, too."""
    return Size(a.bound * b.bound, a.places + b.places)


def divide(a: Size, b: Size) -> Size:
    """What divides is 0.01 at least if it has two places."""
    return Size(a.bound * 10**b.places, PLACES)


def shorten(a: Size, b: Size) -> Size:
    return Size(a.bound * 10**b.places)


def keep(a: Size) -> Size:
    return a


def round_up(a: Size, places: Size = NOTHING) -> Size:
    return Size(a.bound + 1, places.places)


def count_days(a: Size) -> Size:
    return Size(a.bound // DAY + 1)


def give_nothing(*sizes: Size) -> Size:
    return NOTHING


def limit_places(kind: str, size: Size) -> Size:
    """The size of what comes out."""
    return Size(size.bound, min(size.places, PLACES) if kind == "number" else 0)


Rule = Callable[..., Size]
