"""Readers of the phrases that forms are made of, a function each."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from transformer.data import read_table
from transformer.dsl.forms import Cursor, Said
from transformer.dsl.lines import Token

_ESCAPE = re.compile(r"\\([\s\S])")
_ESCAPES = {"n": "\n", '"': '"', "\\": "\\"}
_DURATION = re.compile(r"([0-9]+)([a-z]+)")


class Value(NamedTuple):
    """A value as the language writes it: what kind it is, what it means, how it was spelled."""

    kind: str  # text, number, truth, moment, word
    meaning: Any
    spelling: str


class Wording(NamedTuple):
    """A type or modifier by name, with what its brackets say."""

    name: str
    parts: Mapping[str, Said]


def read_name(cursor: Cursor) -> Said:
    """A name."""
    token = cursor.peek()
    if token is None or token.kind != "name":
        cursor.miss("a name", code="odd-name" if token and token.kind == "odd" else "unexpected")
    return _said(cursor, cursor.take().text)


def read_module(cursor: Cursor) -> Said:
    """A module's name: names with dots between."""
    start = cursor.index
    parts = [read_name(cursor).value]
    while cursor.sees("."):
        cursor.index += 1
        parts.append(read_name(cursor).value)
    return Said(".".join(parts), cursor.span_from(start))


def read_title(cursor: Cursor) -> Said:
    """A string, without its quotes and escapes."""
    token = cursor.peek()
    if token is None or token.kind not in ("string", "text", "open"):
        cursor.miss("a text in quotes")
    return _said(cursor, text_of(cursor.take()))


def text_of(token: Token) -> str:
    """What a string says: its escapes resolved, a long one without its indentation."""
    quote = '"""' if token.text.startswith('"""') else '"'
    inner = token.text[len(quote) :].removesuffix(quote)
    if token.kind == "text":
        lines = inner.split("\n")
        margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
        margin = min(margins, default=0)
        inner = "\n".join([lines[0], *(line[margin:] for line in lines[1:])]).strip()
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[0]), inner)


def read_integer(cursor: Cursor) -> Said:
    """A whole number."""
    start = cursor.index
    number = _read_sign(cursor)
    token = cursor.peek()
    if token is None or token.kind != "number" or "." in token.text:
        cursor.miss("a whole number")
    return Said(_to_integer(number + cursor.take().text, cursor), cursor.span_from(start))


def read_number(cursor: Cursor) -> Said:
    """A number, as it was written."""
    start = cursor.index
    sign = _read_sign(cursor)
    token = cursor.peek()
    if token is None or token.kind != "number":
        cursor.miss("a number")
    return Said(sign + cursor.take().text, cursor.span_from(start))


def _read_sign(cursor: Cursor) -> str:
    if not cursor.sees("-"):
        return ""
    cursor.index += 1
    return "-"


def _to_integer(digits: str, cursor: Cursor) -> int:
    """The number; one with more digits than any limit needs is not read as one."""
    if len(digits) > 1000:
        cursor.index -= 1
        cursor.miss("a number of a reasonable length")
    return int(digits)


def read_names(cursor: Cursor) -> Said:
    """Names with commas between, each with its place."""
    return _read_list(cursor, read_name)


def read_order(cursor: Cursor) -> Said:
    """Names with commas between, each perhaps with its direction."""
    return _read_list(cursor, _read_direction)


def _read_direction(cursor: Cursor) -> Said:
    name = read_name(cursor)
    descending = cursor.sees("desc")
    if descending or cursor.sees("asc"):
        cursor.index += 1
    return Said((name, descending), name.span)


def _read_list(cursor: Cursor, read: Callable[[Cursor], Said]) -> Said:
    start = cursor.index
    items = [read(cursor)]
    while cursor.sees(","):
        cursor.index += 1
        items.append(read(cursor))
    return Said(items, cursor.span_from(start))


def read_choices(cursor: Cursor) -> Said:
    """The values of an enumeration, each with its title or None; a comma may follow the last."""
    start = cursor.index
    choices = [_read_choice(cursor)]
    while cursor.sees(","):
        cursor.index += 1
        if cursor.sees("]"):
            break
        choices.append(_read_choice(cursor))
    return Said(choices, cursor.span_from(start))


def _read_choice(cursor: Cursor) -> Said:
    value = read_choice_value(cursor)
    token = cursor.peek()
    title = read_title(cursor) if token and token.kind in ("string", "text") else None
    return Said((value, title), value.span)


def read_choice_value(cursor: Cursor) -> Said:
    """A value of an enumeration: a name or a string."""
    token = cursor.peek()
    if token and token.kind in ("string", "text"):
        return read_title(cursor)
    if token is None or token.kind != "name":
        cursor.miss("a value (a name, or a text in quotes)")
    return _said(cursor, cursor.take().text)


def read_truth(cursor: Cursor) -> Said:
    """`true` or `false`."""
    if not (cursor.sees("true") or cursor.sees("false")):
        cursor.miss("`true` or `false`", ["true", "false"])
    return _said(cursor, cursor.take().text == "true")


def read_value(cursor: Cursor) -> Said:
    """A fixed value or a moment, as a default has it."""
    start = cursor.index
    token = cursor.peek()
    if token is None or (token.kind == "mark" and token.text != "-") or token.kind == "duration":
        cursor.miss("a value")
    reader = _BY_WORD.get(token.text) or _BY_KIND.get(token.kind, _read_word)
    kind, meaning = reader(cursor)
    spelling = str(meaning) if kind == "text" else token.text
    if kind == "number":
        spelling = meaning
    return Said(Value(kind, meaning, spelling), cursor.span_from(start))


def _read_word(cursor: Cursor) -> tuple[str, Any]:
    return "word", read_name(cursor).value


def _read_moment(cursor: Cursor) -> tuple[str, Any]:
    """`today` or `now`, and perhaps a duration added or taken off."""
    moment = cursor.take().text
    if not (cursor.sees("+") or cursor.sees("-")):
        return "moment", (moment, 0)
    sign = -1 if cursor.take().text == "-" else 1
    token = cursor.peek()
    match = _DURATION.fullmatch(token.text) if token else None
    units = read_table("language")["durations"]
    if match is None or match[2] not in units or len(match[1]) > 6:
        cursor.miss("a duration such as `7d`, `2h` or `30min`")
    cursor.index += 1
    return "moment", (moment, sign * int(match[1]) * int(units[match[2]]))


_ValueReader = Callable[[Cursor], tuple[str, Any]]
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


def _said(cursor: Cursor, value: Any) -> Said:
    return Said(value, cursor.span_from(cursor.index - 1))
