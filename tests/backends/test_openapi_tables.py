"""The tables of OpenAPI have the columns that their types name, and a row for every word."""

import copy
from collections.abc import Callable
from typing import Any, get_args

import pytest
from typeguard import TypeCheckError

from tests.tables import check_table
from transformer.backends.openapi.openapi_rows import (
    Trait,
    read_access,
    read_dialect,
    read_errors,
    read_headers,
    read_operations,
    read_parameters,
    read_types,
    read_value_types,
)
from transformer.dsl.tables.grammar_rows import read_grammar
from transformer.model.expressions import ValueType
from transformer.model.surfaces import Mode

ROWS = [
    read_types,
    read_value_types,
    read_operations,
    read_errors,
    read_access,
    read_parameters,
    read_headers,
]


@pytest.mark.parametrize("read", [*ROWS, read_dialect], ids=lambda read: read.__name__)
def test_table_has_its_columns(read: Callable[[], Any]) -> None:
    check_table(read(), read)


@pytest.mark.parametrize("read", ROWS, ids=lambda read: read.__name__)
def test_misspelt_column_is_a_fault(read: Callable[[], Any]) -> None:
    damaged = copy.deepcopy(read())
    for row in filter(None, damaged.values()):
        column = next(iter(row))
        row[f"{column}x"] = row.pop(column)
        with pytest.raises(TypeCheckError):
            check_table(damaged, read)
        row[column] = row.pop(f"{column}x")


def test_every_word_has_a_row() -> None:
    assert read_types().keys() == read_grammar()["types"].keys()
    assert read_value_types().keys() == {*get_args(ValueType)}
    # A page without an entity does nothing with records.
    pages = {row["page"] for row in read_operations().values() if "page" in row}
    assert pages == {*get_args(Mode)} - {"custom"}
    needed = {word for row in read_operations().values() for word in row.get("needs", ())}
    assert needed == {*get_args(Trait)}


def test_operations_go_wrong_in_known_ways() -> None:
    asked = {status for row in read_operations().values() for status in row["errors"]}
    others = {status for status, row in read_errors().items() if "of" not in row}
    assert asked == others


def test_operations_ask_and_tell_what_there_is() -> None:
    rows = read_operations().values()
    asked = {name for row in rows for name in row.get("asks", ())}
    assert asked | {"page", "page_size"} == read_parameters().keys()
    told = {name for row in rows for name in row.get("tells", ())}
    told |= {name for row in read_errors().values() for name in row.get("tells", ())}
    assert told == read_headers().keys()
