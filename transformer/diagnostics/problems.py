"""Problems as values: a code, a span, and the words of its message."""

from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from string import Formatter
from typing import Any, NamedTuple

from transformer.diagnostics.resources import read_table

_LONGEST_WORD = 200
_MOST_CANDIDATES = 300


class Span(NamedTuple):
    """A range in one line of a file: line and columns count from 1, and the end is exclusive."""

    file: str
    line: int
    column: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A diagnostic: an error or a warning, with a row in `mappings/language/problems.yaml`."""

    code: str
    span: Span | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    related: tuple[tuple[str, Span], ...] = ()
    is_strict: bool = False

    @property
    def level(self) -> str:
        """`error` or `warning`."""
        return "error" if self.is_strict else str(self._row["level"])

    def promote(self) -> "Problem":
        """Make the same problem an error."""
        return replace(self, is_strict=True)

    @property
    def message(self) -> str:
        """The sentence that says what is wrong."""
        return fill_sentence(self._row["message"], self.words) or self.code

    @property
    def hint(self) -> str | None:
        """The sentence that says what to do: the first one whose placeholders can be filled in.

        The table of hints goes before the sentences of the code.
        """
        if "advice" in self.words:
            return self.words["advice"]
        sentences = (self._row.get(column) for column in ("hint", "otherwise"))
        filled = (fill_sentence(sentence, self.words) for sentence in sentences if sentence)
        return next((sentence for sentence in filled if sentence), None)

    @property
    def _row(self) -> Mapping[str, str]:
        return read_table("language/problems", dict[str, dict[str, str]])[self.code]


def fill_sentence(sentence: str, words: Mapping[str, str]) -> str | None:
    """Fill in the placeholders of a sentence; return None if a word is missing."""
    needed = {name for _, name, _, _ in Formatter().parse(sentence) if name}
    if not needed <= words.keys():
        return None
    return sentence.format_map({name: show_word(words[name]) for name in needed})


def show_word(word: str) -> str:
    """Make a word fit for a terminal: without control characters, at most 200 characters a line."""
    if "\n" in word:
        return "\n".join(show_word(line) for line in word.split("\n"))
    shown = "".join(show_character(character) for character in word)
    return shown if len(shown) <= _LONGEST_WORD else shown[: _LONGEST_WORD - 1] + "…"


def show_character(character: str) -> str:
    """Return the character, or a printable one in its place."""
    if character.isprintable():
        return character
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"


def serialize_problem(problem: Problem) -> dict[str, Any]:
    """Write a problem as plain data, for programs."""
    span = problem.span
    return {
        "code": problem.code,
        "level": problem.level,
        **_serialize_span(span),
        "message": problem.message,
        "hint": problem.hint,
        "related": [{"note": note, **_serialize_span(place)} for note, place in problem.related],
    }


def _serialize_span(span: Span | None) -> dict[str, Any]:
    if span is None:
        return {"file": None, "line": None, "column": None, "end": None}
    return {"file": span.file, "line": span.line, "column": span.column, "end": span.end}


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Sort problems by file, line and column, and drop duplicates."""
    kept = {(problem.code, problem.span, problem.message): problem for problem in problems}
    return sorted(kept.values(), key=_reading_order)


def _reading_order(problem: Problem) -> tuple[str, int, int, str]:
    span = problem.span
    return (span.file, span.line, span.column, problem.code) if span else ("", 0, 0, problem.code)


def promote_warnings(problems: Iterable[Problem], *, strict: bool) -> list[Problem]:
    """Return the problems, with warnings promoted to errors if `strict`."""
    return [problem.promote() if strict else problem for problem in problems]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any problem is an error."""
    return any(problem.level == "error" for problem in problems)


def find_closest(word: str, candidates: Iterable[str], most: int = 2) -> str | None:
    """Find the candidate that a word is probably a typo of.

    It is at most `most` edits away, less in a short word. Returns None if there is none.
    """
    most = min(len(word) // 2, 1 if len(word) <= 3 else most)
    return _find_closest(word, frozenset(candidates), most)


@lru_cache(1024)
def _find_closest(word: str, candidates: frozenset[str], most: int) -> str | None:
    pool = sorted(candidates)
    if len(pool) > _MOST_CANDIDATES:
        place = bisect(pool, word)
        pool = pool[max(0, place - _MOST_CANDIDATES // 2) : place + _MOST_CANDIDATES // 2]
    ranked = sorted(
        (distance, candidate)
        for candidate in pool
        if (distance := count_edits(word.lower(), candidate.lower(), most)) <= most
    )
    return ranked[0][1] if ranked else None


def count_edits(one: str, other: str, most: int) -> int:
    """Count the edits between two words: letters added, dropped, changed or swapped.

    The count stops at `most + 1`.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    older: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        row = [i + 1]
        for j, match in enumerate(other):
            cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (letter != match))
            if i and j and letter == other[j - 1] and one[i - 1] == match:
                cost = min(cost, older[j - 1] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        older, above = above, row
    return min(above[-1], most + 1)
