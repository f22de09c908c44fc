"""What the operations of a migration may do to rows that are there."""

from collections.abc import Iterable, Iterator, Mapping

from django.db.migrations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    DeleteModel,
    RemoveConstraint,
    RemoveField,
    RemoveIndex,
)
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import BaseConstraint, CheckConstraint, Q, UniqueConstraint
from django.utils.timezone import now

from transformer.backends.django.constraints import PUT_AWAY
from transformer.backends.django.migrations import row_operations
from transformer.backends.django.migrations.alterations import Alteration, list_alteration_risks
from transformer.backends.django.migrations.field_kinds import AnyField, lacks_value
from transformer.backends.django.migrations.requests import Part, PartKey
from transformer.backends.django.migrations.risks import Risk, make_repeats, make_risk

SINCE = "_since"
"""The end of the name of the field with the moment from which a row has its state."""


def list_risks(
    operations: Iterable[Operation],
    before: ProjectState,
    app: str,
    parts: Mapping[PartKey, Part],
) -> Iterator[Risk]:
    """List what operations may do to rows; what is new in the migration has none."""
    operations = list(operations)
    gone = {each.name_lower for each in operations if isinstance(each, DeleteModel)}
    for operation in operations:
        name = getattr(operation, "model_name", getattr(operation, "name", "")).lower()
        model: ModelState | None = before.models.get((app, name))
        if isinstance(operation, DeleteModel):
            yield make_risk("drops_rows", operation.name)._replace(cause=operation)
        elif model and name not in gone:
            found = [
                *list_operation_risks(operation, model, parts),
                *_list_restored(operation, model, operations),
            ]
            for risk in found:
                part = parts.get((name, risk.field.lower()))
                known = _note_alteration(risk._replace(cause=operation), model, operations)
                yield from split_renamed(known, part, model)


def _note_alteration(risk: Risk, model: ModelState, operations: Iterable[Operation]) -> Risk:
    """Note what a field that is altered is so far, and the checks of it that stay."""
    if not isinstance(risk.cause, AlterField):
        return risk
    constraints: Iterable[BaseConstraint] = model.options.get("constraints", ())
    checks = (each for each in constraints if isinstance(each, CheckConstraint))
    gone = {
        each.name
        for each in operations
        if isinstance(each, RemoveConstraint) and each.model_name_lower == model.name_lower
    }
    staying = (each for each in checks if each.name not in gone)
    about = tuple(
        each for each in staying if risk.field in Q(each.condition).referenced_base_fields
    )
    return risk._replace(old=model.fields[risk.cause.name], checks=about)


def list_operation_risks(
    operation: Operation, model: ModelState, parts: Mapping[PartKey, Part]
) -> Iterator[Risk]:
    """List what an operation may do to the rows of a model."""
    match operation:
        case RemoveField():
            field = model.fields[operation.name]
            missing = row_operations.find_missing(field, operation.name)
            kind = "drops_moments" if _has_moments(operation.name, field, model) else "drops_values"
            yield make_risk(kind, model.name, operation.name, ~missing)
        case AddField():
            part = parts.get((model.name_lower, operation.name_lower))
            is_filled = part is not None and part["fill"] is not None
            yield from _list_addition(operation, model.name, is_filled=is_filled)
        case AlterField():
            old = model.fields[operation.name]
            altered = Alteration(model.name, operation.name, old, operation.field)
            yield from list_alteration_risks(altered)
        case AddConstraint(constraint=UniqueConstraint() as unique):
            yield make_repeats(model.name, list(unique.fields), unique.condition)
        case AddConstraint(constraint=CheckConstraint() as check):
            condition = check.condition
            yield make_risk("breaks", model.name, condition=~Q(condition))


def _has_moments(name: str, field: AnyField, model: ModelState) -> bool:
    """Tell whether a field that no line names has the moments since when rows have a state."""
    state = name.rpartition(SINCE)[0]
    return name.endswith(SINCE) and state in model.fields and field.default is now


def _list_restored(
    operation: Operation, model: ModelState, operations: Iterable[Operation]
) -> Iterator[Risk]:
    """List the risk of rows that are put away, and would be there again."""
    if not isinstance(operation, RemoveIndex) or not operation.name.endswith(f"_{PUT_AWAY}"):
        return
    added = (each for each in operations if isinstance(each, AddIndex))
    own = (each for each in added if each.model_name_lower == operation.model_name_lower)
    if any(each.index.name.endswith(f"_{PUT_AWAY}") for each in own):
        return  # it only has another name
    for index in model.options.get("indexes", ()):
        if index.name == operation.name and index.condition:
            yield make_risk("restores", model.name, condition=index.condition)


def split_renamed(risk: Risk, part: Part | None, model: ModelState) -> Iterator[Risk]:
    """Tell apart the rows whose value is gone from those whose value has another name."""
    if risk.kind != "removes_choice" or not part or not part["choices"]:
        yield risk
        return
    assert isinstance(risk.cause, AlterField)
    kept = [value for value, _ in risk.cause.field.flatchoices]
    choices = part["choices"]
    had = [value for value, _ in model.fields[risk.field].flatchoices if value not in kept]
    renamed = {old: choices[old] for old in had if old in choices}
    if rest := [value for value in had if value not in renamed]:
        gone = Q(**{f"{risk.field}__in": rest})
        yield make_risk("removes_choice", risk.model, risk.field, gone)._replace(
            cause=risk.cause, old=risk.old, checks=risk.checks
        )
    if renamed:
        had_them = Q(**{f"{risk.field}__in": list(renamed)})
        made = make_risk("renames_choice", risk.model, risk.field, had_them)
        yield made._replace(cause=risk.cause, old=risk.old, checks=risk.checks, renamed=renamed)


def _list_addition(operation: AddField, model: str, *, is_filled: bool) -> Iterator[Risk]:
    field, name = operation.field, operation.name
    if lacks_value(field) or is_filled:
        # All rows, as the column that they lack a value for isn't there yet.
        yield make_risk("needs_empty", model)._replace(field=name)
    elif field.unique and field.has_default() and field.get_default() is not None:
        yield make_repeats(model, [], kind="shares_default")._replace(field=name)
