"""The tables of the frontend: a class per kind of row."""

from typing import Literal, TypedDict

from transformer.diagnostics.resources import read_table


class _KindRow(TypedDict):
    kind: str


class KindRow(_KindRow, total=False):
    """A row of `kinds.yaml` or `value_kinds.yaml`."""

    contains: Literal["yes"]


TEXT: KindRow = {"kind": "text"}
"""What a type is that has no row."""


def read_kinds() -> dict[str, KindRow]:
    """Read `kinds.yaml`: field type → what it is in the frontend."""
    return read_table("nextjs/kinds", dict[str, KindRow])


def read_value_kinds() -> dict[str, KindRow]:
    """Read `value_kinds.yaml`: type of an expression → what it is in the frontend."""
    return read_table("nextjs/value_kinds", dict[str, KindRow])
