"""The scanner: text to tokens and lines, nested by indentation."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import NamedTuple

from transformer.diagnostics.problems import Problem, Span

# Any white space but a line's end may stand before a token.
_TOKEN = re.compile(
    r"""[^\S\n]*(?:
      (?P<newline>\n)
    | (?P<comment>\#[^\n]*)
    | (?P<decimal>[0-9]+\.[0-9]+(?!\w))
    | (?P<word>\w+)
    | (?P<text>\"{3}(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*\"{3})
    | (?P<open_text>\"{3}[\s\S]*)
    | (?P<string>"(?:[^"\\\n]|\\[^\n])*")
    | (?P<open_string>"[^\n]*)
    | (?P<mark><->|->|<-|[=<>!]=|=>|<>|\S)
    )""",
    re.VERBOSE,
)
_CLOSERS = {")": "(", "]": "["}
_OPEN_CODES = {"open_text": "open-text", "open_string": "open-string"}


class Token(NamedTuple):
    """A word, number, string or mark, and its position."""

    kind: str  # name, number, duration, string, text, mark, odd
    text: str
    line: int
    column: int

    @property
    def end(self) -> int:
        """The column after the token, or after its first line."""
        line_end = self.text.find("\n")
        return self.column + (len(self.text) if line_end < 0 else line_end)


# Stands after the last token of a line, where its end matters.
END = Token("end", "$", 0, 0)


@dataclass(slots=True)
class Line:
    """The tokens of a line, and the lines that are indented under it."""

    tokens: list[Token]
    last: int
    children: list["Line"] = field(default_factory=list)

    @property
    def indent(self) -> int:
        """The number of columns before the first token."""
        return self.tokens[0].column - 1


def find_last_line(line: Line) -> int:
    """Find the number of the last line that belongs to this one."""
    while line.children:
        line = line.children[-1]
    return line.last


def walk_lines(lines: Iterable[Line]) -> Iterator[Line]:
    """Walk through lines and all that are indented under them."""
    waiting = deque(lines)
    while waiting:
        line = waiting.popleft()
        yield line
        waiting.extend(line.children)


def scan_lines(text: str, file: str) -> tuple[list[Line], list[Problem]]:
    """Scan a text into a forest of lines, nested by indentation, and lexical problems."""
    tokens, problems = _read_tokens(text, file)
    lines = _join_lines(tokens, file, problems)
    faulty = _refuse_tabs(lines, text, file, problems)
    return _nest_lines(lines, file, problems, faulty), problems


def locate_token(token: Token, file: str) -> Span:
    """Return the span of a token."""
    return Span(file, token.line, token.column, token.end)


def quote_tokens(tokens: Sequence[Token]) -> str:
    """Quote tokens as they were written; a new line counts as a space."""
    parts = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        same = before is not None and before.line == token.line
        gap = token.column - before.end if same and before else int(before is not None)
        parts.append(" " * gap + token.text)
    return "".join(parts)


def _read_tokens(text: str, file: str) -> tuple[list[Token], list[Problem]]:
    tokens: list[Token] = []
    problems: list[Problem] = []
    number, start = 1, 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "newline":
            number, start = number + 1, match.end()
            continue
        if kind == "comment":
            continue
        word = intern(match[kind])  # most are there many times
        token = Token(_KINDS[kind](word), word, number, match.start(kind) - start + 1)
        tokens.append(token)
        if kind in _OPEN_CODES:
            problems.append(Problem(_OPEN_CODES[kind], locate_token(token, file)))
        if "\n" in word:
            number, start = number + word.count("\n"), match.start(kind) + word.rindex("\n") + 1
    return tokens, problems


def _classify_word(word: str) -> str:
    if not word.isascii():
        return "odd"
    if not word[0].isdigit():
        return "name"
    return "number" if word.isdigit() else "duration"


_KINDS: dict[str, Callable[[str], str]] = {
    "decimal": lambda _: "number",
    "word": _classify_word,
    "text": lambda _: "text",
    "string": lambda _: "string",
    "open_text": lambda _: "open",
    "open_string": lambda _: "open",
    "mark": lambda _: "mark",
}


def _join_lines(tokens: list[Token], file: str, problems: list[Problem]) -> list[Line]:
    """Group tokens into lines; a pair of brackets holds several lines together."""
    reach = _match_brackets(tokens, file, problems)
    lines: list[Line] = []
    joined = -1  # the index of the last token that a bracket holds to the current line
    for index, token in enumerate(tokens):
        if lines and (token.line == lines[-1].last or index <= joined):
            lines[-1].tokens.append(token)
            lines[-1].last = token.line + token.text.count("\n")
        else:
            lines.append(Line([token], token.line + token.text.count("\n")))
        joined = max(joined, reach.get(index, -1))
    return lines


def _match_brackets(tokens: list[Token], file: str, problems: list[Problem]) -> dict[int, int]:
    """Map the index of each opening bracket to its closing one; report those never closed."""
    pairs: dict[int, int] = {}
    open_brackets: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind != "mark":
            continue
        if token.text in "([":
            open_brackets.append(index)
        elif open_brackets and _CLOSERS.get(token.text) == tokens[open_brackets[-1]].text:
            pairs[open_brackets.pop()] = index
    first_of_line = {tokens[index].line: tokens[index] for index in reversed(open_brackets)}
    problems += [
        Problem("open-bracket", locate_token(token, file), {"bracket": token.text})
        for token in first_of_line.values()
    ]
    return pairs


def _refuse_tabs(lines: list[Line], text: str, file: str, problems: list[Problem]) -> set[int]:
    """Report indentation that isn't made of spaces; return the numbers of these lines."""
    faulty: set[int] = set()
    source = text.split("\n")
    for line in lines:
        number = line.tokens[0].line
        margin = source[number - 1][: line.indent]
        if margin.strip(" "):
            column = len(margin) - len(margin.lstrip(" ")) + 1
            code = "tab-indentation" if "\t" in margin else "odd-space"
            problems.append(Problem(code, Span(file, number, column, column + 1)))
            faulty.add(number)
    return faulty


@dataclass(slots=True)
class _OpenBlock:
    """A line that may still get lines under it, and the columns of its siblings."""

    line: Line
    indent: int
    others: frozenset[int] = frozenset()
    is_first: bool = False

    def is_closed_by(self, indent: int) -> bool:
        """Tell whether a line indented by `indent` columns closes this block."""
        return indent <= self.indent or indent in self.others

    def has_sibling_at(self, indent: int) -> bool:
        """Tell whether a line indented by `indent` columns belongs to the same block."""
        return indent == self.indent or indent in self.others


def _nest_lines(
    lines: list[Line], file: str, problems: list[Problem], faulty: set[int]
) -> list[Line]:
    """Nest lines by their indentation; one that matches no block goes to the nearest."""
    roots: list[Line] = []
    open_lines: list[_OpenBlock] = []
    for number, line in enumerate(lines):
        following = lines[number + 1].indent if number + 1 < len(lines) else 0
        closed, latest = _close_lines(open_lines, line, following)
        is_odd = line.indent > 0 and (
            not closed.has_sibling_at(line.indent) if closed else not open_lines
        )
        if is_odd and line.tokens[0].line not in faulty:
            problems.append(Problem("odd-indentation", locate_token(line.tokens[0], file)))
        (open_lines[-1].line.children if open_lines else roots).append(line)
        open_lines.append(latest)
    return roots


def _close_lines(
    open_lines: list[_OpenBlock], line: Line, following: int
) -> tuple[_OpenBlock | None, _OpenBlock]:
    """Close finished blocks; return the last one closed and the newly opened one."""
    closed = None
    while open_lines and open_lines[-1].is_closed_by(line.indent):
        closed = open_lines.pop()
    if closed is None:
        stands = line.indent if open_lines else 0
        return None, _OpenBlock(line, stands, frozenset({line.indent}), is_first=True)
    # A block of one line so far, which no later one joins, was misindented itself.
    was_odd = closed.is_first and following != closed.indent != line.indent
    others = closed.others if closed.indent == line.indent else frozenset({closed.indent})
    return closed, _OpenBlock(line, line.indent, frozenset() if was_odd else others)
