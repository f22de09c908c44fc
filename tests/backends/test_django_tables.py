"""The tables of Django have the columns that their types name, and flags that fields can have."""

import copy
from collections.abc import Callable
from typing import Any, get_args

import pytest
from typeguard import TypeCheckError

from tests.tables import check_table
from transformer.backends.django.field_traits import Flag, read_traits, read_types
from transformer.backends.django_micro.forms import read_widgets
from transformer.backends.django_micro.pages import read_modes

TABLES = [read_types, read_traits, read_widgets, read_modes]


@pytest.mark.parametrize("read", TABLES, ids=lambda read: read.__name__)
def test_table_has_its_columns(read: Callable[[], Any]) -> None:
    check_table(read(), read)


@pytest.mark.parametrize("read", TABLES, ids=lambda read: read.__name__)
def test_misspelt_column_is_a_fault(read: Callable[[], Any]) -> None:
    damaged: Any = copy.deepcopy(read())
    rows = list(damaged.values() if isinstance(damaged, dict) else damaged)
    for row in rows:
        column = next(iter(row))
        row[f"{column}x"] = row.pop(column)
        with pytest.raises(TypeCheckError):
            check_table(damaged, read)
        row[column] = row.pop(f"{column}x")


def list_known() -> set[str]:
    """The flags that fields can have."""
    words = {word for row in read_types().values() for word in row.get("words", "").split()}
    return {*read_types(), *words, *get_args(Flag)}


def test_rows_ask_for_flags_that_there_are() -> None:
    asked = {flag for row in read_traits() for flag in row["when"]}
    asked |= {flag for row in read_widgets().values() for flag in row["for"]}
    assert asked <= list_known()
