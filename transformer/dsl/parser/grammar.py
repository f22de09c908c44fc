"""The lines that each kind of block permits, compiled from the table of the language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from transformer.diagnostics.problems import Problem
from transformer.dsl.parser.dialects import (
    Dialect,
    block_row,
    dialect_of,
    list_spellings,
    other_row,
    own_row,
)
from transformer.dsl.parser.lines import Line, span_of
from transformer.dsl.parser.productions import Cursor, Form, Literal, Said, compile_form, match_form
from transformer.dsl.parser.types import readers
from transformer.dsl.tables.dialects import DialectRow
from transformer.dsl.tables.grammar import BlockRow

_Spelling = tuple[str, Form]
_Match = tuple[str, dict[str, Said]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lines that a kind of block permits."""

    title: str
    spellings: tuple[_Spelling, ...]
    others: tuple[_Spelling, ...]
    """Spellings of larger dialects."""
    bodies: Mapping[str, str]
    needy: frozenset[str]
    first_words: frozenset[str]
    is_open: bool
    is_top: bool
    takes_fields: bool
    refers: frozenset[str]
    ambiguous: frozenset[str]
    dialect: Dialect


@cache
def grammar_of(kind: str) -> Grammar:
    """The lines that a kind of block permits, compiled from the tables."""
    row, own = block_row(kind), own_row(kind)
    spellings = _compile_spellings(own)
    words = (form[0].text for _, form in spellings if isinstance(form[0], Literal))
    return Grammar(
        title=row["title"],
        spellings=spellings,
        others=_compile_spellings(other_row(kind)),
        bodies=row["bodies"],
        needy=frozenset(row.get("needy", ())),
        first_words=frozenset(words),
        is_top=kind == "project",
        is_open=own.get("open") == "yes",
        takes_fields="field" in own.get("forms", ()) and own.get("open") == "yes",
        refers=frozenset(row.get("refers", ())),
        ambiguous=frozenset(row.get("ambiguous", ())),
        dialect=dialect_of(kind),
    )


def _compile_spellings(row: BlockRow | DialectRow) -> tuple[_Spelling, ...]:
    return tuple(
        (name, compile_form(notation, readers()))
        for name in row.get("forms", {})
        for notation in list_spellings(row, name)
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
) -> _Match | None:
    """The first form that takes the whole line, and what the line says by it.

    `names` are those of the fields of the block.
    """
    return _match_spellings(line, _order_spellings(line, grammar, names), cursor)


def match_other_line(line: Line, grammar: Grammar, cursor: Cursor) -> _Match | None:
    """The first form of larger dialects that takes the whole line, read as the form of ours."""
    match = _match_spellings(line, grammar.others, cursor)
    if match is None or match[0] not in grammar.dialect.means:
        return match
    form, said = match
    means = dict(grammar.dialect.means[form])
    span = cursor.span_from(0)
    return means.pop("form", form), said | {key: Said(value, span) for key, value in means.items()}


def _match_spellings(line: Line, spellings: Iterable[_Spelling], cursor: Cursor) -> _Match | None:
    first = line.tokens[0].text
    for kind, form in spellings:
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
