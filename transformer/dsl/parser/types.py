"""Readers of the phrases whose words are rows of a table: types, modifiers, attributes, modes."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

from transformer.diagnostics.problems import closest
from transformer.dsl.parser import phrases, values
from transformer.dsl.parser.dialects import is_authorization, quote
from transformer.dsl.parser.expressions import read_expression
from transformer.dsl.parser.phrases import Wording
from transformer.dsl.parser.productions import (
    Cursor,
    Form,
    Literal,
    Miss,
    Said,
    compile_form,
    find_habit,
    follow_form,
)
from transformer.dsl.recovery.hints import find_word
from transformer.dsl.tables.dialects import read_dialects
from transformer.dsl.tables.expressions import read_expressions
from transformer.dsl.tables.grammar import PhraseRow, WordTable, read_grammar

_Choices = Mapping[str, Sequence[tuple[str, Form]]]
# The part of a wording that is carried along; the row of a table for any other word.
KEPT, _ANY = "kept", "*"
_TEXT = '"'
_OPERATORS = ("+", "-", "*", "/", "%", ".")


def read_type(cursor: Cursor) -> Said:
    """A field's type with its brackets, or the name of a declared enumeration."""
    start = cursor.index
    token = cursor.peek()
    known = _forms_of("types")
    if token and token.kind == "name" and token.text in known:
        return _read_wording(cursor, known[token.text])
    if token and token.text in cursor.enums:
        name = phrases.read_name(cursor)
        return Said(Wording("enum", {"enum": name}), cursor.span_from(start))
    cursor.miss("a field type", [*known, *cursor.enums], "unknown-type")


def read_wordings(cursor: Cursor, table: WordTable, hope: str, code: str) -> Said:
    """All the words of a table that stand on the rest of the line, in any order."""
    start = cursor.index
    known = _forms_of(table)
    found: list[Said] = []
    while token := cursor.peek():
        first = _TEXT if token.kind in ("string", "text") else token.text
        forms = known.get(first, ())
        if not forms:
            if _is_mistake(token.text, table, code):
                cursor.miss(hope, _own_words(table), code)
            forms = known.get(_ANY, ())
        if not forms:
            cursor.miss(hope, _own_words(table), code)
        found.append(_read_wording(cursor, forms))
        _refuse_value(cursor, found[-1].value, table)
    if not found:
        return Said(found, cursor.span_from(max(0, start - 1)))
    return Said(found, cursor.span_from(start))


def _is_mistake(word: str, table: WordTable, code: str) -> bool:
    """Whether an unknown word is surely a mistake, and not one of a larger dialect."""
    words = _own_words(table)
    is_slip = closest(word, words) or find_habit(word, words)
    is_elsewhere = is_authorization(word) or word in read_grammar()["modifiers"]
    return bool(is_slip or is_elsewhere or find_word(code, word))


def _refuse_value(cursor: Cursor, wording: Wording, table: WordTable) -> None:
    """Miss at `required=true`; a default stands after a space."""
    token, value = cursor.peek(), cursor.look(1)
    last = cursor.tokens[cursor.index - 1]
    if token is None or token.text != "=" or wording.parts or last.kind != "name":
        return
    is_switch = value is not None and value.text in ("true", "false")
    touches = (token.line, token.column) == (last.line, last.end)
    if table == "modifiers" and is_switch and touches:
        cursor.miss("a space", code="valued-modifier")


def _read_wording(cursor: Cursor, forms: Sequence[tuple[str, Form]]) -> Said:
    """What the first form that fits says; what is kept of it is the text that was written."""
    start = cursor.index
    for name, form in forms:
        parts: dict[str, Said] = {}
        cursor.index = start
        try:
            follow_form(form, cursor, parts)
        except Miss:
            continue
        span = cursor.span_from(start)
        if KEPT in parts:
            parts[KEPT] = Said(quote(cursor.tokens[start : cursor.index]), span)
            name = name if name != _ANY else cursor.tokens[start].text
        return Said(Wording(name, parts), span)
    raise Miss


@cache
def _forms_of(table: WordTable) -> _Choices:
    """For each first word, the forms that begin with it, those of larger dialects first.

    A quote is that of a text.
    """
    forms: dict[str, list[tuple[str, Form]]] = {}
    for rows in (read_dialects()[table], read_grammar()[table]):
        for name, row in rows.items():
            for notation in row["forms"]:
                form = compile_form(notation, readers())
                first = form[0]
                word = first.text if isinstance(first, Literal) else _ANY if name == _ANY else _TEXT
                forms.setdefault(word, []).append((name, form))
    return forms


@cache
def _own_words(table: WordTable) -> tuple[str, ...]:
    """The words of the table in this language, to be proposed."""
    return tuple(word for word in _forms_of(table) if word in read_grammar()[table])


def read_listed_word(cursor: Cursor, row: PhraseRow) -> Said:
    """One of the words that the table lists for the phrase."""
    token = cursor.peek()
    if token is None or token.text not in row["words"]:
        cursor.miss(row["hope"], row["words"], row.get("unknown", "unexpected"))
    return phrases.read_name(cursor)


def read_other_word(cursor: Cursor, row: PhraseRow) -> Said:
    """A word that is none of those that the table lists for the phrase, nor a slip of one."""
    token = cursor.peek()
    if token is None or token.text in row["words"] or closest(token.text, row["words"]):
        cursor.miss(row["hope"], row["words"], row.get("unknown", "unexpected"))
    return phrases.read_name(cursor)


def read_state(cursor: Cursor) -> Said:
    """A state that something is in: a value of an enumeration, or `*` for any."""
    if cursor.sees("*"):
        cursor.index += 1
        return Said("*", cursor.span_from(cursor.index - 1))
    return phrases.read_choice_value(cursor)


def read_operations(cursor: Cursor) -> Said:
    """The operations that the table lists, commas between."""
    row = read_grammar()["phrases"]["OPERATION"]
    return phrases.read_list(cursor, partial(read_listed_word, row=row))


def read_formula(cursor: Cursor) -> Said:
    """A computation, which is more than a value by itself; modifiers may follow it."""
    start, first = cursor.index, cursor.peek()
    if first and closest(first.text, read_expressions()["moments"]):
        cursor.miss("a value")
    ahead = Cursor(cursor.tokens, cursor.file, cursor.enums, index=start)
    if ahead.sees("if"):
        _read_choice(ahead)
    else:
        values.read_value(cursor)
        token = cursor.peek()
        if token is None or token.text not in _OPERATORS:
            cursor.miss("the end of the line")
        _read_computation(ahead)
    tokens = cursor.tokens[start : ahead.index]
    if not any(token.kind == "name" for token in tokens):
        cursor.miss("a value")  # such as a date without quotes
    cursor.index = ahead.index
    return Said(quote(tokens), cursor.span_from(start))


def _read_computation(cursor: Cursor) -> None:
    read_expression(cursor)
    while cursor.sees("%"):  # which only larger dialects have
        cursor.index += 1
        read_expression(cursor)


def _read_choice(cursor: Cursor) -> None:
    """Read `if c: x elif d: y else: z`."""
    while cursor.sees("if") or cursor.sees("elif"):
        cursor.index += 1
        _read_branch(cursor, read_expression)
    if not cursor.sees("else"):
        cursor.miss("`else`")
    cursor.index += 1
    _read_branch(cursor)


def _read_branch(cursor: Cursor, *conditions: Callable[[Cursor], Said]) -> None:
    for read in conditions:
        read(cursor)
    if not cursor.sees(":"):
        cursor.miss("`:`")
    cursor.index += 1
    _read_computation(cursor)


@cache
def readers() -> Mapping[str, Callable[[Cursor], Said]]:
    """The readers by the names that the notation gives them."""
    listed = read_grammar()["phrases"]
    others = {f"OTHER_{name}": partial(read_other_word, row=row) for name, row in listed.items()}
    return (
        _READERS
        | {name: partial(read_listed_word, row=row) for name, row in listed.items()}
        | others
    )


_READERS: dict[str, Callable[[Cursor], Said]] = {
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
        read_wordings, table="modifiers", hope="a modifier", code="unknown-modifier"
    ),
    "ATTRIBUTES": partial(
        read_wordings, table="attributes", hope="an attribute", code="unknown-attribute"
    ),
}
