"""What may happen to rows that are there, as a value."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from django.db.migrations.operations.base import Operation
from django.db.models import CheckConstraint, Q

from transformer.backends.django.migrations import row_operations
from transformer.backends.django.migrations.field_kinds import AnyField
from transformer.backends.django.migrations.kinds import Kind, read_changes
from transformer.backends.django.migrations.row_operations import Value


class Risk(NamedTuple):
    """What may happen to rows, and the operation that looks for them."""

    kind: Kind
    model: str
    field: str
    """The field concerned; empty if the rows go as a whole, or break a rule about several."""
    guard: Operation
    condition: Q | None = None
    """Which rows; None for all of them, or where only their values tell."""
    cause: Operation | None = None
    """The operation that does it."""
    old: "AnyField | None" = None
    """The field as it is, where the operation alters it."""
    checks: tuple[CheckConstraint, ...] = ()
    """What the table is held to and refers to the field, before and after the operation."""
    renamed: Mapping[str, str] = {}
    """What values are called now that the rows have, where they only have other names."""

    @property
    def shows(self) -> bool:
        """Whether the operation that looks for the rows has values of the field to show."""
        return bool(self.field) and getattr(self.guard, "field", None) == self.field


Treatment = Literal["guard", "fill", "lose"]


class Settled(NamedTuple):
    """A risk, and what is done about it."""

    risk: Risk
    treatment: Treatment
    value: Value = None
    """What rows get that are to be filled."""


Found = dict[Kind, Settled]


def make_risk(kind: Kind, model: str, field: str = "", condition: Q | None = None) -> Risk:
    """Make the risk of rows that a condition tells; without one, of all."""
    reason = read_changes()["kinds"][kind]["reason"]
    guard = row_operations.refuse_rows(model, reason, field or None, condition)
    return Risk(kind, model, field, guard, condition)


def make_repeats(
    model: str, fields: list[str], condition: Q | None = None, kind: Kind = "repeats"
) -> Risk:
    """Make the risk of rows that share what no two rows may share; without fields, of any two."""
    guard = row_operations.refuse_repeats(model, fields, condition, kind)
    return Risk(kind, model, fields[0] if len(fields) == 1 else "", guard)


def make_unread(kind: Kind, model: str, name: str, becomes: AnyField) -> Risk:
    """Make the risk of rows whose values tell whether another field can hold them."""
    reason = read_changes()["kinds"][kind]["reason"]
    return Risk(kind, model, name, row_operations.refuse_unreadable(model, reason, name, becomes))
