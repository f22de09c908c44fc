"""What the operations of a migration may do to rows that are there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from django.db.migrations import (
    AddConstraint,
    AddField,
    AlterField,
    DeleteModel,
    RemoveField,
)
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ModelState, ProjectState
from django.db.models import (
    CheckConstraint,
    DecimalField,
    F,
    Q,
    UniqueConstraint,
)
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThan

from transformer.backends.django.migrations import row_operations
from transformer.backends.django.migrations.kinds import (
    Kind,
    choose_way,
    read_changes,
)
from transformer.backends.django.migrations.requests import Part, PartKey
from transformer.backends.django.migrations.row_operations import AnyField, name_type


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
    renamed: Mapping[str, str] = {}
    """What values are called now that the rows have, where they only have other names."""

    @property
    def shows(self) -> bool:
        """Whether the operation that looks for the rows has values of the field to show."""
        return bool(self.field) and getattr(self.guard, "field", None) == self.field


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
            yield _risk("drops_rows", operation.name)._replace(cause=operation)
        elif model and name not in gone:
            for risk in list_operation_risks(operation, model):
                part = parts.get((name, risk.field.lower()))
                yield from split_renamed(risk._replace(cause=operation), part, model)


def list_operation_risks(operation: Operation, model: ModelState) -> Iterator[Risk]:
    """List what an operation may do to the rows of a model."""
    match operation:
        case RemoveField():
            field = model.fields[operation.name]
            missing = row_operations.find_missing(field, operation.name)
            yield _risk("drops_values", model.name, operation.name, ~missing)
        case AddField():
            yield from _list_addition(operation.field, model.name, operation.name)
        case AlterField():
            old = model.fields[operation.name]
            yield from _list_alteration(old, operation.field, model.name, operation.name)
        case AddConstraint(constraint=UniqueConstraint() as unique):
            yield _repeat(model.name, list(unique.fields), unique.condition)
        case AddConstraint(constraint=CheckConstraint() as check):
            condition = check.condition
            yield _risk("breaks", model.name, condition=~Q(condition))


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
        yield _risk("removes_choice", risk.model, risk.field, gone)._replace(cause=risk.cause)
    if renamed:
        had_them = Q(**{f"{risk.field}__in": list(renamed)})
        made = _risk("renames_choice", risk.model, risk.field, had_them)
        yield made._replace(cause=risk.cause, renamed=renamed)


def _risk(kind: Kind, model: str, field: str = "", condition: Q | None = None) -> Risk:
    reason = read_changes()["kinds"][kind]["reason"]
    guard = row_operations.refuse_rows(model, reason, field or None, condition)
    return Risk(kind, model, field, guard, condition)


def _repeat(model: str, fields: list[str], condition: Q | None = None) -> Risk:
    guard = row_operations.refuse_repeats(model, fields, condition)
    return Risk("repeats", model, fields[0] if len(fields) == 1 else "", guard)


def _unread(kind: Kind, model: str, name: str, becomes: AnyField) -> Risk:
    reason = read_changes()["kinds"][kind]["reason"]
    return Risk(kind, model, name, row_operations.refuse_unreadable(model, reason, name, becomes))


def lacks_value(field: AnyField) -> bool:
    """Tell whether a row that is there already would have no value for a new field."""
    is_empty_text = field.blank and field.empty_strings_allowed
    return not (field.null or field.has_default() or field.many_to_many or is_empty_text)


def _list_addition(field: AnyField, model: str, name: str) -> Iterator[Risk]:
    if lacks_value(field):
        # All rows, as the column that they lack a value for isn't there yet.
        reason = read_changes()["kinds"]["needs_empty"]["reason"]
        guard = row_operations.refuse_rows(model, reason, None, None)
        yield Risk("needs_empty", model, name, guard)


def _list_alteration(old: AnyField, new: AnyField, model: str, name: str) -> Iterator[Risk]:
    if old.many_to_many or new.many_to_many:
        return
    way = choose_way(name_type(old), name_type(new))
    if way == "never" or find_target(old) != find_target(new):
        missing = row_operations.find_missing(old, name)
        yield _risk("replaces", model, name, ~missing)
        return
    if way == "read":
        yield _unread("converts", model, name, new)
    elif way == "exact" or has_fewer_digits(old, new):
        yield _unread("rounds", model, name, new)
    yield from _list_lacks(old, new, model, name)
    yield from _list_narrowings(old, new, model, name)
    if new.unique and not old.unique:
        # A missing text is null where a unique field may lack one.
        has_text = ~Q(**{name: ""}) if empties_texts(new) else None
        yield _repeat(model, [name], has_text)


def empties_texts(field: AnyField) -> bool:
    """Tell whether a field is one whose missing texts are null, as they would else be alike."""
    return is_written(field) and field.null


def _list_lacks(old: AnyField, new: AnyField, model: str, name: str) -> Iterator[Risk]:
    """List what a field that has to have a value now may do to rows without one."""
    missing = Q()
    was_text, is_text = is_written(old), is_written(new)
    if old.null and not (is_text and new.blank) and (was_text or not new.has_default()):
        missing |= Q(**{f"{name}__isnull": True})
    if was_text and (not is_text or (old.blank and not new.blank)):
        missing |= Q(**{name: ""})
    if missing and not new.null:
        yield _risk("needs_values", model, name, missing)


def is_written(field: AnyField) -> bool:
    """Tell whether a missing value of a field is the empty text."""
    families = read_changes()["families"]
    return name_type(field) in (*families["text"], *families["upload"])


def _list_narrowings(old: AnyField, new: AnyField, model: str, name: str) -> Iterator[Risk]:
    """List what fewer characters or choices may do."""
    most = new.max_length
    is_less = most is not None and (old.max_length is None or old.max_length > most)
    chosen, before = (list(dict(each.flatchoices)) for each in (new, old))
    gone = [value for value in before if value not in chosen]
    if chosen and gone:
        yield _risk("removes_choice", model, name, Q(**{f"{name}__in": gone}))
    elif chosen and not before:
        others = ~Q(**{f"{name}__in": [*chosen, ""]}) & Q(**{f"{name}__isnull": False})
        yield _risk("removes_choice", model, name, others)
    elif is_less and is_written(old):
        yield _risk("shortens", model, name, Q(GreaterThan(Length(F(name)), most)))


def has_fewer_digits(old: AnyField, new: AnyField) -> bool:
    """Tell whether a decimal number may lose digits."""
    if not isinstance(old, DecimalField) or not isinstance(new, DecimalField):
        return False
    was, now = ((each.max_digits or 0, each.decimal_places or 0) for each in (old, new))
    return now[1] < was[1] or now[0] - now[1] < was[0] - was[1]


def find_target(field: AnyField) -> str:
    """Find what a reference leads to; an empty text if a field is none."""
    if field.remote_field is None:
        return ""
    return str(field.deconstruct()[3].get("to", "")).lower()
