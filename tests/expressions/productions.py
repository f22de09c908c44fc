"""All ways to make an expression of a type from others, by docs/language.md.

A way is a template, the types of what takes its holes, and the size of what it gives.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tests.expressions.sizes import (
    PLACES,
    YEAR,
    Rule,
    Size,
    add,
    count_days,
    divide,
    give_nothing,
    keep,
    multiply,
    round_up,
    shorten,
)


class Way(NamedTuple):
    template: str
    takes: Sequence[str]
    size: Rule = give_nothing


Ways = Mapping[str, Sequence[Way]]  # by the operator or function

NUMBERS: Ways = {
    "+": [Way("({} + {})", ("number", "number"), add)],
    "-": [Way("({} - {})", ("number", "number"), add)],
    "*": [Way("({} * {})", ("number", "number"), multiply)],
    "/": [Way("({} / {})", ("number", "number"), divide)],
    "negative": [Way("(-{})", ("number",), keep)],
    "round": [
        Way("round({})", ("number",), round_up),
        Way("round({}, {})", ("number", "places"), round_up),
    ],
    **{
        name: [Way(f"{name}({{}})", (kind,), count_days) for kind in ("date", "datetime")]
        for name in ("days_since", "days_until")
    },
}
DURATIONS: Ways = {
    "+": [Way("({} + {})", ("duration", "duration"), add)],
    "-": [Way("({} - {})", (kind, kind), add) for kind in ("duration", "date", "datetime")],
    "*": [
        Way("({} * {})", ("duration", "number"), multiply),
        Way("({} * {})", ("number", "duration"), multiply),
    ],
    "/": [Way("({} / {})", ("duration", "number"), shorten)],
    "negative": [Way("(-{})", ("duration",), keep)],
}
TEXTS: Ways = {"+": [Way("({} + {})", ("text", "text"))]}


def move(kind: str) -> Ways:
    """Ways to a day or a moment."""
    return {
        "+": [
            Way("({} + {})", (kind, "duration"), add),
            Way("({} + {})", ("duration", kind), add),
        ],
        "-": [Way("({} - {})", (kind, "duration"), add)],
    }


# A condition that compares takes a value of some type and its partners, of types that suit it.
PARTNERS: Mapping[str, Sequence[str]] = {
    "number": ["number"],
    "text": ["text"],
    "date": ["date", "datetime"],
    "datetime": ["datetime", "date"],
    "time": ["time"],
    "duration": ["duration"],
    "choice": ["choice"],
    "bool": ["bool"],
    "record": ["record"],
    "uuid": ["uuid"],
}
ORDERED = ("number", "text", "date", "datetime", "time", "duration", "choice")
SPELLINGS: Mapping[str, Sequence[str]] = {
    "=": ["({} = {})", "({} == {})", "({} is {})"],
    "!=": ["({} != {})", "({} is not {})"],
    "<": ["({} < {})"],
    "<=": ["({} <= {})"],
    ">": ["({} > {})"],
    ">=": ["({} >= {})"],
    "in": ["({} in [{}])"],
    "not in": ["({} not in [{}])"],
}
NULL_TESTS: Mapping[str, Sequence[str]] = {
    "is null": ["({} is null)", "({} = null)", "({} == null)", "(null = {})"],
    "is not null": ["({} is not null)", "({} != null)", "(null != {})"],
}
CONDITIONS: Ways = {
    "and": [
        Way("({} and {})", ("bool", "bool")),
        Way("({} and {} and {})", ("bool", "bool", "bool")),
    ],
    "or": [
        Way("({} or {})", ("bool", "bool")),
        Way("({} or {} or {})", ("bool", "bool", "bool")),
    ],
    "not": [Way("(not {})", ("bool",))],
    "contains": [
        Way("({} contains {})", ("text", "text")),
        Way("({} contains {})", ("json", "text")),
    ],
    **{
        word: [Way(each, (kind,)) for each in spellings for kind in (*PARTNERS, "json")]
        for word, spellings in NULL_TESTS.items()
    },
}
# How often a word is drawn, beside one that isn't here: others are written for more types, or fit
# more often.
WEIGHTS = {"*": 4, "/": 2, "round": 4, "days_since": 4, "days_until": 4, "not": 3}
WAYS: Mapping[str, Ways] = {
    "number": NUMBERS,
    "duration": DURATIONS,
    "date": move("date"),
    "datetime": move("datetime"),
    "text": TEXTS,
    "bool": CONDITIONS,
}

# What stands in an expression by itself, and what is a value beside one of its type only.
LITERALS: Mapping[str, Sequence[str]] = {
    "number": ["0", "1", "2", "3", "7", "10", "100", "0.5", "1.5", "2.50", "0.01", "-1", "-0.5"],
    "text": [
        *('""', '"a"', '"Z"', '"lo"', '"%"', '"_"', '"ä"', '"日本"', '"𐐀"', '"# {{ x }}"'),
        *('"it\'s"', r'"say \"hi\""', r'"a\\b"', r'"a\nb"'),
    ],
    "bool": ["true", "false"],
    "date": ["today"],
    "datetime": ["now"],
    "duration": [
        *("30min", "36h", "7d", "2w", "1mo", "1y", "0d", "1 minute", "90 minutes", "1 hour"),
        *("48 hours", "1 day", "10 days", "1 week", "3 weeks", "1 month", "2 months", "1 year"),
        "2 years",
    ],
    "places": ["0", "1", "2", "3", "4", "5", "6"],
}
WRITTEN: Mapping[str, Sequence[str]] = {
    "date": ['"2024-02-29"', '"2026-03-29"', '"1950-01-01"', '"2100-12-31"'],
    "datetime": [
        *('"2026-03-11 00:30"', '"2024-02-29T12:00"', '"2026-01-31 23:59:59.999999"'),
        *('"2026-03-10 23:30+00:00"', '"2026-07-01 00:00:00"', '"2026-03-11"'),
    ],
    "time": ['"00:00"', '"09:30"', '"23:59:59"'],
    "uuid": ['"0e7de4f6-5a1b-4a3e-9d0a-3b1b7a3b7a11"', '"00000000-0000-4000-8000-000000000001"'],
}
LITERAL_SIZES = {
    "number": Size(100, 2),
    "duration": Size(2 * YEAR),
    "places": Size(0, PLACES),
}
