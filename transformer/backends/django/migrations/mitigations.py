"""The operations of a migration, with what keeps rows from risk or does what a person wants."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from django.db.migrations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    Migration,
    RemoveConstraint,
    RemoveField,
    RemoveIndex,
    RenameField,
    RenameIndex,
    RenameModel,
)
from django.db.migrations.operations.base import Operation
from django.db.models import CharField, F, OneToOneField, Q, TextField
from django.db.models.functions import Left

from transformer.backends.django.migrations.kinds import Kind
from transformer.backends.django.migrations.risks import Risk, empties_texts, lacks_value
from transformer.backends.django.migrations.row_operations import (
    AnyField,
    Value,
    fill_rows,
    find_missing,
    refuse_repeats,
    rewrite_texts,
)

Treatment = Literal["guard", "fill", "lose"]
_FIRST = (RenameModel, RenameField, RenameIndex, RemoveConstraint, RemoveIndex)
_LATE: tuple[Kind, ...] = ("repeats",)
"""Kinds whose rows are looked for just before their operation: its fields may be new."""
_HELD: tuple[Kind, ...] = ("breaks",)
"""Kinds whose operation looks for the rows itself."""


class Settled(NamedTuple):
    """A risk, and what is done about it."""

    risk: Risk
    treatment: Treatment
    value: Value = None
    """What rows get that are to be filled."""


Found = dict[Kind, Settled]


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
        return [*_rework_alteration(operation, found)], []
    late = [each.risk.guard for kind, each in found.items() if kind in _LATE]
    return [*late, operation], []


def _add_filled(operation: AddField, value: Value) -> tuple[list[Operation], list[Operation]]:
    """Add a column that may be empty, and tighten it once it has values."""
    model, name, field = operation.model_name, operation.name, operation.field
    loose = AddField(model, name, loosen(field))
    filling = fill_rows(model, name, value)
    guards = [refuse_repeats(model, [name])] if field.unique else []
    return [loose], [filling, *guards, AlterField(model, name, field)]


def loosen(field: AnyField) -> AnyField:
    """Make the same field, which may be without a value for now."""
    loose = field.clone()
    loose.null = True
    for name in ("auto_now", "auto_now_add"):
        if hasattr(loose, name):
            setattr(loose, name, False)
    if not isinstance(loose, OneToOneField):
        setattr(loose, "_unique", False)  # noqa: B010 - which types know nothing of
    return loose


def _rework_alteration(operation: AlterField, found: Found) -> Iterator[Operation]:
    model, name, new = operation.model_name, operation.name, operation.field
    if "replaces" in found and found["replaces"].treatment == "lose":
        yield RemoveField(model, name)
        yield AddField(model, name, new)
        return
    for kind in ("shortens", "removes_choice", "needs_values"):
        each = found.get(kind)
        is_covered = kind == "needs_values" and "converts" in found
        if each and each.treatment != "guard" and not is_covered:
            value = each.value if each.treatment == "fill" else choose_remnant(kind, new, name)
            yield fill_rows(model, name, value, each.risk.condition)
    if "converts" in found:
        yield from _convert_texts(operation, found)
    elif "repeats" in found:
        yield from _tighten(operation, found["repeats"].risk)
    yield from _rename_values(operation, found.get("renames_choice"))


def _rename_values(operation: AlterField, renamed: Settled | None) -> Iterator[Operation]:
    """Give values their new names, before or after the column takes fewer or more characters."""
    if renamed is None:
        yield operation
        return
    risk = renamed.risk
    filling = fill_rows(risk.model, risk.field, renamed.value, risk.condition)
    was, now = (max(map(len, each)) for each in (risk.renamed, risk.renamed.values()))
    yield from (filling, operation) if now <= was else (operation, filling)


def _tighten(operation: AlterField, risk: Risk) -> Iterator[Operation]:
    """Make a field unique, its missing texts being null first."""
    model, name, new = operation.model_name, operation.name, operation.field
    if empties_texts(new):
        yield AlterField(model, name, loosen(new))
        yield fill_rows(model, name, None, Q(**{name: ""}))
    yield risk.guard


def _convert_texts(operation: AlterField, found: Found) -> Iterator[Operation]:
    """Spell texts as the new type does; where that takes no value, they are missing."""
    model, name = operation.model_name, operation.name
    yield AlterField(model, name, TextField(null=True))
    yield rewrite_texts(model, name, operation.field)
    value = next((each.value for each in found.values() if each.treatment == "fill"), None)
    if value is not None:
        missing = find_missing(TextField(null=True), name)
        yield fill_rows(model, name, value, missing)


def choose_remnant(kind: Kind, field: AnyField, name: str) -> Value:
    """Choose what a row keeps of a value that it loses."""
    if kind == "shortens":
        return Left(F(name), field.max_length or 0)
    return "" if isinstance(field, CharField) and not field.null else None


def can_lose(risk: Risk) -> bool:
    """Tell whether a field may be without the value that rows are to lose."""
    operation = risk.cause
    if risk.kind == "shortens" or not isinstance(operation, AlterField):
        return True
    return not operation.field.primary_key and not lacks_value(operation.field)
