"""Problems as values: what is wrong, where, and the words in which people are told."""

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
    """A place in a file: 1-based line and columns, the end being exclusive."""

    file: str
    line: int
    column: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a person should know, said by a row of `mappings/language/problems.yaml`."""

    code: str
    span: Span | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    related: tuple[tuple[str, Span], ...] = ()
    is_strict: bool = False

    @property
    def level(self) -> str:
        """`error` or `warning`."""
        return "error" if self.is_strict else str(self._row["level"])

    def as_error(self) -> "Problem":
        """The same problem, not to be let pass."""
        return replace(self, is_strict=True)

    @property
    def message(self) -> str:
        """The sentence that says what is wrong."""
        return fill_sentence(self._row["message"], self.words) or self.code

    @property
    def hint(self) -> str | None:
        """The sentence that says what to do: the first one whose words are all there.

        What the table of hints advises for just this case goes before the code's own sentences.
        """
        if "advice" in self.words:
            return self.words["advice"]
        sentences = (self._row.get(column) for column in ("hint", "otherwise"))
        filled = (fill_sentence(sentence, self.words) for sentence in sentences if sentence)
        return next((sentence for sentence in filled if sentence), None)

    @property
    def _row(self) -> Mapping[str, str]:
        row: Mapping[str, str] = read_table("language/problems")[self.code]
        return row


def fill_sentence(sentence: str, words: Mapping[str, str]) -> str | None:
    """The sentence with its words in place, or None if one is missing."""
    needed = {name for _, name, _, _ in Formatter().parse(sentence) if name}
    if not needed <= words.keys():
        return None
    return sentence.format_map({name: show_word(words[name]) for name in needed})


def show_word(word: str) -> str:
    """A word fit for a terminal: no control characters, no endless length; lists stay lists."""
    if "\n" in word:
        return "\n".join(show_word(line) for line in word.split("\n"))
    shown = "".join(show_character(character) for character in word)
    return shown if len(shown) <= _LONGEST_WORD else shown[: _LONGEST_WORD - 1] + "…"


def show_character(character: str) -> str:
    """The character, or one that stands for it where it has no shape."""
    if character.isprintable():
        return character
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"


def problem_record(problem: Problem) -> dict[str, Any]:
    """The problem as plain data, for programs."""
    span = problem.span
    return {
        "code": problem.code,
        "level": problem.level,
        **_span_record(span),
        "message": problem.message,
        "hint": problem.hint,
        "related": [{"note": note, **_span_record(place)} for note, place in problem.related],
    }


def _span_record(span: Span | None) -> dict[str, Any]:
    if span is None:
        return {"file": None, "line": None, "column": None, "end": None}
    return {"file": span.file, "line": span.line, "column": span.column, "end": span.end}


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in reading order, each place and code once."""
    kept = {(problem.code, problem.span, problem.message): problem for problem in problems}
    return sorted(kept.values(), key=_reading_order)


def _reading_order(problem: Problem) -> tuple[str, int, int, str]:
    span = problem.span
    return (span.file, span.line, span.column, problem.code) if span else ("", 0, 0, problem.code)


def judge_problems(problems: Iterable[Problem], *, strict: bool) -> list[Problem]:
    """The problems, each a mistake where nothing is let pass."""
    return [problem.as_error() if strict else problem for problem in problems]


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems forbids to go on."""
    return any(problem.level == "error" for problem in problems)


def closest(word: str, candidates: Iterable[str], most: int = 2) -> str | None:
    """The candidate that the word is most likely a slip of: so many edits away at most."""
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
    """How many letters to add, drop, change or swap; anything above `most` is `most + 1`."""
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
