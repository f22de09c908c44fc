"""Formulas of larger dialects in a default, kept as they were written."""

from collections.abc import Callable

from transformer.diagnostics.problems import find_closest
from transformer.dsl.parser import values
from transformer.dsl.parser.dialects import quote
from transformer.dsl.parser.expression_parser import read_expression
from transformer.dsl.parser.productions import Cursor, Located
from transformer.dsl.tables.expression_rows import read_expressions

_OPERATORS = ("+", "-", "*", "/", "%", ".")


def read_formula(cursor: Cursor) -> Located:
    """Read a computation, which is more than a value by itself, as text.

    Modifiers may follow it. Raises NoMatch if there is none.
    """
    start, first = cursor.index, cursor.peek()
    if first and find_closest(first.text, read_expressions()["moments"]):
        cursor.fail("a value")
    ahead = Cursor(cursor.tokens, cursor.file, cursor.enums, index=start)
    if ahead.sees("if"):
        _read_choice(ahead)
    else:
        values.read_value(cursor)
        token = cursor.peek()
        if token is None or token.text not in _OPERATORS:
            cursor.fail("the end of the line")
        _read_computation(ahead)
    tokens = cursor.tokens[start : ahead.index]
    if not any(token.kind == "name" for token in tokens):
        cursor.fail("a value")  # such as a date without quotes
    cursor.index = ahead.index
    return Located(quote(tokens), cursor.span_from(start))


def _read_computation(cursor: Cursor) -> None:
    read_expression(cursor)
    while cursor.sees("%"):  # which only larger dialects have
        cursor.index += 1
        read_expression(cursor)


def _read_choice(cursor: Cursor) -> None:
    """Read `if c: x elif d: y else: z`."""
    while cursor.sees("if") or cursor.sees("elif"):
        cursor.index += 1
        _read_branch(cursor, read_expression)
    if not cursor.sees("else"):
        cursor.fail("`else`")
    cursor.index += 1
    _read_branch(cursor)


def _read_branch(cursor: Cursor, *conditions: Callable[[Cursor], Located]) -> None:
    for read in conditions:
        read(cursor)
    if not cursor.sees(":"):
        cursor.fail("`:`")
    cursor.index += 1
    _read_computation(cursor)
