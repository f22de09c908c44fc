"""The table of larger dialects."""

from typing import Literal, TypedDict

from transformer.diagnostics.resources import read_table
from transformer.dsl.tables.expression_rows import Yes
from transformer.dsl.tables.grammar_rows import LinesRow, ParameterRow


class DialectRow(LinesRow, total=False):
    """The lines that larger dialects add to a kind of block."""

    means: dict[str, dict[str, str]]
    inside: dict[str, str]
    kept: list[str]
    rules: list[str]
    under: dict[str, list[str]]
    whole: dict[str, list[str]]
    conditions: Literal["kept", "rules"]
    open: Yes


class FurtherRow(TypedDict, total=False):
    """Further forms of a type, modifier or attribute."""

    forms: list[str]
    rule: Yes


class ConditionSigns(TypedDict):
    """Words of conditions that only larger dialects know."""

    alone: list[str]
    anywhere: list[str]


class DialectTable(TypedDict):
    """The table of larger dialects."""

    blocks: dict[str, DialectRow]
    types: dict[str, FurtherRow]
    modifiers: dict[str, FurtherRow]
    attributes: dict[str, FurtherRow]
    conditions: ConditionSigns
    authorization: list[str]
    people: list[str]
    parameters: dict[str, ParameterRow]
    stacks: list[str]


def read_dialects() -> DialectTable:
    """Read the table of larger dialects."""
    return read_table("language/dialects", DialectTable)
