"""Relocation: parse a misplaced line where it belongs, so that one mistake is reported once."""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from transformer.diagnostics.problems import Problem
from transformer.dsl.parser.grammar import compile_grammar, match_line
from transformer.dsl.parser.lines import Line, find_last_line
from transformer.dsl.parser.productions import Cursor
from transformer.dsl.parser.source_files import SourceFile
from transformer.dsl.parser.tree import Block

# Lines to parse, and whether the errors of each were already reported.
LineQueue = deque[tuple[Line, bool]]


class Destination(NamedTuple):
    """The block in which a misplaced line is valid: its kind, its lines, and the problem."""

    code: str
    kind: str
    blocks: list[Block]
    words: dict[str, str]


def find_destination(
    line: Line, blocks: list[Block], kind: str, source: SourceFile, problem: Problem | None
) -> Destination | None:
    """Find the block in which a line is valid that isn't in one of that kind, after `blocks`.

    Without a problem the line resembles none of the block; then only a first word of the other
    block counts.
    """
    word, title = line.tokens[0].text, compile_grammar(kind).title
    if kind != "project" and _is_header(line, source):
        words = {"word": word, "block": title}
        return Destination("misplaced-block", "project", [], words)
    if problem and problem.code == "unknown-word":
        return None
    above, inner = blocks, kind
    while above and (body := compile_grammar(inner).bodies.get(above[-1].kind)):
        if _can_stand_in(line, body, source, is_sure=problem is None):
            words = {"word": word, "block": title, "above": above[-1].kind.replace("_", " ")}
            return Destination("unknown-line", body, above[-1].children, words)
        above, inner = above[-1].children, body
    return None


def _is_header(line: Line, source: SourceFile) -> bool:
    """Tell whether the line begins a top-level block."""
    match = _match(line, "project", source)
    return match is not None and line.tokens[-1].text == ":"


def _can_stand_in(line: Line, kind: str, source: SourceFile, *, is_sure: bool) -> bool:
    has_word = line.tokens[0].text in compile_grammar(kind).first_words
    may_be = has_word or not (is_sure or line.tokens[-1].text == ":")
    return may_be and _match(line, kind, source) is not None


def _match(line: Line, kind: str, source: SourceFile) -> str | None:
    """Find the form of a line in a block of that kind; None if none matches."""
    cursor = Cursor(line.tokens, source.file, source.enums)
    match = match_line(line, compile_grammar(kind), cursor)
    return match[0] if match else None


def accepts_body(line: Line, kind: str, source: SourceFile) -> bool:
    """Tell whether lines may be indented under the line in a block of that kind."""
    return _match(line, kind, source) in compile_grammar(kind).bodies


def pop_reported(waiting: LineQueue) -> list[Line]:
    """Pop the leading lines whose errors were already reported."""
    taken = []
    while waiting and waiting[0][1]:
        taken.append(waiting.popleft()[0])
    return taken


def drop_indentation_problems(problems: list[Problem], lines: Iterable[Line]) -> None:
    """Drop the indentation problems of lines that are reported for another reason."""
    spans = [(line.tokens[0].line, find_last_line(line)) for line in lines]
    problems[:] = [
        problem
        for problem in problems
        if problem.code != "odd-indentation"
        or problem.span is None
        or not any(first <= problem.span.line <= last for first, last in spans)
    ]
