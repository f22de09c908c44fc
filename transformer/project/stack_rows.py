"""The table of stacks."""

from typing import NotRequired, TypedDict

from transformer.diagnostics.resources import read_table


class StackRow(TypedDict):
    """A row of `stacks.yaml`."""

    description: str
    backends: list[str]
    example: str
    summary: str
    points: list[str]
    uses: list[str]
    commands: list[str]
    migrate: NotRequired[str]
    advice: str


class _Dialects(TypedDict):
    stacks: list[str]


def read_stacks() -> dict[str, StackRow]:
    """Read `stacks.yaml`: name of a stack → row."""
    return read_table("language/stacks", dict[str, StackRow])


def read_foreign_stacks() -> list[str]:
    """Read the names of the stacks of other DAZZLEs."""
    return read_table("language/dialects", _Dialects)["stacks"]
