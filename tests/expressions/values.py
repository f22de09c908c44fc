"""Single values as they come in: what is stored, what stands in an expression, what time it is."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from fractions import Fraction
from typing import Any
from uuid import UUID

from tests.expressions.world import Node, World


def enter_number(value: Any) -> Fraction:
    """Numbers are decimals, not binary fractions, and exact up to 15 digits."""
    return Fraction(f"{value:.15g}") if isinstance(value, float) else Fraction(value)


def to_utc(value: Any) -> Any:
    """A moment is the same in every time zone; two are apart by what passes between them."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def is_day(node: Node, value: Any) -> bool:
    """Whether it is a day, there or missing; a text that stands for one counts, too."""
    return node["type"] == "date" or type(value) is date


def find_day(value: Any, world: World) -> Any:
    """Compared with a day, a moment counts as the day that it falls on in the app's time zone."""
    try:
        return value.astimezone(world.timezone).date() if isinstance(value, datetime) else value
    except OverflowError:  # that day is beyond the calendar
        return None


def enter(value: Any, type_name: str) -> Any:
    """A value is missing if there is none, or if it is an empty text."""
    if value is None or value == "":
        return None
    return ENTRANCES[type_name](value) if type_name in ENTRANCES else value


ENTRANCES: Mapping[str, Callable[[Any], Any]] = {"number": enter_number, "datetime": to_utc}


def read_literal(node: Node, world: World) -> Any:
    read = LITERALS.get(node["type"])
    return read(node["value"], world) if read else node["value"]


def read_moment(text: str, world: World) -> date | datetime:
    """A day alone is a day; a moment without an offset is in the time zone of the app."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=world.timezone)


LITERALS: Mapping[str, Callable[[str, World], Any]] = {
    "date": lambda text, _: date.fromisoformat(text),
    "time": lambda text, _: time.fromisoformat(text),
    "datetime": read_moment,
    "uuid": lambda text, _: UUID(text),
}
MOMENTS: Mapping[str, Callable[[World], Any]] = {
    "today": lambda world: world.today,
    "now": lambda world: world.now,
}
