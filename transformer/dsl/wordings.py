"""Readers of the phrases whose words are rows of a table: types, modifiers, attributes, modes."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from transformer.data import read_table
from transformer.dsl import phrases, values
from transformer.dsl.expressions import read_expression
from transformer.dsl.forms import Cursor, Form, Literal, Miss, Said, compile_form, follow_form
from transformer.dsl.phrases import Wording

_Choices = Mapping[str, list[tuple[str, Form]]]
_TEXT = '"'


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


def read_wordings(cursor: Cursor, table: str, hope: str, code: str) -> Said:
    """All the words of a table that stand on the rest of the line, in any order."""
    start = cursor.index
    known = _forms_of(table)
    found: list[Said] = []
    while token := cursor.peek():
        first = _TEXT if token.kind in ("string", "text") else token.text
        if first not in known:
            cursor.miss(hope, [word for word in known if word[0].isalpha()], code)
        found.append(_read_wording(cursor, known[first]))
    if not found:
        return Said(found, cursor.span_from(max(0, start - 1)))
    return Said(found, cursor.span_from(start))


def _read_wording(cursor: Cursor, forms: list[tuple[str, Form]]) -> Said:
    start = cursor.index
    for name, form in forms:
        parts: dict[str, Said] = {}
        cursor.index = start
        try:
            follow_form(form, cursor, parts)
        except Miss:
            continue
        return Said(Wording(name, parts), cursor.span_from(start))
    raise Miss


@cache
def _forms_of(table: str) -> _Choices:
    """For each first word, the forms that begin with it; a quote is that of a text."""
    forms: dict[str, list[tuple[str, Form]]] = {}
    for name, row in read_table("language")[table].items():
        for notation in row["forms"]:
            form = compile_form(notation, readers())
            first = form[0].text if isinstance(form[0], Literal) else _TEXT
            forms.setdefault(first, []).append((name, form))
    return forms


def read_listed_word(cursor: Cursor, row: Mapping[str, Any]) -> Said:
    """One of the words that the table lists for the phrase."""
    token = cursor.peek()
    if token is None or token.text not in row["words"]:
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
    row = read_table("language")["phrases"]["OPERATION"]
    return phrases.read_list(cursor, partial(read_listed_word, row=row))


@cache
def readers() -> Mapping[str, Callable[[Cursor], Said]]:
    """The readers by the names that the notation gives them."""
    listed = read_table("language")["phrases"]
    return _READERS | {name: partial(read_listed_word, row=row) for name, row in listed.items()}


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
