"""The lines that each kind of block permits, compiled from the table of the language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from transformer.data import read_table
from transformer.diagnostics import Problem
from transformer.dsl.forms import Cursor, Form, Literal, Said, compile_form, match_form
from transformer.dsl.lines import Line, span_of
from transformer.dsl.wordings import readers

_Spelling = tuple[str, Form]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lines that a kind of block permits."""

    title: str
    spellings: tuple[_Spelling, ...]
    bodies: Mapping[str, str]
    needy: frozenset[str]
    first_words: frozenset[str]
    is_open: bool
    is_top: bool
    takes_fields: bool
    refers: frozenset[str]
    ambiguous: frozenset[str]


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
        needy=frozenset(row.get("needy", ())),
        first_words=frozenset(words),
        is_open=row.get("open") == "yes",
        is_top=kind == "project",
        takes_fields="field" in row["forms"] and row.get("open") == "yes",
        refers=frozenset(row.get("refers", ())),
        ambiguous=frozenset(row.get("ambiguous", ())),
    )


def list_declared(lines: Iterable[Line], grammar: Grammar) -> frozenset[str]:
    """The names that lines such as `name: …` declare, where other lines refer to them."""
    if not grammar.refers:
        return frozenset()
    starts = [[token.text for token in line.tokens[:3]] for line in lines]
    named = [start[1:] if start[0] == "field" and start[2:] == [":"] else start for start in starts]
    return frozenset(start[0] for start in named if start[1:2] == [":"])


def match_line(
    line: Line, grammar: Grammar, cursor: Cursor, names: frozenset[str] = frozenset()
) -> tuple[str, dict[str, Said]] | None:
    """The first form that takes the whole line, and what the line says by it.

    `names` are those of the fields of the block.
    """
    first = line.tokens[0].text
    for kind, form in _order_spellings(line, grammar, names):
        if isinstance(form[0], Literal) and form[0].text != first:
            continue
        said = match_form(form, cursor)
        if said is not None:
            return kind, said
    return None


def _order_spellings(line: Line, grammar: Grammar, names: frozenset[str]) -> Iterable[_Spelling]:
    """The spellings to try, first those about fields where a field's name stands in the line."""
    words = [token.text for token in line.tokens[:3]]
    if words[1:2] != [":"] or words[2:] == [] or words[2] not in names - {words[0]}:
        return grammar.spellings
    return sorted(grammar.spellings, key=lambda spelling: spelling[0] not in grammar.refers)


def find_ambiguity(line: Line, kind: str, grammar: Grammar, cursor: Cursor) -> Problem | None:
    """Report a line that says something of a field, or is one itself: `index: date`."""
    if kind not in grammar.ambiguous or line.tokens[1].text != ":":
        return None
    forms = (form for name, form in grammar.spellings if name == "field")
    if not any(match_form(form, cursor) for form in forms):
        return None
    words = {"word": line.tokens[0].text, "name": line.tokens[2].text}
    return Problem("ambiguous-line", span_of(line.tokens[0], cursor.file), words)
