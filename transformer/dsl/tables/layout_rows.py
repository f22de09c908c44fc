"""The table of layout: the spacing of words and marks."""

from typing import Literal, TypedDict

from transformer.diagnostics.resources import read_table

Side = Literal["before", "after"]
Spacing = Literal["touch", "apart", "written", "call", "assign", "path", "sum", "sign", "colon"]


class MarkRow(TypedDict):
    """The spacing on both sides of a mark."""

    before: Spacing
    after: Spacing


class Formulas(TypedDict):
    """The places where `=` compares."""

    in_records: list[str]
    after_name: list[str]
    elsewhere: list[str]
    bodies: list[str]
    in_brackets: list[str]


class LayoutTable(TypedDict):
    """The table of layout."""

    marks: dict[str, MarkRow]
    apart: list[str]
    before_paths: list[str]
    records: list[str]
    formulas: Formulas


def read_layout() -> LayoutTable:
    """Read the table of layout."""
    return read_table("language/layout", LayoutTable)
