"""The operators of expressions, by the table of expressions."""

from functools import cache
from typing import NamedTuple

from transformer.dsl.parser.productions import Cursor
from transformer.dsl.tables.expression_rows import read_expressions


class Operator(NamedTuple):
    """A spelling of an operator, with its precedence."""

    name: str
    words: tuple[str, ...]
    level: int
    place: str
    takes_list: bool
    joins: bool


def find_operator(cursor: Cursor, place: str) -> Operator | None:
    """Find the operator of that place that comes next; None if there is none."""
    return next((each for each in _list_operators(place) if _matches_next(each, cursor)), None)


def find_next(cursor: Cursor) -> Operator | None:
    """Find the operator after an operand; of `is null` and `is` the longer one."""
    found = [find_operator(cursor, place) for place in ("after", "between")]
    return max(filter(None, found), key=lambda operator: len(operator.words), default=None)


def _matches_next(operator: Operator, cursor: Cursor) -> bool:
    tokens = cursor.tokens[cursor.index : cursor.index + len(operator.words)]
    return tuple(t.text for t in tokens if t.kind in ("name", "mark")) == operator.words


@cache
def _list_operators(place: str) -> tuple[Operator, ...]:
    return tuple(
        Operator(
            name,
            tuple(spelling.split()),
            int(row["level"]),
            place,
            takes_list=row.get("right") == "list",
            joins=row.get("joins") == "yes",
        )
        for name, row in read_expressions()["operators"].items()
        if row.get("place", "between") == place
        for spelling in row["spelled"]
    )


@cache
def list_operator_words() -> tuple[str, ...]:
    """List the words that may follow an operand, and the mark that is the likeliest."""
    spelled = (
        operator.words[0] for place in ("between", "after") for operator in _list_operators(place)
    )
    return tuple(dict.fromkeys(word for word in spelled if word.isalpha() or word == "="))
