"""The grammar: the productions that each kind of block permits, compiled from the tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from transformer.diagnostics.problems import Problem
from transformer.dsl.parser.dialects import (
    Dialect,
    compile_dialect,
    find_dialect_row,
    find_own_row,
    list_spellings,
    merge_block_row,
)
from transformer.dsl.parser.lines import Line, locate_token
from transformer.dsl.parser.productions import (
    Cursor,
    Located,
    Production,
    Terminal,
    compile_production,
    match_production,
)
from transformer.dsl.parser.specifiers import list_readers
from transformer.dsl.tables.dialect_rows import DialectRow
from transformer.dsl.tables.grammar_rows import BlockRow

# The name of a form, and one of its productions.
_Spelling = tuple[str, Production]
_Match = tuple[str, dict[str, Located]]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lines that a kind of block permits."""

    title: str
    spellings: tuple[_Spelling, ...]
    others: tuple[_Spelling, ...]
    """Spellings of larger dialects."""
    bodies: Mapping[str, str]
    needs_body: frozenset[str]
    first_words: frozenset[str]
    is_open: bool
    is_top: bool
    takes_fields: bool
    refers: frozenset[str]
    ambiguous: frozenset[str]
    dialect: Dialect


@cache
def compile_grammar(kind: str) -> Grammar:
    """Compile the lines that a kind of block permits from the tables."""
    row, own = merge_block_row(kind), find_own_row(kind)
    spellings = _compile_spellings(own)
    firsts = (production[0] for _, production in spellings)
    words = (first.text for first in firsts if isinstance(first, Terminal))
    return Grammar(
        title=row["title"],
        spellings=spellings,
        others=_compile_spellings(find_dialect_row(kind)),
        bodies=row["bodies"],
        needs_body=frozenset(row.get("needs_body", ())),
        first_words=frozenset(words),
        is_top=kind == "project",
        is_open=own.get("open") == "yes",
        takes_fields="field" in own.get("forms", ()) and own.get("open") == "yes",
        refers=frozenset(row.get("refers", ())),
        ambiguous=frozenset(row.get("ambiguous", ())),
        dialect=compile_dialect(kind),
    )


def _compile_spellings(row: BlockRow | DialectRow) -> tuple[_Spelling, ...]:
    return tuple(
        (name, compile_production(notation, list_readers()))
        for name in row.get("forms", {})
        for notation in list_spellings(row, name)
    )


def list_declared(lines: Iterable[Line], grammar: Grammar) -> frozenset[str]:
    """List the names that lines such as `name: …` declare, if other lines refer to them."""
    if not grammar.refers:
        return frozenset()
    starts = [[token.text for token in line.tokens[:3]] for line in lines]
    named = [start[1:] if start[0] == "field" and start[2:] == [":"] else start for start in starts]
    return frozenset(start[0] for start in named if start[1:2] == [":"])


def match_line(
    line: Line, grammar: Grammar, cursor: Cursor, names: frozenset[str] = frozenset()
) -> _Match | None:
    """Match a whole line by the first production that fits.

    Returns the name of its form and the captures, or None. `names` are those of the fields of the
    block.
    """
    return _match_spellings(line, _order_spellings(line, grammar, names), cursor)


def match_dialect_line(line: Line, grammar: Grammar, cursor: Cursor) -> _Match | None:
    """Match a whole line by a production of larger dialects, as a form of this language."""
    match = _match_spellings(line, grammar.others, cursor)
    if match is None or match[0] not in grammar.dialect.means:
        return match
    form, captures = match
    means = dict(grammar.dialect.means[form])
    span = cursor.span_from(0)
    return means.pop("form", form), captures | {
        key: Located(value, span) for key, value in means.items()
    }


def _match_spellings(line: Line, spellings: Iterable[_Spelling], cursor: Cursor) -> _Match | None:
    first = line.tokens[0].text
    for form, production in spellings:
        if isinstance(production[0], Terminal) and production[0].text != first:
            continue
        captures = match_production(production, cursor)
        if captures is not None:
            return form, captures
    return None


def _order_spellings(line: Line, grammar: Grammar, names: frozenset[str]) -> Iterable[_Spelling]:
    """Order the productions to try: first those about fields if the line names one."""
    words = [token.text for token in line.tokens[:3]]
    if words[1:2] != [":"] or words[2:] == [] or words[2] not in names - {words[0]}:
        return grammar.spellings
    return sorted(grammar.spellings, key=lambda spelling: spelling[0] not in grammar.refers)


def find_ambiguity(line: Line, kind: str, grammar: Grammar, cursor: Cursor) -> Problem | None:
    """Report a line that may be about a field, or a field itself: `index: date`."""
    if kind not in grammar.ambiguous or line.tokens[1].text != ":":
        return None
    fields = (production for form, production in grammar.spellings if form == "field")
    if not any(match_production(field, cursor) for field in fields):
        return None
    words = {"word": line.tokens[0].text, "name": line.tokens[2].text}
    return Problem("ambiguous-line", locate_token(line.tokens[0], cursor.file), words)
