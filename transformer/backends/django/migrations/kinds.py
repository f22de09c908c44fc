"""The table of what a change of a model may do to rows, and of which types become which."""

from typing import Literal, TypeAlias, TypedDict

from transformer.diagnostics.resources import read_table

Yes: TypeAlias = Literal["yes"]
Way: TypeAlias = Literal["keep", "exact", "read", "never"]
Kind: TypeAlias = str
"""A kind of risk: not a `Literal`, as kinds are rows of the table."""


class KindRow(TypedDict, total=False):
    """A kind of risk that rows may come to."""

    code: str
    reason: str
    loses: Yes
    fills: Yes


class ConversionRow(TypedDict):
    """What becomes of values whose field gets a type of another family."""

    of: str
    to: list[str]
    way: Way


class ChangesTable(TypedDict):
    """The table of changes."""

    kinds: dict[Kind, KindRow]
    families: dict[str, list[str]]
    conversions: list[ConversionRow]


def read_changes() -> ChangesTable:
    """Read the table of changes."""
    return read_table("django/changes", ChangesTable)


def choose_way(before: str, after: str) -> Way:
    """Choose what becomes of values whose field gets another type."""
    if before == after:
        return "keep"
    families = read_changes()["families"].items()
    known: dict[str, str] = {name: family for family, names in families for name in names}
    for row in read_changes()["conversions"]:
        if known.get(before) == row["of"] and known.get(after) in row["to"]:
            return row["way"]
    return "never"
