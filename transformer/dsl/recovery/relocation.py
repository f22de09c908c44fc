"""Lines that stand in the wrong block: where they belong, so that one slip gives one report."""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from transformer.diagnostics.problems import Problem
from transformer.dsl.parser.grammar import grammar_of, match_line
from transformer.dsl.parser.lines import Line, last_line_of
from transformer.dsl.parser.productions import Cursor
from transformer.dsl.parser.reading import Reading
from transformer.dsl.parser.tree import Block

# Lines to be read, and whether what is wrong with each has been told already.
Waiting = deque[tuple[Line, bool]]


class Home(NamedTuple):
    """The block in which a line makes sense: its kind, its lines, and what to tell people."""

    code: str
    kind: str
    blocks: list[Block]
    words: dict[str, str]


def find_home(
    line: Line, blocks: list[Block], kind: str, reading: Reading, problem: Problem | None
) -> Home | None:
    """The block where a line belongs that means nothing in one of that kind, after these blocks.

    Without a problem the line looks like none of the block's own: then only a sure sign counts.
    """
    word, title = line.tokens[0].text, grammar_of(kind).title
    if kind != "project" and _is_header(line, reading):
        words = {"word": word, "block": title}
        return Home("misplaced-block", "project", [], words)
    if problem and problem.code == "unknown-word":
        return None
    above, inner = blocks, kind
    while above and (body := grammar_of(inner).bodies.get(above[-1].kind)):
        if _can_stand_in(line, body, reading, is_sure=problem is None):
            words = {"word": word, "block": title, "above": above[-1].kind.replace("_", " ")}
            return Home("unknown-line", body, above[-1].children, words)
        above, inner = above[-1].children, body
    return None


def _is_header(line: Line, reading: Reading) -> bool:
    """Whether the line begins a block that only a file can have."""
    match = _match(line, "project", reading)
    return match is not None and line.tokens[-1].text == ":"


def _can_stand_in(line: Line, kind: str, reading: Reading, *, is_sure: bool) -> bool:
    has_word = line.tokens[0].text in grammar_of(kind).first_words
    may_be = has_word or not (is_sure or line.tokens[-1].text == ":")
    return may_be and _match(line, kind, reading) is not None


def _match(line: Line, kind: str, reading: Reading) -> str | None:
    """The form of a line in a block of that kind."""
    cursor = Cursor(line.tokens, reading.file, reading.enums)
    match = match_line(line, grammar_of(kind), cursor)
    return match[0] if match else None


def takes_body(line: Line, kind: str, reading: Reading) -> bool:
    """Whether lines may be indented under the line in a block of that kind."""
    return _match(line, kind, reading) in grammar_of(kind).bodies


def take_told(waiting: Waiting) -> list[Line]:
    """The next lines, as far as what is wrong with them has been told."""
    taken = []
    while waiting and waiting[0][1]:
        taken.append(waiting.popleft()[0])
    return taken


def forget_indentation(problems: list[Problem], lines: Iterable[Line]) -> None:
    """Drop what was said of the indentation of lines that are reported for another reason."""
    spans = [(line.tokens[0].line, last_line_of(line)) for line in lines]
    problems[:] = [
        problem
        for problem in problems
        if problem.code != "odd-indentation"
        or problem.span is None
        or not any(first <= problem.span.line <= last for first, last in spans)
    ]
