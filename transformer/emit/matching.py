"""A short text that a regular expression matches."""

import re
from collections.abc import Callable, Iterable
from typing import Any

# The standard library's own parser of expressions has no public name.
from re import _constants as codes  # type: ignore[attr-defined]  # isort: skip
from re import _parser as parser  # type: ignore[attr-defined]  # isort: skip

_LETTERS = "a1A-_.:/@ "
_CATEGORIES = {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_WORD: "a", codes.CATEGORY_SPACE: " "}
_OTHERS = {
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_WORD: "-",
    codes.CATEGORY_NOT_SPACE: "a",
}
_SPELLED = {
    codes.CATEGORY_DIGIT: r"\d",
    codes.CATEGORY_WORD: r"\w",
    codes.CATEGORY_SPACE: r"\s",
    codes.CATEGORY_NOT_DIGIT: r"\D",
    codes.CATEGORY_NOT_WORD: r"\W",
    codes.CATEGORY_NOT_SPACE: r"\S",
}
_MOST_REPEATS = 64


def find_match(pattern: str, shortest: int, longest: int) -> str | None:
    """A text within these lengths in which the expression is found, or None if none is obvious.

    >>> find_match(r"^[A-Z]{2}-[0-9]+$", 6, 10)
    'AA-000'
    """
    tree = parser.parse(pattern)
    for more in range(_MOST_REPEATS):
        text = _write_items(tree, more)
        # Forms take the blanks at the ends of a text away.
        is_kept = text == text.strip() and shortest <= len(text) <= longest
        if is_kept and re.search(pattern, text):
            return text
    return None


def _write_items(items: Iterable[tuple[Any, Any]], more: int) -> str:
    return "".join(_WRITERS.get(code, _write_nothing)(argument, more) for code, argument in items)


def _write_nothing(argument: Any, more: int) -> str:
    """What stands for a place or a condition; whether it holds, the search itself tells."""
    return ""


def _write_set(members: list[tuple[Any, Any]], more: int) -> str:
    code, _ = members[0]
    if code is not codes.NEGATE:
        return _write_items([members[0]], more)
    return next((letter for letter in _LETTERS if not _is_among(letter, members[1:])), "")


def _is_among(letter: str, members: list[tuple[Any, Any]]) -> bool:
    """Whether a set has the letter, taken apart from all others."""
    for code, argument in members:
        if code is codes.RANGE and argument[0] <= ord(letter) <= argument[1]:
            return True
        if code is codes.LITERAL and argument == ord(letter):
            return True
        if code is codes.CATEGORY and re.match(_SPELLED[argument], letter):
            return True
    return False


def _write_repeat(argument: tuple[int, int, Any], more: int) -> str:
    least, most, items = argument
    return _write_items(items, more) * min(least + more, int(most), least + _MOST_REPEATS)


_WRITERS: dict[Any, Callable[[Any, int], str]] = {
    codes.LITERAL: lambda code, more: chr(code),
    codes.NOT_LITERAL: lambda code, more: "b" if chr(code) == "a" else "a",
    codes.ANY: lambda _, more: "a",
    codes.IN: _write_set,
    codes.RANGE: lambda bounds, more: chr(bounds[0]),
    codes.CATEGORY: lambda kind, more: {**_CATEGORIES, **_OTHERS}[kind],
    codes.MAX_REPEAT: _write_repeat,
    codes.MIN_REPEAT: _write_repeat,
    codes.POSSESSIVE_REPEAT: _write_repeat,
    codes.ATOMIC_GROUP: lambda items, more: _write_items(items, more),
    codes.SUBPATTERN: lambda argument, more: _write_items(argument[-1], more),
    codes.BRANCH: lambda argument, more: _write_items(argument[1][0], more),
}
