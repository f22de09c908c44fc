"""Hints for words and lines of other languages, by the table of hints."""

from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cache

from transformer.diagnostics.problems import Problem
from transformer.dsl.parser.dialects import starts_with
from transformer.dsl.parser.lines import END, Line
from transformer.dsl.tables.hint_rows import read_hints


def add_hint(problem: Problem, line: Line, kind: str) -> Problem:
    """Add the hint for a line to its problem, if the table of hints has one."""
    advice = _find_line(problem, line, kind) or _find_word(problem)
    if advice is None:
        return problem
    words = {key: word for key, word in problem.words.items() if key != "closest"}
    return replace(problem, words=words | {"advice": advice.replace("$name", line.tokens[0].text)})


def has_hint(line: Line, kind: str) -> bool:
    """Tell whether the table of hints has one for the beginning of a line."""
    return any(starts_with([*line.tokens, END], row[0]) for row in _list_rows(kind))


def _find_line(problem: Problem, line: Line, kind: str) -> str | None:
    """Find the hint for a line that begins so; the most exact beginning counts."""
    tokens = [*line.tokens, END]
    reach = _find_fault(problem, line) + ("closest" in problem.words)
    rows = (row for row in _list_rows(kind) if len(row[0]) >= reach)
    found = [row for row in rows if starts_with(tokens, row[0])]
    return max(found, key=_measure_exactness)[1] if found else None


def _find_fault(problem: Problem, line: Line) -> int:
    """Find the index of the token that a problem is about.

    It is the number of tokens if one is missing.
    """
    places = [(token.line, token.column) for token in line.tokens]
    place = (problem.span.line, problem.span.column) if problem.span else None
    return places.index(place) if place in places else len(places)


def _measure_exactness(row: tuple[tuple[str, ...], str]) -> tuple[bool, float]:
    words = row[0]
    return words[0] != "*", len(words) - words.count("*") / 2


@cache
def _list_rows(kind: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """List the beginnings of lines in a kind of block, each with its hint."""
    return tuple(
        (tuple(spelled.split()), advice)
        for kinds, rows in read_hints()["lines"].items()
        if kind in kinds.split(", ")
        for spelled, advice in rows.items()
    )


def _find_word(problem: Problem) -> str | None:
    """Find the hint for the word that a problem is about."""
    return find_word(problem.code, problem.words.get("word", ""))


def find_word(code: str, word: str) -> str | None:
    """Find the hint for a wrong word, by the code of its problem; None if there is none."""
    rows = read_hints()["words"].get(code, {})
    word = word.lower()
    found = (
        advice for spelled, advice in rows.items() if "*" in spelled and fnmatchcase(word, spelled)
    )
    return rows.get(word) or next(found, None)
