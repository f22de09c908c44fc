"""The tables of the language have the columns that their types name, and no other ones."""

import copy
from collections.abc import Callable
from typing import Any, get_args

import pytest
from typeguard import TypeCheckError

from tests.tables import check_table
from transformer.diagnostics.resources import read_table
from transformer.dsl.tables.dialect_rows import read_dialects
from transformer.dsl.tables.expression_rows import MemberType, read_expressions
from transformer.dsl.tables.grammar_rows import DefaultKind, Modifier, read_grammar
from transformer.dsl.tables.hint_rows import read_hints
from transformer.dsl.tables.layout_rows import read_layout
from transformer.manifest.records.expression_records import (
    AggregateWord,
    FunctionWord,
    OperatorWord,
)
from transformer.manifest.table_rows import (
    read_addresses,
    read_headings,
    read_links,
    read_plurals,
    read_uniqueness,
)

TABLES = [
    read_grammar,
    read_expressions,
    read_dialects,
    read_layout,
    read_hints,
    read_links,
    read_uniqueness,
    read_addresses,
    read_headings,
    read_plurals,
]


@pytest.mark.parametrize("read", TABLES, ids=lambda read: read.__name__)
def test_table_has_its_columns(read: Callable[[], Any]) -> None:
    check_table(read(), read)


@pytest.mark.parametrize("row", ["types/str", "modifiers/min", "phrases/MODE", "blocks/entity"])
def test_unknown_column_is_a_fault(row: str) -> None:
    table, name = row.split("/")
    damaged: Any = copy.deepcopy(read_grammar())
    damaged[table][name]["formz"] = damaged[table][name].pop("forms", [])
    with pytest.raises(TypeCheckError, match="formz"):
        check_table(damaged, read_grammar)


def test_unknown_word_is_a_fault() -> None:
    damaged: Any = copy.deepcopy(read_expressions())
    damaged["operators"]["in"]["right"] = "lists"
    with pytest.raises(TypeCheckError, match="right"):
        check_table(damaged, read_expressions)


def list_words(hint: Any) -> set[str]:
    """List the words of a Literal, or of several."""
    parts = [part for each in get_args(hint) for part in get_args(each) or [each]]
    return {word for part in parts for word in get_args(part) or [part]}


def test_types_have_the_words_of_the_tables() -> None:
    grammar, expressions = read_grammar(), read_expressions()
    for words, rows in (
        (Modifier, grammar["modifiers"]),
        (DefaultKind, grammar["defaults"]),
        (MemberType, expressions["types"]),
        (OperatorWord, expressions["operators"]),
        (FunctionWord, expressions["functions"]),
        (AggregateWord, expressions["aggregates"]),
    ):
        assert list_words(words) == set(rows)


def test_types_are_listed_where_one_is_unknown() -> None:
    listed = read_table("language/problems", dict[str, dict[str, str]])["unknown-type"]["otherwise"]
    assert [word for word in read_grammar()["types"] if word not in listed] == []
