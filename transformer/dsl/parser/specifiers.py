"""Readers of types, modifiers, attributes and other phrases whose words are rows of a table.

Each takes its tokens from a cursor, and raises NoMatch if they aren't next.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from transformer.diagnostics.problems import find_closest
from transformer.dsl.parser import phrases, values
from transformer.dsl.parser.dialects import is_authorization, quote
from transformer.dsl.parser.expression_parser import read_expression
from transformer.dsl.parser.formulas import read_formula
from transformer.dsl.parser.phrases import Specifier
from transformer.dsl.parser.productions import (
    Cursor,
    Located,
    NoMatch,
    Production,
    Terminal,
    compile_production,
    find_synonym,
    follow_production,
)
from transformer.dsl.recovery.hints import find_word
from transformer.dsl.tables.dialect_rows import read_dialects
from transformer.dsl.tables.grammar_rows import PhraseRow, WordTable, read_grammar

_Productions = Mapping[str, Sequence[tuple[str, Production]]]
# The part of a specifier that is kept; the row of a table for any other word.
KEPT, _ANY = "kept", "*"
_TEXT = '"'


def read_type(cursor: Cursor) -> Located:
    """Read a field's type with its brackets, or the name of a declared enumeration."""
    start = cursor.index
    token = cursor.peek()
    known = _compile_words("types")
    if token and token.kind == "name" and token.text in known:
        return _read_specifier(cursor, known[token.text])
    if token and token.text in cursor.enums:
        name = phrases.read_name(cursor)
        return Located(Specifier("enum", {"enum": name}), cursor.span_from(start))
    cursor.fail("a field type", [*known, *cursor.enums], "unknown-type")


def read_specifiers(cursor: Cursor, table: WordTable, expected: str, code: str) -> Located:
    """Read all words of a table on the rest of the line, in any order."""
    start = cursor.index
    known = _compile_words(table)
    found: list[Located] = []
    while token := cursor.peek():
        first = _TEXT if token.kind in ("string", "text") else token.text
        productions = known.get(first, ())
        if not productions:
            if _is_mistake(token.text, table, code):
                cursor.fail(expected, _list_own_words(table), code)
            productions = known.get(_ANY, ())
        if not productions:
            cursor.fail(expected, _list_own_words(table), code)
        found.append(_read_specifier(cursor, productions))
        _refuse_value(cursor, found[-1].value, table)
    if not found:
        return Located(found, cursor.span_from(max(0, start - 1)))
    return Located(found, cursor.span_from(start))


def _is_mistake(word: str, table: WordTable, code: str) -> bool:
    """Tell whether an unknown word is surely a mistake, and not one of a larger dialect."""
    words = _list_own_words(table)
    is_typo = find_closest(word, words) or find_synonym(word, words)
    is_elsewhere = is_authorization(word) or word in read_grammar()["modifiers"]
    return bool(is_typo or is_elsewhere or find_word(code, word))


def _refuse_value(cursor: Cursor, specifier: Specifier, table: WordTable) -> None:
    """Fail at `required=true`; a default stands after a space."""
    token, value = cursor.peek(), cursor.look_ahead(1)
    last = cursor.tokens[cursor.index - 1]
    if token is None or token.text != "=" or specifier.parts or last.kind != "name":
        return
    is_switch = value is not None and value.text in ("true", "false")
    touches = (token.line, token.column) == (last.line, last.end)
    if table == "modifiers" and is_switch and touches:
        cursor.fail("a space", code="valued-modifier")


def _read_specifier(cursor: Cursor, productions: Sequence[tuple[str, Production]]) -> Located:
    """Read a specifier by the first production that fits; a kept one as it was written."""
    start = cursor.index
    for name, production in productions:
        parts: dict[str, Located] = {}
        cursor.index = start
        try:
            follow_production(production, cursor, parts)
        except NoMatch:
            continue
        span = cursor.span_from(start)
        if KEPT in parts:
            parts[KEPT] = Located(quote(cursor.tokens[start : cursor.index]), span)
            name = name if name != _ANY else cursor.tokens[start].text
        return Located(Specifier(name, parts), span)
    raise NoMatch


@cache
def _compile_words(table: WordTable) -> _Productions:
    """Map each first word to its productions, those of larger dialects first.

    The word of a text is its quote.
    """
    productions: dict[str, list[tuple[str, Production]]] = {}
    for rows in (read_dialects()[table], read_grammar()[table]):
        for name, row in rows.items():
            for notation in row["forms"]:
                production = compile_production(notation, list_readers())
                first = production[0]
                word = (
                    first.text if isinstance(first, Terminal) else _ANY if name == _ANY else _TEXT
                )
                productions.setdefault(word, []).append((name, production))
    return productions


@cache
def _list_own_words(table: WordTable) -> tuple[str, ...]:
    """List the words of the table in this language, to be suggested."""
    return tuple(word for word in _compile_words(table) if word in read_grammar()[table])


def read_listed_word(cursor: Cursor, row: PhraseRow) -> Located:
    """Read one of the words that the table lists for the phrase."""
    token = cursor.peek()
    if token is None or token.text not in row["words"]:
        cursor.fail(row["expected"], row["words"], row.get("unknown", "unexpected"))
    return phrases.read_name(cursor)


def read_other_word(cursor: Cursor, row: PhraseRow) -> Located:
    """Read a word that the table doesn't list for the phrase, and that is no typo of one."""
    token = cursor.peek()
    if token is None or token.text in row["words"] or find_closest(token.text, row["words"]):
        cursor.fail(row["expected"], row["words"], row.get("unknown", "unexpected"))
    return phrases.read_name(cursor)


def read_state(cursor: Cursor) -> Located:
    """Read a state: a value of an enumeration, or `*` for any."""
    if cursor.sees("*"):
        cursor.index += 1
        return Located("*", cursor.span_from(cursor.index - 1))
    return phrases.read_choice_value(cursor)


def read_operations(cursor: Cursor) -> Located:
    """Read the operations that the table lists, with commas between."""
    row = read_grammar()["phrases"]["OPERATION"]
    return phrases.read_list(cursor, partial(read_listed_word, row=row))


@cache
def list_readers() -> Mapping[str, Callable[[Cursor], Located]]:
    """Map the names of phrases in the notation to their readers."""
    listed = read_grammar()["phrases"]
    others = {f"OTHER_{name}": partial(read_other_word, row=row) for name, row in listed.items()}
    return (
        _READERS
        | {name: partial(read_listed_word, row=row) for name, row in listed.items()}
        | others
    )


_READERS: dict[str, Callable[[Cursor], Located]] = {
    "NAME": phrases.read_name,
    "MODULE": phrases.read_module,
    "TITLE": phrases.read_title,
    "INTEGER": phrases.read_integer,
    "NUMBER": phrases.read_number,
    "TRUTH": phrases.read_truth,
    "VALUE": values.read_value,
    "PAIRS": partial(values.read_pairs, mark="="),
    "ROW": partial(values.read_pairs, mark=":"),
    "OPTIONS": values.read_options,
    "ARGUMENTS": values.read_arguments,
    "SOURCE": values.read_source,
    "DURATION": values.read_duration,
    "EXPRESSION": read_expression,
    "STATE": read_state,
    "OPERATIONS": read_operations,
    "FORMULA": read_formula,
    "REST": phrases.read_rest,
    "SIGNED_NAMES": phrases.read_signed_names,
    "PATH": phrases.read_operation_path,
    "TITLES": phrases.read_titles,
    "NAMES": phrases.read_names,
    "ORDER": phrases.read_order,
    "CHOICE": phrases.read_choice_value,
    "CHOICES": phrases.read_choices,
    "TYPE": read_type,
    "MODIFIERS": partial(
        read_specifiers, table="modifiers", expected="a modifier", code="unknown-modifier"
    ),
    "ATTRIBUTES": partial(
        read_specifiers, table="attributes", expected="an attribute", code="unknown-attribute"
    ),
}
