"""Productions: the notation of the tables, compiled and matched against the tokens of a line."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, NoReturn

from transformer.diagnostics.problems import Problem, Span, find_closest
from transformer.dsl.parser.lines import Token, locate_token
from transformer.dsl.tables.grammar_rows import read_grammar

_MOST_LISTED = 12
_CODES_OF_MARKS = {"valued-modifier"}
_NOTATION = re.compile(
    r"(?P<phrase>[A-Z_]+)<(?P<key>[\w.]+)>|(?P<group>[{}])|(?P<literal>\w+|<->|->|<-|\S)"
)


class Located(NamedTuple):
    """A value and its span."""

    value: Any
    span: Span


class NoMatch(Exception):
    """Raised if a production doesn't match; `Cursor.expected` has the alternatives.

    They are those at the furthest position that was reached.
    """


@dataclass(slots=True)
class Cursor:
    """A position in the tokens of a line, and the furthest position of any production so far."""

    tokens: list[Token]
    file: str
    enums: frozenset[str] = frozenset()
    index: int = 0
    reached: int = 0
    expected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    code: str = "unexpected"

    def peek(self) -> Token | None:
        """Return the next token, or None at the end of the line."""
        return self.tokens[self.index] if self.index < len(self.tokens) else None

    def look_ahead(self, ahead: int) -> Token | None:
        """Return the token that `ahead` tokens stand before, or None beyond the end of the line."""
        place = self.index + ahead
        return self.tokens[place] if place < len(self.tokens) else None

    def take(self) -> Token:
        """Return the next token and go past it."""
        self.index += 1
        return self.tokens[self.index - 1]

    def sees(self, text: str) -> bool:
        """Tell whether a word or mark is the next token."""
        if self.index >= len(self.tokens):
            return False
        token = self.tokens[self.index]
        return token.text == text and token.kind in ("name", "mark", "number")

    def span_from(self, start: int) -> Span:
        """Return the span from the token with that index to the one just taken."""
        first, last = self.tokens[start], self.tokens[max(start, self.index - 1)]
        end = last.end if last.line == first.line else first.end
        return Span(self.file, first.line, first.column, end)

    def expect(self, expected: str, words: Iterable[str] = (), code: str = "unexpected") -> None:
        """Record an alternative expected at the current position."""
        if self.index > self.reached:
            self.reached, self.expected, self.code = self.index, {}, "unexpected"
        if self.index == self.reached:
            self.expected[expected] = tuple(words)
            self.code = code if code != "unexpected" else self.code

    def fail(self, expected: str, words: Iterable[str] = (), code: str = "unexpected") -> NoReturn:
        """Record an alternative expected at the current position, and raise NoMatch."""
        self.expect(expected, words, code)
        raise NoMatch


@dataclass(frozen=True, slots=True)
class Terminal:
    """A word or mark that stands for itself."""

    text: str

    def follow(self, cursor: Cursor, captures: dict[str, Located]) -> None:
        """Take the word.

        Raises NoMatch if it is another one.
        """
        if not cursor.sees(self.text):
            cursor.fail(f"`{self.text}`", [self.text] if self.text.isalpha() else [])
        cursor.index += 1


@dataclass(frozen=True, slots=True)
class Nonterminal:
    """A part of a line that a reader reads into a capture."""

    read: Callable[[Cursor], Located]
    key: str

    def follow(self, cursor: Cursor, captures: dict[str, Located]) -> None:
        """Read the phrase into the captures.

        Raises NoMatch if it can't be read.
        """
        captures[self.key] = self.read(cursor)


@dataclass(frozen=True, slots=True)
class OptionalGroup:
    """A part of a line that may be left out."""

    steps: "Production"


Production = tuple[Terminal | Nonterminal | OptionalGroup, ...]
Readers = Mapping[str, Callable[[Cursor], Located]]


def compile_production(notation: str, readers: Readers) -> Production:
    """Compile a form such as `uses entity NAME<entity>`, `{…}` being optional."""
    stack: list[list[Terminal | Nonterminal | OptionalGroup]] = [[]]
    for match in _NOTATION.finditer(notation):
        if match["group"] == "{":
            stack.append([])
        elif match["group"]:
            group = OptionalGroup(tuple(stack.pop()))
            stack[-1].append(group)
        elif match["phrase"]:
            stack[-1].append(Nonterminal(readers[match["phrase"]], match["key"]))
        else:
            stack[-1].append(Terminal(match["literal"]))
    return tuple(stack[0])


def match_production(production: Production, cursor: Cursor) -> dict[str, Located] | None:
    """Match a whole line by a production; return the captures, or None if it doesn't fit."""
    cursor.index = 0
    captures: dict[str, Located] = {}
    try:
        follow_production(production, cursor, captures)
        if cursor.peek():
            cursor.fail("the end of the line")
    except NoMatch:
        return None
    return captures


def follow_production(production: Production, cursor: Cursor, captures: dict[str, Located]) -> None:
    """Match the steps of a production one by one.

    Raises NoMatch if one doesn't match.
    """
    for number, step in enumerate(production):
        if not isinstance(step, OptionalGroup):
            step.follow(cursor, captures)
            continue
        start, further = cursor.index, dict(captures)
        try:
            follow_production((*step.steps, *production[number + 1 :]), cursor, further)
        except NoMatch:
            cursor.index = start
        else:
            captures.update(further)
            return


def report_mismatch(cursor: Cursor) -> Problem:
    """Report what the production that got furthest expected."""
    expected = cursor.expected
    if cursor.reached >= len(cursor.tokens):
        last = cursor.tokens[-1]
        line, column = last.line + last.text.count("\n"), last.end
        span = Span(cursor.file, line, column, column + 1)
        return Problem("unfinished", span, {"expected": _list_expected(expected)})
    token = cursor.tokens[cursor.reached]
    candidates = [word for words in expected.values() for word in words]
    words = {"expected": _list_expected(expected), "word": token.text}
    near = _suggest_token(token, candidates, cursor)
    if near and near != token.text:
        words["closest"] = near
    if len(expected) == 1 and len(candidates) > 1:
        more = ", …" if len(candidates) > _MOST_LISTED else ""
        words["listed"] = ", ".join(candidates[:_MOST_LISTED]) + more
    is_word = token.kind in ("name", "odd", "duration")
    code = cursor.code if is_word or cursor.code in _CODES_OF_MARKS else "unexpected"
    return Problem(code, locate_token(token, cursor.file), words)


def _suggest_token(token: Token, candidates: Collection[str], cursor: Cursor) -> str | None:
    """Suggest a token that is expected in the place of one that isn't."""
    if token.text == "=>" and "`->`" in cursor.expected:
        return "->"
    near = find_synonym(token.text, candidates if token.kind == "name" else None)
    if near is None and token.kind == "name":
        near = find_closest(token.text, candidates)
    if near is None and cursor.code == "unknown-type" and token.text[:1].isupper():
        return f"ref {token.text}"
    return near


def find_synonym(word: str, candidates: Collection[str] | None) -> str | None:
    """Find the word for what other languages call `word`, if it is among the candidates."""
    synonym: str | None = read_grammar()["synonyms"].get(word.lower())
    return synonym if candidates is None or synonym in candidates else None


def _list_expected(expected: Iterable[str]) -> str:
    *others, last = expected
    return f"{', '.join(others)} or {last}" if others else last
