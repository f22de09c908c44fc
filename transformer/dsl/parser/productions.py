"""The forms that a line may take, compiled from the notation of the tables."""

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
    """A value and the place where it was captures."""

    value: Any
    span: Span


class NoMatch(Exception):
    """The tokens don't go on as a form would have them; the cursor knows what it expected for."""


@dataclass(slots=True)
class Cursor:
    """A place in the tokens of a line, and the furthest that any form has got."""

    tokens: list[Token]
    file: str
    enums: frozenset[str] = frozenset()
    index: int = 0
    reached: int = 0
    expected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    code: str = "unexpected"

    def peek(self) -> Token | None:
        """The token at hand, or None at the end of the line."""
        return self.tokens[self.index] if self.index < len(self.tokens) else None

    def look_ahead(self, ahead: int) -> Token | None:
        """The token that so many stand before, or None beyond the end of the line."""
        place = self.index + ahead
        return self.tokens[place] if place < len(self.tokens) else None

    def take(self) -> Token:
        """The token at hand, which is then behind."""
        self.index += 1
        return self.tokens[self.index - 1]

    def sees(self, text: str) -> bool:
        """Whether a word or mark is at hand."""
        if self.index >= len(self.tokens):
            return False
        token = self.tokens[self.index]
        return token.text == text and token.kind in ("name", "mark", "number")

    def span_from(self, start: int) -> Span:
        """From the token with that index to the one just taken."""
        first, last = self.tokens[start], self.tokens[max(start, self.index - 1)]
        end = last.end if last.line == first.line else first.end
        return Span(self.file, first.line, first.column, end)

    def expect(self, expected: str, words: Iterable[str] = (), code: str = "unexpected") -> None:
        """Remember what might have gone on here."""
        if self.index > self.reached:
            self.reached, self.expected, self.code = self.index, {}, "unexpected"
        if self.index == self.reached:
            self.expected[expected] = tuple(words)
            self.code = code if code != "unexpected" else self.code

    def fail(self, expected: str, words: Iterable[str] = (), code: str = "unexpected") -> NoReturn:
        """Give this form up, and remember what it expected for here."""
        self.expect(expected, words, code)
        raise NoMatch


@dataclass(frozen=True, slots=True)
class Terminal:
    """A word or mark that stands for itself."""

    text: str

    def follow(self, cursor: Cursor, captures: dict[str, Located]) -> None:
        """Take the word, or miss."""
        if not cursor.sees(self.text):
            cursor.fail(f"`{self.text}`", [self.text] if self.text.isalpha() else [])
        cursor.index += 1


@dataclass(frozen=True, slots=True)
class Nonterminal:
    """A part of a line that is read by a function of its own."""

    read: Callable[[Cursor], Located]
    key: str

    def follow(self, cursor: Cursor, captures: dict[str, Located]) -> None:
        """Read the phrase into what was captures, or miss."""
        captures[self.key] = self.read(cursor)


@dataclass(frozen=True, slots=True)
class OptionalGroup:
    """A part of a line that may be left out."""

    steps: "Production"


Production = tuple[Terminal | Nonterminal | OptionalGroup, ...]
Readers = Mapping[str, Callable[[Cursor], Located]]


def compile_production(notation: str, readers: Readers) -> Production:
    """The steps of a form such as `uses entity NAME<entity>`, `{…}` being optional."""
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


def match_production(form: Production, cursor: Cursor) -> dict[str, Located] | None:
    """What the line says by this form, or None if the form doesn't fit the whole line."""
    cursor.index = 0
    captures: dict[str, Located] = {}
    try:
        follow_production(form, cursor, captures)
        if cursor.peek():
            cursor.fail("the end of the line")
    except NoMatch:
        return None
    return captures


def follow_production(form: Production, cursor: Cursor, captures: dict[str, Located]) -> None:
    """Take the steps of a form one by one; raises NoMatch where one doesn't fit."""
    for number, step in enumerate(form):
        if not isinstance(step, OptionalGroup):
            step.follow(cursor, captures)
            continue
        start, further = cursor.index, dict(captures)
        try:
            follow_production((*step.steps, *form[number + 1 :]), cursor, further)
        except NoMatch:
            cursor.index = start
        else:
            captures.update(further)
            return


def report_mismatch(cursor: Cursor) -> Problem:
    """What the form that got furthest has to say."""
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
    """What stands for the token here that isn't expected."""
    if token.text == "=>" and "`->`" in cursor.expected:
        return "->"
    near = find_synonym(token.text, candidates if token.kind == "name" else None)
    if near is None and token.kind == "name":
        near = find_closest(token.text, candidates)
    if near is None and cursor.code == "unknown-type" and token.text[:1].isupper():
        return f"ref {token.text}"
    return near


def find_synonym(word: str, candidates: Collection[str] | None) -> str | None:
    """What somebody who is used to another language means, if it is among the candidates."""
    synonym: str | None = read_grammar()["synonyms"].get(word.lower())
    return synonym if candidates is None or synonym in candidates else None


def _list_expected(expected: Iterable[str]) -> str:
    *others, last = expected
    return f"{', '.join(others)} or {last}" if others else last
