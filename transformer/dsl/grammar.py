"""The lines that each kind of block permits, compiled from the table of the language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from transformer.data import read_table
from transformer.dsl.forms import Cursor, Form, Literal, Said, compile_form, match_form
from transformer.dsl.lines import Line
from transformer.dsl.wordings import readers


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


def match_line(line: Line, grammar: Grammar, cursor: Cursor) -> tuple[str, dict[str, Said]] | None:
    """The first form that takes the whole line, and what the line says by it."""
    first = line.tokens[0].text
    for kind, form in grammar.spellings:
        if isinstance(form[0], Literal) and form[0].text != first:
            continue
        said = match_form(form, cursor)
        if said is not None:
            return kind, said
    return None
