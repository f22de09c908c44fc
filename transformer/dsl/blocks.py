"""Lines to blocks, by the table of the lines that each block permits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from transformer.data import read_table
from transformer.diagnostics import Problem, Span
from transformer.dsl.extensions import extension_of
from transformer.dsl.forms import Cursor, Form, Literal, Said, compile_form, match_form
from transformer.dsl.lines import Line, cut_lines, span_of
from transformer.dsl.slips import find_slip, guess_names
from transformer.dsl.wordings import readers

# What a block may declare whose lines are missing.
ANY_NAME = "*"


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
    spellings: tuple[tuple[str, Form], ...]
    bodies: Mapping[str, str]
    first_words: frozenset[str]
    is_open: bool
    is_top: bool
    takes_fields: bool


def make_missing(span: Span) -> Block:
    """A block in the place of lines that could not be had, which may declare any name."""
    return Block("broken", {"any": Said(ANY_NAME, span)}, span)


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


def read_blocks(
    reading: Reading, enums: frozenset[str], kind: str = "project"
) -> tuple[list[Block], list[Problem]]:
    """The blocks of a file, which stand in a block of that kind, and all of its problems."""
    reading = replace(reading, problems=list(reading.problems), enums=enums)
    spoilt = frozenset(problem.span.line for problem in reading.problems if problem.span)
    return _read_body(reading.lines, kind, reading, spoilt), reading.problems


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
    first = line.tokens[0].text
    for kind, form in grammar.spellings:
        if isinstance(form[0], Literal) and form[0].text != first:
            continue
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
    problem = find_slip(line, grammar, cursor)
    if problem is None:
        return Block("extension", extension_of(line, reading.text, reading.file), span), None
    return Block("broken", guess_names(line, reading.file), span), problem


@cache
def grammar_of(kind: str) -> Grammar:
    """The lines that a kind of block permits, compiled from the table."""
    row: Mapping[str, Any] = read_table("language")["blocks"][kind]
    spellings = tuple(
        (name, compile_form(notation, readers()))
        for name, notations in row["forms"].items()
        for notation in ([notations] if isinstance(notations, str) else notations)
    )
    words = (form[0].text for _, form in spellings if isinstance(form[0], Literal))
    return Grammar(
        title=row["title"],
        spellings=spellings,
        bodies=row.get("bodies", {}),
        first_words=frozenset(words),
        is_open=row.get("open") == "yes",
        is_top=kind == "project",
        takes_fields="field" in row["forms"] and row.get("open") == "yes",
    )
