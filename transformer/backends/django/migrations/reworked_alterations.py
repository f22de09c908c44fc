"""The operations in the place of one that alters a field whose values can't all stay."""

from collections.abc import Iterator

from django.db.migrations import AddConstraint, AlterField, RemoveConstraint
from django.db.migrations.operations.base import Operation
from django.db.models import CharField, F, OneToOneField, Q, TextField
from django.db.models.functions import Left

from transformer.backends.django.migrations.alterations import Alteration
from transformer.backends.django.migrations.field_kinds import (
    AnyField,
    empties_texts,
    is_written,
)
from transformer.backends.django.migrations.kinds import NOTHING, REPLACES, Kind
from transformer.backends.django.migrations.risks import Found, Settled
from transformer.backends.django.migrations.row_operations import (
    Value,
    fill_rows,
    refuse_misfits,
    refuse_repeats,
    rewrite_texts,
)

_CONVERSIONS: tuple[Kind, ...] = ("converts", "rounds")
_SAME_TYPE: tuple[Kind, ...] = ("shortens", "removes_choice", "invalidates", "needs_values")


def rework_alteration(operation: AlterField, found: Found) -> Iterator[Operation]:
    """List what is done in the place of an operation that may do something to rows."""
    risk = next(iter(found.values())).risk
    assert risk.old
    each = Alteration(risk.model, risk.field, risk.old, operation.field)
    row = each.conversion
    settled = any(found[kind].treatment != "guard" for kind in _CONVERSIONS if kind in found)
    if row["asks"] == REPLACES or "rewrites" in row or (row["asks"] != NOTHING and settled):
        yield from _pass_through_text(operation, found, each)
    elif row["asks"] != NOTHING:
        yield from _finish(operation, found)
    else:
        yield from _narrow(operation, found, each)


def _pass_through_text(
    operation: AlterField, found: Found, each: Alteration
) -> Iterator[Operation]:
    """Let values be texts for a while, which every database makes of and reads as any type.

    A check of the field would compare a text with what it isn't, so it is away for that while.
    """
    model, name = operation.model_name, operation.name
    checks = next(iter(found.values())).risk.checks
    yield from (RemoveConstraint(model, check.name) for check in checks)
    yield AlterField(model, name, TextField(null=True))
    if each.conversion["asks"] == REPLACES:
        yield fill_rows(model, name, None, Q(**{f"{name}__isnull": False}))
    else:
        of = None if is_written(each.old) else each.old
        yield rewrite_texts(model, name, operation.field, of)
    yield from _finish(operation, found)
    yield from (AddConstraint(model, check) for check in checks)


def _finish(operation: AlterField, found: Found) -> Iterator[Operation]:
    """Fill rows without a value once the column has its new type, and tighten it then."""
    model, name, new = operation.model_name, operation.name, operation.field
    filled = next((each for each in found.values() if each.treatment == "fill"), None)
    if filled:
        yield AlterField(model, name, loosen(new))
        yield fill_rows(model, name, filled.value)
        yield from refuse_misfits(model, name, filled.value, new)
    yield from _guard_repeats(operation, found, is_filled=filled is not None)
    yield operation


def _guard_repeats(operation: AlterField, found: Found, *, is_filled: bool) -> Iterator[Operation]:
    if "repeats" in found:
        yield found["repeats"].risk.guard
    elif operation.field.unique and is_filled:
        yield refuse_repeats(operation.model_name, [operation.name])


def _narrow(operation: AlterField, found: Found, each: Alteration) -> Iterator[Operation]:
    """Give rows that can't stay another value of the type that the field has already."""
    model, name, new = operation.model_name, operation.name, operation.field
    fillings = [
        _fill_risk(found[kind], new)
        for kind in _SAME_TYPE
        if kind in found and found[kind].treatment != "guard"
    ]
    is_filled = any(each.treatment == "fill" for each in found.values())
    if fillings and is_filled and _is_longer(each):
        yield AlterField(model, name, loosen(new))
    yield from fillings
    for filled in found.values():
        if filled.treatment == "fill" and not filled.risk.renamed:
            yield from refuse_misfits(model, name, filled.value, new)
            break
    if "repeats" in found and empties_texts(new):
        # Missing texts are null first, as they would else be alike.
        yield AlterField(model, name, loosen(new))
        yield fill_rows(model, name, None, Q(**{name: ""}))
    yield from _guard_repeats(operation, found, is_filled=is_filled)
    yield from _rename_values(operation, found.get("renames_choice"))


def _is_longer(each: Alteration) -> bool:
    """Tell whether a field takes longer texts than it did."""
    was, now = each.old.max_length, each.new.max_length
    return is_written(each.new) and was is not None and (now is None or now > was)


def _fill_risk(settled: Settled, new: AnyField) -> Operation:
    risk = settled.risk
    if settled.treatment == "lose":
        value = choose_remnant(risk.kind, new, risk.field)
        return fill_rows(risk.model, risk.field, value, risk.condition)
    becomes = None if risk.condition else new
    return fill_rows(risk.model, risk.field, settled.value, risk.condition, becomes)


def _rename_values(operation: AlterField, renamed: Settled | None) -> Iterator[Operation]:
    """Give values their new names, before or after the column takes fewer or more characters."""
    if renamed is None:
        yield operation
        return
    risk = renamed.risk
    filling = fill_rows(risk.model, risk.field, renamed.value, risk.condition)
    was, now = (max(map(len, each)) for each in (risk.renamed, risk.renamed.values()))
    yield from (filling, operation) if now <= was else (operation, filling)


def loosen(field: AnyField) -> AnyField:
    """Make the same field, which may be without a value for now, and has any length."""
    if isinstance(field, CharField):
        return TextField(null=True, db_column=field.db_column)
    loose = field.clone()
    loose.null = True
    for name in ("auto_now", "auto_now_add"):
        if hasattr(loose, name):
            setattr(loose, name, False)
    if not isinstance(loose, OneToOneField):
        setattr(loose, "_unique", False)  # noqa: B010 - which types know nothing of
    return loose


def choose_remnant(kind: Kind, field: AnyField, name: str) -> Value:
    """Choose what a row keeps of a value that it loses."""
    if kind == "shortens":
        return Left(F(name), field.max_length or 0)
    return "" if isinstance(field, CharField) and not field.null else None
