"""Comments, which the scanner leaves out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transformer.dsl.parser.lines import Line, Token

_BARE = re.compile(r"#(?![\s#!]|$)")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and its position."""

    text: str
    line: int
    margin: int
    is_alone: bool  # nothing stands before it on its line

    @property
    def normalized(self) -> str:
        """The comment with a space after its mark, unless that is one of several or `#!`."""
        return "# " + self.text[1:] if _BARE.match(self.text) else self.text

    @property
    def letters(self) -> str:
        """The comment without white space."""
        return "".join(self.text.split())


def list_comments(text: str, tokens: Iterable[Token]) -> dict[int, Comment]:
    """List the comments by the numbers of their lines."""
    source = text.split("\n")
    ends: dict[int, int] = {}
    inside: set[int] = set()
    for token in tokens:
        last, end = locate_end(token)
        inside.update(range(token.line, last))
        ends[last] = end
    comments: dict[int, Comment] = {}
    for number, row in enumerate(source, 1):
        start = ends.get(number, 0)
        rest = row[start:].strip()
        if rest and number not in inside:
            margin = len(row) - len(row.lstrip())
            comments[number] = Comment(rest, number, margin, number not in ends)
    return comments


def locate_end(token: Token) -> tuple[int, int]:
    """Return the line on which a token ends, and the number of its columns before the end."""
    rows = token.text.split("\n")
    if len(rows) == 1:
        return token.line, token.end - 1
    return token.line + len(rows) - 1, len(rows[-1])


def place_comments(line: Line, comments: dict[int, Comment]) -> dict[int, list[Comment]]:
    """Map the comments within and behind a line to the index of the token after each.

    A comment before a comma moves behind it, so that the comma stays with its item.
    """
    placed: dict[int, list[Comment]] = {}
    for number, index in _list_breaks(line.tokens, line.last):
        if number in comments:
            behind = _skip_commas(line.tokens, index)
            placed.setdefault(behind, []).append(comments[number])
    return placed


def _list_breaks(tokens: Sequence[Token], last: int) -> Iterable[tuple[int, int]]:
    """List each line's number with the index of the first token after its end."""
    index = 0
    for number in range(tokens[0].line, last + 1):
        while index < len(tokens) and tokens[index].line <= number:
            index += 1
        yield number, index


def _skip_commas(tokens: Sequence[Token], index: int) -> int:
    while index < len(tokens) and tokens[index].text == ",":
        index += 1
    return index
