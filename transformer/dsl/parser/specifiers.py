"""Readers of the phrases whose words are rows of a table: types, modifiers, attributes, modes."""

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

_Choices = Mapping[str, Sequence[tuple[str, Production]]]
# The part of a specifier that is carried along; the row of a table for any other word.
KEPT, _ANY = "kept", "*"
_TEXT = '"'


def read_type(cursor: Cursor) -> Located:
    """A field's type with its brackets, or the name of a declared enumeration."""
    start = cursor.index
    token = cursor.peek()
    known = _forms_of("types")
    if token and token.kind == "name" and token.text in known:
        return _read_specifier(cursor, known[token.text])
    if token and token.text in cursor.enums:
        name = phrases.read_name(cursor)
        return Located(Specifier("enum", {"enum": name}), cursor.span_from(start))
    cursor.fail("a field type", [*known, *cursor.enums], "unknown-type")


def read_specifiers(cursor: Cursor, table: WordTable, expected: str, code: str) -> Located:
    """All the words of a table that stand on the rest of the line, in any order."""
    start = cursor.index
    known = _forms_of(table)
    found: list[Located] = []
    while token := cursor.peek():
        first = _TEXT if token.kind in ("string", "text") else token.text
        forms = known.get(first, ())
        if not forms:
            if _is_mistake(token.text, table, code):
                cursor.fail(expected, _own_words(table), code)
            forms = known.get(_ANY, ())
        if not forms:
            cursor.fail(expected, _own_words(table), code)
        found.append(_read_specifier(cursor, forms))
        _refuse_value(cursor, found[-1].value, table)
    if not found:
        return Located(found, cursor.span_from(max(0, start - 1)))
    return Located(found, cursor.span_from(start))


def _is_mistake(word: str, table: WordTable, code: str) -> bool:
    """Whether an unknown word is surely a mistake, and not one of a larger dialect."""
    words = _own_words(table)
    is_slip = find_closest(word, words) or find_synonym(word, words)
    is_elsewhere = is_authorization(word) or word in read_grammar()["modifiers"]
    return bool(is_slip or is_elsewhere or find_word(code, word))


def _refuse_value(cursor: Cursor, specifier: Specifier, table: WordTable) -> None:
    """NoMatch at `required=true`; a default stands after a space."""
    token, value = cursor.peek(), cursor.look_ahead(1)
    last = cursor.tokens[cursor.index - 1]
    if token is None or token.text != "=" or specifier.parts or last.kind != "name":
        return
    is_switch = value is not None and value.text in ("true", "false")
    touches = (token.line, token.column) == (last.line, last.end)
    if table == "modifiers" and is_switch and touches:
        cursor.fail("a space", code="valued-modifier")


def _read_specifier(cursor: Cursor, forms: Sequence[tuple[str, Production]]) -> Located:
    """What the first form that fits says; what is kept of it is the text that was written."""
    start = cursor.index
    for name, form in forms:
        parts: dict[str, Located] = {}
        cursor.index = start
        try:
            follow_production(form, cursor, parts)
        except NoMatch:
            continue
        span = cursor.span_from(start)
        if KEPT in parts:
            parts[KEPT] = Located(quote(cursor.tokens[start : cursor.index]), span)
            name = name if name != _ANY else cursor.tokens[start].text
        return Located(Specifier(name, parts), span)
    raise NoMatch


@cache
def _forms_of(table: WordTable) -> _Choices:
    """For each first word, the forms that begin with it, those of larger dialects first.

    A quote is that of a text.
    """
    forms: dict[str, list[tuple[str, Production]]] = {}
    for rows in (read_dialects()[table], read_grammar()[table]):
        for name, row in rows.items():
            for notation in row["forms"]:
                form = compile_production(notation, list_readers())
                first = form[0]
                word = (
                    first.text if isinstance(first, Terminal) else _ANY if name == _ANY else _TEXT
                )
                forms.setdefault(word, []).append((name, form))
    return forms


@cache
def _own_words(table: WordTable) -> tuple[str, ...]:
    """The words of the table in this language, to be proposed."""
    return tuple(word for word in _forms_of(table) if word in read_grammar()[table])


def read_listed_word(cursor: Cursor, row: PhraseRow) -> Located:
    """One of the words that the table lists for the phrase."""
    token = cursor.peek()
    if token is None or token.text not in row["words"]:
        cursor.fail(row["expected"], row["words"], row.get("unknown", "unexpected"))
    return phrases.read_name(cursor)


def read_other_word(cursor: Cursor, row: PhraseRow) -> Located:
    """A word that is none of those that the table lists for the phrase, nor a slip of one."""
    token = cursor.peek()
    if token is None or token.text in row["words"] or find_closest(token.text, row["words"]):
        cursor.fail(row["expected"], row["words"], row.get("unknown", "unexpected"))
    return phrases.read_name(cursor)


def read_state(cursor: Cursor) -> Located:
    """A state that something is in: a value of an enumeration, or `*` for any."""
    if cursor.sees("*"):
        cursor.index += 1
        return Located("*", cursor.span_from(cursor.index - 1))
    return phrases.read_choice_value(cursor)


def read_operations(cursor: Cursor) -> Located:
    """The operations that the table lists, commas between."""
    row = read_grammar()["phrases"]["OPERATION"]
    return phrases.read_list(cursor, partial(read_listed_word, row=row))


@cache
def list_readers() -> Mapping[str, Callable[[Cursor], Located]]:
    """The list_readers by the names that the notation gives them."""
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
