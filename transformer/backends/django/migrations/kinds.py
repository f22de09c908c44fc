"""The table of what a change of a model may do to rows, and of which types become which."""

from functools import cache
from typing import Any, Literal, TypeAlias, TypedDict

from django.db.models import Field

from transformer.diagnostics.resources import read_table

Yes = Literal["yes"]
AnyField: TypeAlias = "Field[Any, Any]"
"""A field of whatever type."""
Way = Literal["keep", "exact", "read", "never"]
Kind = Literal[
    "drops_rows",
    "drops_values",
    "needs_empty",
    "needs_values",
    "shortens",
    "converts",
    "rounds",
    "replaces",
    "removes_choice",
    "renames_choice",
    "repeats",
    "breaks",
]


class KindRow(TypedDict, total=False):
    """A kind of harm that rows may come to."""

    code: str
    reason: str
    loses: Yes
    fills: Yes


# `from` is a word of Python.
ConversionRow = TypedDict("ConversionRow", {"from": str, "to": list[str], "way": Way})


class ChangesTable(TypedDict):
    """The table of changes."""

    kinds: dict[Kind, KindRow]
    families: dict[str, list[str]]
    conversions: list[ConversionRow]


def read_changes() -> ChangesTable:
    """Read the table of changes."""
    return read_table("django/changes", ChangesTable)


@cache
def choose_way(before: str, after: str) -> Way:
    """Choose what becomes of values whose field gets another type."""
    if before == after:
        return "keep"
    families = read_changes()["families"].items()
    of = {name: family for family, names in families for name in names}
    for row in read_changes()["conversions"]:
        if of.get(before) == row["from"] and of.get(after) in row["to"]:
            return row["way"]
    return "never"


def name_type(field: AnyField) -> str:
    """Name the type of a field as the table does: by its class, or what that derives from."""
    if field.remote_field is not None:
        return "ForeignKey"  # which may be unique
    known = {name for names in read_changes()["families"].values() for name in names}
    names = [each.__name__ for each in type(field).__mro__]
    return next((name for name in names if name in known), names[0])
