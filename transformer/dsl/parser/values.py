"""Readers of values: fixed ones, moments, durations, and pairs of a name and a value.

Each takes its tokens from a cursor, and raises NoMatch if they aren't next.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

from transformer.dsl.parser.phrases import (
    read_list,
    read_name,
    read_number,
    read_path,
    read_title,
    read_truth,
)
from transformer.dsl.parser.productions import Cursor, Located
from transformer.dsl.tables.grammar_rows import read_grammar

_DURATION = re.compile(r"([0-9]+)([a-z]+)")
_LONGEST_WHOLE = 30
_LONGEST_DURATION = 6


MomentWord = Literal["today", "now"]
# A truth is a bool, a moment has an offset in seconds, and all else is a text.
Meaning = str | bool | tuple[MomentWord, int]


class Value(NamedTuple):
    """A value as the language has it: its kind, its meaning, and its spelling."""

    kind: Literal["text", "number", "truth", "moment", "word"]
    meaning: Meaning
    spelling: str


_Meant = tuple[Literal["text", "number", "truth", "moment", "word"], Meaning]


def read_value(cursor: Cursor) -> Located:
    """Read a fixed value or a moment, as a default has it."""
    start = cursor.index
    token = cursor.peek()
    if token is None or (token.kind == "mark" and token.text != "-") or token.kind == "duration":
        cursor.fail("a value")
    reader = _BY_WORD.get(token.text) or _BY_KIND.get(token.kind, _read_word)
    kind, meaning = reader(cursor)
    spelling = str(meaning) if kind in ("text", "number") else token.text
    return Located(Value(kind, meaning, spelling), cursor.span_from(start))


def _read_word(cursor: Cursor) -> _Meant:
    return "word", read_name(cursor).value


def _read_moment(cursor: Cursor) -> _Meant:
    """Read `today` or `now`, and perhaps a duration added or subtracted."""
    moment: MomentWord = "today" if cursor.take().text == "today" else "now"
    if not (cursor.sees("+") or cursor.sees("-")):
        return "moment", (moment, 0)
    sign = -1 if cursor.take().text == "-" else 1
    return "moment", (moment, sign * read_duration(cursor).value)


def read_duration(cursor: Cursor) -> Located:
    """Read a duration, in seconds: `7d` or `7 days`."""
    start, found = cursor.index, find_duration(cursor)
    if found is None:
        cursor.fail("a duration such as `7d`, `2h` or `30min`")
    seconds, length = found
    cursor.index += length
    return Located(seconds, cursor.span_from(start))


def find_duration(cursor: Cursor) -> tuple[int, int] | None:
    """Find a duration at the cursor: its seconds, and the number of its tokens."""
    token, after = cursor.peek(), cursor.look_ahead(1)
    match = _DURATION.fullmatch(token.text) if token else None
    number, unit, length = (match[1], match[2], 1) if match else ("", "", 0)
    if match is None and token and after and (token.kind, after.kind) == ("number", "name"):
        bracket = cursor.look_ahead(2)
        if bracket is None or bracket.text != "(":  # as in `fill=2 min(0)`
            number, unit, length = token.text, after.text, 2
    units = read_grammar()["durations"]
    if not number.isdigit() or len(number) > _LONGEST_DURATION or unit not in units:
        return None
    return int(number) * int(units[unit]), length


def to_number(spelling: str) -> int | float:
    """Convert a spelling to a number; one of more than 30 characters is rounded."""
    is_complete = "." not in spelling and len(spelling) <= _LONGEST_WHOLE
    return int(spelling) if is_complete else float(spelling)


def read_pairs(cursor: Cursor, mark: str) -> Located:
    """Read names of fields with their values, commas between: `title="A", priority=low`."""
    return read_list(cursor, partial(_read_pair, mark=mark))


def _read_pair(cursor: Cursor, mark: str) -> Located:
    start, field = cursor.index, read_name(cursor)
    if not cursor.sees(mark):
        cursor.fail(f"`{mark}`")
    cursor.index += 1
    pair = {"field": field, "value": read_value(cursor)}
    return Located(pair, cursor.span_from(start))


def read_options(cursor: Cursor) -> Located:
    """Read options to the end of the line, each a name with a value: `frequency=daily`."""
    start = cursor.index
    options: dict[str, Located] = {}
    while token := cursor.peek():
        if token.kind != "name" or token.text in options:
            cursor.fail("an option such as `frequency=daily`")
        cursor.index += 1
        if not cursor.sees("="):
            cursor.fail("`=`")
        cursor.index += 1
        value = read_value(cursor)
        options[token.text] = Located(value.value.spelling, value.span)
    return Located(options, cursor.span_from(min(start, cursor.index - 1)))


def read_arguments(cursor: Cursor) -> Located:
    """Read the arguments of a pattern by name: `a=b, c=[d, …]`.

    Each is the name and the value.
    """
    start = cursor.index
    arguments: dict[str, tuple[Located, Located]] = {}
    while True:
        name = read_name(cursor)
        if name.value in arguments:
            cursor.index -= 1
            cursor.fail("another name")
        if not cursor.sees("="):
            cursor.fail("`=`")
        cursor.index += 1
        arguments[name.value] = (name, _read_argument(cursor))
        if not cursor.sees(","):
            return Located(arguments, cursor.span_from(start))
        cursor.index += 1


def _read_argument(cursor: Cursor) -> Located:
    start = cursor.index
    if not cursor.sees("["):
        return read_value(cursor)
    cursor.index += 1
    values = [] if cursor.sees("]") else read_list(cursor, read_value).value
    if not cursor.sees("]"):
        cursor.fail("`]`")
    cursor.index += 1
    return Located(values, cursor.span_from(start))


def read_source(cursor: Cursor) -> Located:
    """Read where a value comes from: a path such as `form.vrn`, or the value itself."""
    token = cursor.peek()
    if token is None or token.kind != "name" or token.text in _BY_WORD:
        return read_value(cursor)
    return read_path(cursor)


_ValueReader = Callable[[Cursor], _Meant]
_BY_WORD: dict[str, _ValueReader] = {
    "true": lambda cursor: ("truth", read_truth(cursor).value),
    "false": lambda cursor: ("truth", read_truth(cursor).value),
    "today": _read_moment,
    "now": _read_moment,
    "-": lambda cursor: ("number", read_number(cursor).value),
}
_BY_KIND: dict[str, _ValueReader] = {
    "string": lambda cursor: ("text", read_title(cursor).value),
    "text": lambda cursor: ("text", read_title(cursor).value),
    "open": lambda cursor: ("text", read_title(cursor).value),
    "number": lambda cursor: ("number", read_number(cursor).value),
}
