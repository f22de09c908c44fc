"""The table of what a change of a model may do to rows, and of which types become which."""

from typing import Literal, NotRequired, TypeAlias, TypedDict

from transformer.diagnostics.resources import read_table

Yes: TypeAlias = Literal["yes"]
Kind: TypeAlias = str
"""A kind of risk: not a `Literal`, as kinds are rows of the table."""


class KindRow(TypedDict, total=False):
    """A kind of risk that rows may come to."""

    code: str
    reason: str
    loses: Yes
    fills: Yes


class ConversionRow(TypedDict):
    """The question where a field gets a type of another family."""

    of: list[str]
    to: list[str]
    asks: Kind
    rewrites: NotRequired[Yes]


class NarrowingRow(TypedDict):
    """The question where a field takes less than it did."""

    of: str
    asks: Kind
    implied: NotRequired[Yes]


class ChangesTable(TypedDict):
    """The table of changes."""

    kinds: dict[Kind, KindRow]
    families: dict[str, list[str]]
    conversions: list[ConversionRow]
    narrowings: list[NarrowingRow]


def read_changes() -> ChangesTable:
    """Read the table of changes."""
    return read_table("django/changes", ChangesTable)


NOTHING: Kind = "nothing"
"""Asked where the new type holds whatever the old one did."""
REPLACES: Kind = "replaces"
"""Asked where no value of the old type is one of the new one."""


def choose_conversion(before: str, after: str) -> ConversionRow:
    """Choose what is asked of rows whose field gets another type, or keeps the one that it has."""
    families = read_changes()["families"].items()
    known: dict[str, str] = {name: family for family, names in families for name in names}
    of, to = known.get(before, ""), known.get(after, "")
    rows = read_changes()["conversions"] if before != after else []
    fitting = (row for row in rows if of in row["of"] and to in row["to"])
    asks = NOTHING if before == after else REPLACES
    other: ConversionRow = {"of": [of], "to": [to], "asks": asks}
    return next(fitting, other)
