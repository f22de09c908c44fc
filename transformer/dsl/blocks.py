"""Lines to blocks, by the table of the lines that each block permits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from transformer.data import read_table
from transformer.diagnostics import Problem, Span, closest
from transformer.dsl.extensions import extension_of, word_of
from transformer.dsl.forms import Cursor, Form, Literal, Said, compile_form, match_form, problem_of
from transformer.dsl.lines import Line, cut_lines, span_of
from transformer.dsl.wordings import readers


@dataclass(slots=True)
class Block:
    """A line that was understood, with the blocks under it.

    `kind` is the form's name; `extension` is carried along, `broken` was not understood.
    """

    kind: str
    said: dict[str, Said]
    span: Span
    children: list["Block"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lines that a kind of block permits."""

    title: str
    forms: Mapping[str, Form]
    bodies: Mapping[str, str]
    first_words: frozenset[str]
    known: frozenset[str]
    kinds: frozenset[str]
    is_open: bool


@dataclass(slots=True)
class Reading:
    """The lines of one file, and what is wrong with them so far."""

    file: str
    text: str
    lines: list[Line]
    problems: list[Problem]
    enums: frozenset[str] = frozenset()


def cut_file(text: str, file: str) -> Reading:
    """The file cut into lines."""
    lines, problems = cut_lines(text, file)
    return Reading(file, text, lines, problems)


def list_enums(readings: Iterable[Reading]) -> frozenset[str]:
    """The names of the enumerations that files declare, which fields may use as types."""
    return frozenset(
        line.tokens[1].text
        for reading in readings
        for line in reading.lines
        if line.tokens[0].text == "enum" and len(line.tokens) > 1 and line.tokens[1].kind == "name"
    )


def read_blocks(reading: Reading, enums: frozenset[str]) -> tuple[list[Block], list[Problem]]:
    """The blocks of a file, and all of its problems."""
    reading.enums = enums
    spoilt = frozenset(problem.span.line for problem in reading.problems if problem.span)
    return _read_body(reading.lines, "project", reading, spoilt), reading.problems


def _read_body(
    lines: list[Line], kind: str, reading: Reading, spoilt: frozenset[int]
) -> list[Block]:
    grammar = grammar_of(kind)
    blocks: list[Block] = []
    for line in lines:
        block, problem = _read_line(line, grammar, reading)
        blocks.append(block)
        if problem and not _is_spoilt(line, spoilt):
            reading.problems.append(problem)
        if block.kind in ("extension", "broken"):
            continue
        if block.kind in grammar.bodies:
            body = grammar.bodies[block.kind]
            block.children = _read_body(line.children, body, reading, spoilt)
        elif line.children:
            place = span_of(line.children[0].tokens[0], reading.file)
            reading.problems.append(Problem("unexpected-body", place))
    return blocks


def _is_spoilt(line: Line, spoilt: frozenset[int]) -> bool:
    """Whether the line's characters are at fault already, so that its words need no complaint."""
    return any(token.line in spoilt for token in line.tokens)


def _read_line(line: Line, grammar: Grammar, reading: Reading) -> tuple[Block, Problem | None]:
    cursor = Cursor(line.tokens, reading.file, reading.enums)
    for kind, form in grammar.forms.items():
        said = match_form(form, cursor)
        if said is not None:
            cursor.index = len(line.tokens)
            return Block(kind, said, cursor.span_from(0)), None
    return _read_other_line(line, grammar, reading, cursor)


def _read_other_line(
    line: Line, grammar: Grammar, reading: Reading, cursor: Cursor
) -> tuple[Block, Problem | None]:
    """A line that no form takes: one to carry along, or a slip."""
    span = span_of(line.tokens[0], reading.file)
    problem = _find_slip(line, grammar, cursor)
    if problem is None:
        said = extension_of(line, grammar.kinds, reading.text, reading.file)
        return Block("extension", said, span), None
    return Block("broken", _guess_name(line, reading.file), span), problem


def _find_slip(line: Line, grammar: Grammar, cursor: Cursor) -> Problem | None:
    """What is wrong with a line that no form takes; None where it is another tool's business."""
    first = line.tokens[0]
    word, _ = word_of(line, grammar.kinds)
    looks_like_field = "field" in grammar.forms and grammar.is_open
    if looks_like_field and _names_type(line, cursor):
        return problem_of(cursor)
    if first.text in grammar.known or word in grammar.kinds:
        return None
    if looks_like_field and _is_shaped_like_field(line):
        return problem_of(cursor)
    if first.text in grammar.first_words:
        return problem_of(_retry(first.text, grammar, cursor))
    near = _find_near_word(line, grammar)
    if near is None and looks_like_field and _has_near_type(line):
        return problem_of(cursor)
    if near:
        words = {"word": first.text, "closest": near, "block": grammar.title}
        return Problem("unknown-word", span_of(first, cursor.file), words)
    if grammar.is_open and _is_well_formed(line, grammar):
        return None
    if cursor.reached > 0:
        return problem_of(cursor)
    return _unknown_line(line, grammar, cursor.file)


def _unknown_line(line: Line, grammar: Grammar, file: str) -> Problem:
    first = line.tokens[0]
    words = {"word": first.text, "block": grammar.title}
    code = "odd-name" if first.kind in ("odd", "duration") else "unknown-line"
    return Problem(code, span_of(first, file), words)


def _find_near_word(line: Line, grammar: Grammar) -> str | None:
    first = line.tokens[0]
    if first.kind != "name":
        return None
    return closest(first.text, [*grammar.first_words, *sorted(grammar.known - {"@"})])


def _retry(word: str, grammar: Grammar, cursor: Cursor) -> Cursor:
    """How far the forms that begin with the word get by themselves."""
    fresh = Cursor(cursor.tokens, cursor.file, cursor.enums)
    for form in grammar.forms.values():
        if isinstance(form[0], Literal) and form[0].text == word:
            match_form(form, fresh)
    return fresh


def _names_type(line: Line, cursor: Cursor) -> bool:
    """Whether the line says `name: type …` with a type that there is."""
    tokens = line.tokens
    if len(tokens) < 3 or tokens[1].text != ":" or tokens[0].kind != "name":
        return False
    return tokens[2].text in read_table("language")["types"] or tokens[2].text in cursor.enums


def _is_pair_of_names(line: Line) -> bool:
    """Whether the line begins as `name: name`."""
    tokens = line.tokens
    has_both = len(tokens) > 2 and tokens[1].text == ":"
    return has_both and tokens[0].kind == tokens[2].kind == "name"


def _is_shaped_like_field(line: Line) -> bool:
    """Whether the line looks like `name: type(…) modifiers`, with no type that there is."""
    modifiers = read_table("language")["modifiers"]
    rest = line.tokens[3:]
    has_brackets = bool(rest) and rest[0].text in ("(", "[")
    return _is_pair_of_names(line) and (
        has_brackets or any(token.kind == "name" and token.text in modifiers for token in rest)
    )


def _has_near_type(line: Line) -> bool:
    """Whether the line looks like `name: type` with a slip in the type."""
    types = read_table("language")["types"]
    return _is_pair_of_names(line) and closest(line.tokens[2].text, types) is not None


def _is_well_formed(line: Line, grammar: Grammar) -> bool:
    """Whether the line is `word …:` with a body or, inside a block, `word: value`."""
    tokens = line.tokens
    if tokens[0].kind != "name" or len(tokens) < 2:
        return False
    opens_body = tokens[-1].text == ":" and bool(line.children)
    is_pair = tokens[1].text == ":" and len(tokens) > 2 and "entity" not in grammar.forms
    return opens_body or is_pair


def _guess_name(line: Line, file: str) -> dict[str, Said]:
    """The names that a broken line may declare, so that their users are not blamed too."""
    return {
        token.text: Said(token.text, span_of(token, file))
        for token in line.tokens[:2]
        if token.kind == "name"
    }


@cache
def grammar_of(kind: str) -> Grammar:
    """The lines that a kind of block permits, compiled from the table."""
    row: Mapping[str, Any] = read_table("language")["blocks"][kind]
    forms = {name: compile_form(text, readers()) for name, text in row["forms"].items()}
    firsts = (form[0] for form in forms.values())
    words = {step.text for step in firsts if isinstance(step, Literal)}
    return Grammar(
        title=row["title"],
        forms=forms,
        bodies=row.get("bodies", {}),
        first_words=frozenset(words),
        known=frozenset(row.get("known", ())),
        kinds=frozenset(row.get("kinds", ())),
        is_open=row.get("open") == "yes",
    )
