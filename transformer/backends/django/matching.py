"""A short text that a regular expression matches."""

import re
from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING, TypeVar

from transformer.diagnostics.resources import read_table

if TYPE_CHECKING:
    from _typeshed import SupportsLenAndGetItem

_Option = TypeVar("_Option")
_MOST_TRIES = 24
_MOST_LESS = 10


def find_match(pattern: str, shortest: int, longest: int) -> str | None:
    """Find a text within these lengths that the whole expression matches, None if none is obvious.

    It is the same in every run and with every Python.

    >>> find_match(r"^[A-Z]{2}-[0-9]+$", 6, 10)
    'AB-123'
    """
    expression = re.compile(pattern)
    for text in _list_candidates(pattern, shortest):
        # Forms take the blanks at the ends of a text away.
        is_kept = text == text.strip() and text.isprintable()
        if is_kept and shortest <= len(text) <= longest and expression.fullmatch(text):
            return text
    return None


def _list_candidates(pattern: str, shortest: int) -> Iterator[str]:
    yield from read_table("django/samples", list[str])
    from rstr import Rstr  # only where a pattern asks for it

    # What is repeated without end is so once more at each try; where the text is to be long, the
    # last ones come near its length at once.
    for number in dict.fromkeys((*range(_MOST_TRIES), *range(shortest - 2, shortest + 1))):
        try:
            text = Rstr(_Chooser(number)).xeger(pattern)
        except (LookupError, ValueError):
            continue  # it knows neither atomic groups nor choices by a group
        # What only looks ahead is written as well, which leaves too much at the end.
        yield from (text[: len(text) - less] for less in range(min(_MOST_LESS, len(text))))


class _Chooser(Random):
    """A generator whose choices depend on its seed alone, and which repeats no more than need be.

    Only `random` gives the same with every Python, and sets of characters come in any order.
    Letters and digits come before signs, which may mean something where the text goes.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self._more = max(number, 0)

    def choice(self, seq: "SupportsLenAndGetItem[_Option]") -> _Option:
        options = [seq[place] for place in range(len(seq))]
        options.sort(key=lambda each: each if isinstance(each, str) else "")
        options = [each for each in options if str(each).isalnum()] or options
        return options[int(self.random() * len(options))]

    def randint(self, a: int, b: int) -> int:
        return max(a, min(a + self._more, b))
