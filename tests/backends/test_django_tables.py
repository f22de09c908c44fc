"""The tables of Django have the columns that their types name, and flags that fields can have."""

import copy
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any, get_args

import pytest
from typeguard import TypeCheckError

from tests.tables import check_table
from transformer.backends.django.computed_values import read_value_types
from transformer.backends.django.field_traits import Flag, read_traits, read_types
from transformer.backends.django_micro.cells import PARTS, read_cells, read_part
from transformer.backends.django_micro.forms import read_widgets
from transformer.backends.django_micro.pages import read_modes

TABLES = [read_types, read_value_types, read_traits, read_widgets, read_modes, read_cells]


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


def list_templates() -> dict[str, str]:
    """The template of each row of `cells.yaml`."""
    return {
        name: row["template"] if "template" in row else read_part(row["file"]).template
        for name, row in read_cells().items()
    }


class Tags(HTMLParser):
    """The tags of a template."""

    def __init__(self, template: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(template)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.add(tag)


def test_cells_are_what_columns_name() -> None:
    rows: list[Any] = [*read_types().values(), *read_value_types().values(), *read_traits()]
    columns = ("cell", "shown", "changed")
    named = {row[column] for row in rows for column in columns if column in row}
    # Columns of links have theirs, which are no values of a type.
    assert named | {"linked"} == read_cells().keys()


def test_cell_is_live_where_something_can_be_clicked() -> None:
    for name, template in list_templates().items():
        assert ("live" in read_cells()[name]) == bool(Tags(template).found & {"a", "button"}), name


def test_what_is_more_than_a_variable_is_a_file() -> None:
    for name, row in read_cells().items():
        assert ("template" in row) != ("file" in row), name
        assert "<" not in row.get("template", "") and "{%" not in row.get("template", ""), name


def test_djlint_finds_nothing_wrong_in_parts() -> None:
    files = {row["file"] for row in read_cells().values() if "file" in row}
    assert {path.name for path in PARTS.iterdir()} == files | {"addition.html"}
    command = [sys.executable, "-m", "djlint", "--lint", "--profile", "django", str(PARTS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert f"Linted {len(files) + 1} files" in done.stdout
