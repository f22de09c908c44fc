"""Readers of phrases, the nonterminals of the grammar.

Each takes its tokens from a cursor, and raises NoMatch if they aren't next.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from transformer.dsl.parser.dialects import quote
from transformer.dsl.parser.lines import Token
from transformer.dsl.parser.productions import Cursor, Located

_ESCAPE = re.compile(r"\\([\s\S])")
_ESCAPES = {"n": "\n", '"': '"', "\\": "\\"}


class Specifier(NamedTuple):
    """A type, modifier or attribute by name, with the arguments in its brackets."""

    name: str
    parts: Mapping[str, Located]


def read_name(cursor: Cursor) -> Located:
    """Read a name."""
    token = cursor.peek()
    if token is None or token.kind != "name":
        cursor.fail("a name", code="odd-name" if token and token.kind == "odd" else "unexpected")
    return _locate(cursor, cursor.take().text)


def read_module(cursor: Cursor) -> Located:
    """Read a module's name: names with dots between."""
    start = cursor.index
    parts = [read_name(cursor).value]
    while cursor.sees("."):
        cursor.index += 1
        parts.append(read_name(cursor).value)
    return Located(".".join(parts), cursor.span_from(start))


def read_path(cursor: Cursor, *, takes_arrows: bool = False) -> Located:
    """Read a path of names, as a record with the property `path`.

    With `takes_arrows`, `self->a->b` is `a.b`, as larger dialects write it.
    """
    start = cursor.index
    names = [read_name(cursor)]
    has_arrow = takes_arrows and _sees_arrow(cursor)
    while cursor.sees(".") or (takes_arrows and _sees_arrow(cursor)):
        cursor.index += 1
        names.append(read_name(cursor))
    if has_arrow and names[0].value == "self":
        names = names[1:]
    span = cursor.span_from(start)
    return Located({"path": Located(names, span)}, span)


def _sees_arrow(cursor: Cursor) -> bool:
    """Tell whether an arrow and a name are next."""
    after = cursor.look_ahead(1)
    return cursor.sees("->") and after is not None and after.kind == "name"


def read_title(cursor: Cursor) -> Located:
    """Read a string, without its quotes and escapes."""
    token = cursor.peek()
    if token is None or token.kind not in ("string", "text", "open"):
        cursor.fail("a text in quotes")
    return _locate(cursor, unquote_token(cursor.take()))


def unquote_token(token: Token) -> str:
    """Return the value of a string: escapes resolved, a long one without its indentation."""
    quote = '"""' if token.text.startswith('"""') else '"'
    inner = token.text[len(quote) :].removesuffix(quote)
    if token.kind == "text":
        lines = inner.split("\n")
        margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
        margin = min(margins, default=0)
        inner = "\n".join([lines[0], *(line[margin:] for line in lines[1:])]).strip()
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[0]), inner)


def read_integer(cursor: Cursor) -> Located:
    """Read a whole number."""
    start = cursor.index
    number = _read_sign(cursor)
    token = cursor.peek()
    if token is None or token.kind != "number" or "." in token.text:
        cursor.fail("a whole number")
    return Located(_to_integer(number + cursor.take().text, cursor), cursor.span_from(start))


def read_number(cursor: Cursor) -> Located:
    """Read a number, as it was written."""
    start = cursor.index
    sign = _read_sign(cursor)
    token = cursor.peek()
    if token is None or token.kind != "number":
        cursor.fail("a number")
    return Located(sign + cursor.take().text, cursor.span_from(start))


def _read_sign(cursor: Cursor) -> str:
    if not cursor.sees("-"):
        return ""
    cursor.index += 1
    return "-"


def _to_integer(digits: str, cursor: Cursor) -> int:
    """Convert digits to a number; fail if there are more than any limit needs."""
    if len(digits) > 1000:
        cursor.index -= 1
        cursor.fail("a number of a reasonable length")
    return int(digits)


def read_names(cursor: Cursor) -> Located:
    """Read names with commas between, each with its span."""
    return read_list(cursor, read_name)


def read_order(cursor: Cursor) -> Located:
    """Read names with commas between, each perhaps with its direction."""
    return read_list(cursor, _read_direction)


def _read_direction(cursor: Cursor) -> Located:
    name = read_name(cursor)
    descending = cursor.sees("desc")
    if descending or cursor.sees("asc"):
        cursor.index += 1
    else:
        cursor.expect("`desc`", ["asc", "desc"])
    return Located({"field": name, "descending": Located(descending, name.span)}, name.span)


def read_titles(cursor: Cursor) -> Located:
    """Read texts with commas between."""
    return read_list(cursor, read_title)


def read_list(cursor: Cursor, read: Callable[[Cursor], Located]) -> Located:
    """Read items with commas between."""
    start = cursor.index
    items = [read(cursor)]
    while cursor.sees(","):
        cursor.index += 1
        items.append(read(cursor))
    return Located(items, cursor.span_from(start))


def read_choices(cursor: Cursor) -> Located:
    """Read the values of an enumeration, each with its title and its earlier name, or None.

    A comma may follow the last.
    """
    start = cursor.index
    choices = [_read_choice(cursor)]
    while cursor.sees(","):
        cursor.index += 1
        if cursor.sees("]"):
            break
        choices.append(_read_choice(cursor))
    return Located(choices, cursor.span_from(start))


def _read_choice(cursor: Cursor) -> Located:
    value, was = read_choice_value(cursor), None
    if cursor.sees("was"):
        cursor.index += 1
        was = read_choice_value(cursor)
    token = cursor.peek()
    title = read_title(cursor) if token and token.kind in ("string", "text") else None
    return Located((value, title, was), value.span)


def read_choice_value(cursor: Cursor) -> Located:
    """Read a value of an enumeration: a name or a string."""
    token = cursor.peek()
    if token and token.kind in ("string", "text"):
        return read_title(cursor)
    if token is None or token.kind != "name":
        cursor.fail("a value (a name, or a text in quotes)")
    return _locate(cursor, cursor.take().text)


def read_truth(cursor: Cursor) -> Located:
    """Read `true` or `false`."""
    if not (cursor.sees("true") or cursor.sees("false")):
        cursor.fail("`true` or `false`", ["true", "false"])
    return _locate(cursor, cursor.take().text == "true")


def read_rest(cursor: Cursor) -> Located:
    """Read the tokens up to the end of the line, or to the bracket that closes the one around."""
    start, depth = cursor.index, 0
    while token := cursor.peek():
        depth += (token.text in ("(", "[")) - (token.text in (")", "]"))
        if depth < 0:
            break
        cursor.index += 1
    if cursor.index == start:
        cursor.fail("something")
    return Located(quote(cursor.tokens[start : cursor.index]), cursor.span_from(start))


def read_signed_names(cursor: Cursor) -> Located:
    """Read names with commas between, each perhaps with a minus before it, as one text."""
    start = cursor.index
    names = read_list(cursor, _read_signed_name).value
    return Located(", ".join(name.value for name in names), cursor.span_from(start))


def _read_signed_name(cursor: Cursor) -> Located:
    start, sign = cursor.index, _read_sign(cursor)
    return Located(sign + read_name(cursor).value, cursor.span_from(start))


def read_operation_path(cursor: Cursor) -> Located:
    """Read an operation of a service: a name, or a path such as `/clients/{id}`.

    A path goes to the end of the line.
    """
    start = cursor.index
    if not cursor.sees("/"):
        return read_name(cursor)
    cursor.index = len(cursor.tokens)
    return Located(
        "".join(t.text for t in cursor.tokens[start : cursor.index]), cursor.span_from(start)
    )


def _locate(cursor: Cursor, value: Any) -> Located:
    return Located(value, cursor.span_from(cursor.index - 1))
