"""The tables of OpenAPI have the columns that their types name, and a row for every word."""

import copy
from collections.abc import Callable
from typing import Any, get_args

import pytest
from typeguard import TypeCheckError

from tests.tables import check_table
from transformer.backends.openapi.openapi_rows import (
    Mode,
    read_access,
    read_dialect,
    read_errors,
    read_operations,
    read_types,
    read_value_types,
)
from transformer.dsl.tables.grammar_rows import read_grammar
from transformer.model.expressions import ValueType

ROWS = [read_types, read_value_types, read_operations, read_errors, read_access]


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
    assert read_operations().keys() == {*get_args(Mode)}


def test_operations_go_wrong_in_known_ways() -> None:
    asked = {status for row in read_operations().values() for status in row["errors"]}
    assert asked == read_errors().keys()
