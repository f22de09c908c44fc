"""The table of layout: how words and marks stand beside each other."""

from typing import Literal, TypedDict

from transformer.diagnostics.resources import read_table

Side = Literal["before", "after"]
Wish = Literal["touch", "apart", "written", "call", "assign", "path", "sum", "sign", "colon"]


class MarkRow(TypedDict):
    """What the sides of a mark ask for."""

    before: Wish
    after: Wish


class Formulas(TypedDict):
    """Where `=` compares."""

    in_records: list[str]
    after_name: list[str]
    elsewhere: list[str]
    bodies: list[str]
    in_brackets: list[str]


class Layout(TypedDict):
    """The table of layout."""

    marks: dict[str, MarkRow]
    apart: list[str]
    before_paths: list[str]
    records: list[str]
    formulas: Formulas


def read_layout() -> Layout:
    """Read the table of layout."""
    return read_table("language/layout", Layout)
