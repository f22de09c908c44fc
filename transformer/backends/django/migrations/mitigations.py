"""The operations of a migration, with what keeps rows from risk or does what a person wants."""

from collections.abc import Iterable

from django.db.migrations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    Migration,
    RemoveConstraint,
    RemoveIndex,
    RenameField,
    RenameIndex,
    RenameModel,
)
from django.db.migrations.operations.base import Operation
from django.db.models import NOT_PROVIDED

from transformer.backends.django.migrations.field_kinds import lacks_value
from transformer.backends.django.migrations.kinds import Kind
from transformer.backends.django.migrations.reworked_alterations import loosen, rework_alteration
from transformer.backends.django.migrations.risks import Found, Risk, Settled
from transformer.backends.django.migrations.row_operations import (
    Value,
    fill_rows,
    refuse_misfits,
    refuse_repeats,
)

_FIRST = (RenameModel, RenameField, RenameIndex, RemoveConstraint, RemoveIndex)
_LATE: tuple[Kind, ...] = ("repeats",)
"""Kinds whose rows are looked for just before their operation: its fields may be new."""
_HELD: tuple[Kind, ...] = ("breaks",)
"""Kinds whose operation looks for the rows itself."""


def rework(operations: Iterable[Operation], settled: Iterable[Settled]) -> list[Operation]:
    """Put the operations that look at rows and fill them among those of Django."""
    settled, operations = list(settled), list(operations)
    guards = [
        each.risk.guard
        for each in settled
        if each.treatment == "guard" and each.risk.kind not in (*_LATE, *_HELD)
    ]
    lead = next((n for n, each in enumerate(operations) if not isinstance(each, _FIRST)), 0)
    made = [*operations[:lead], *guards]
    waiting: list[Operation] = []
    for operation in operations[lead:]:
        if isinstance(operation, AddConstraint | AddIndex):
            made, waiting = [*made, *waiting], []
        found = {each.risk.kind: each for each in settled if each.risk.cause is operation}
        now, later = _rework_operation(operation, found)
        made += now
        waiting += later
    return [*made, *waiting]


def set_operations(migration: Migration, operations: Iterable[Operation]) -> None:
    """Give a migration other operations than Django has found."""
    listed = migration.operations
    assert isinstance(listed, list)  # if typed as what can't be changed
    listed[:] = operations


def _rework_operation(
    operation: Operation, found: Found
) -> tuple[list[Operation], list[Operation]]:
    """List what is done in the place of an operation, and once all fields are there."""
    if isinstance(operation, AddField):
        operation.preserve_default = True
        filled = found.get("needs_empty")
        if filled and filled.treatment == "fill":
            return _add_filled(operation, filled.value)
    if isinstance(operation, AlterField) and found:
        return [*rework_alteration(operation, found)], []
    late = [each.risk.guard for kind, each in found.items() if kind in _LATE]
    return [*late, operation], []


def _add_filled(operation: AddField, value: Value) -> tuple[list[Operation], list[Operation]]:
    """Add a column that may be empty, and tighten it once it has values."""
    model, name, field = operation.model_name, operation.name, operation.field
    empty = loosen(field)
    empty.default = NOT_PROVIDED  # else rows would have that before they are filled
    loose = AddField(model, name, empty)
    filling = fill_rows(model, name, value)
    guards = refuse_misfits(model, name, value, field)
    guards += [refuse_repeats(model, [name])] if field.unique else []
    return [loose], [filling, *guards, AlterField(model, name, field)]


def can_lose(risk: Risk) -> bool:
    """Tell whether a field may be without the value that rows are to lose."""
    operation = risk.cause
    if risk.kind == "shortens" or not isinstance(operation, AlterField):
        return True
    return not operation.field.primary_key and not lacks_value(operation.field)
