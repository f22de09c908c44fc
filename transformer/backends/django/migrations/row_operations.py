"""The operations of `pages/operations.py`, made in the process that has the project's modules."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TypeAlias

from django.db.migrations.operations.base import Operation
from django.db.migrations.serializer import BaseSerializer
from django.db.migrations.writer import MigrationWriter
from django.db.models import Case, CharField, F, FileField, Q, TextField, When
from django.db.models import Value as ValueExpression
from django.db.models.base import Model
from django.db.models.expressions import Combinable

from transformer.backends.django.migrations.field_kinds import AnyField
from transformer.backends.django.migrations.kinds import Kind, read_changes
from transformer.backends.django.migrations.requests import Fill

MODULE = "pages.operations"
Shown = str | int | float | None
"""A value of a row, as far as it matters here."""


Seen = tuple[int, list[tuple[Shown, Shown]]]
"""How many rows an operation is about, and the keys and values of some of them."""


def look(operation: Operation, model: type[Model], alias: str) -> Seen:
    """Look at the rows of a model, as an operation does before it stops a migration."""
    assert hasattr(operation, "look")
    seen: Seen = operation.look(model._base_manager.using(alias))
    return seen


@dataclass(frozen=True, slots=True)
class Source:
    """An expression as a migration is to have it."""

    code: str
    imports: tuple[str, ...]


Value = Source | Combinable | str | None
"""What rows may get."""
Detail: TypeAlias = "Source | Combinable | str | Q | AnyField | list[str] | None"


def evaluate(value: Value) -> Combinable | Shown:
    """Make of a source what it says when a migration is run."""
    if not isinstance(value, Source):
        return value
    names: dict[str, Combinable | Shown] = {}
    exec("\n".join([*value.imports, f"filled = {value.code}"]), names)
    return names["filled"]


class _SourceSerializer(BaseSerializer):
    """The writer's way to spell a `Source`."""

    def serialize(self) -> tuple[str, set[str]]:
        source: Source = self.value
        return source.code, set(source.imports)


def register_sources() -> None:
    """Let Django's writer know how a `Source` is spelled."""
    MigrationWriter.register_serializer(Source, _SourceSerializer)


def refuse_rows(model: str, reason: str, field: str | None, condition: Q | None) -> Operation:
    """Make the operation that stops at rows."""
    words = {"field": field, "condition": condition}
    return _make("RefuseRows", model, {**_drop_none(words), "reason": reason})


def refuse_repeats(
    model: str, fields: list[str], condition: Q | None = None, kind: Kind = "repeats"
) -> Operation:
    """Make the operation that stops at rows that share what no two rows may share."""
    reason = read_changes()["kinds"][kind]["reason"]
    words = {"fields": fields, **_drop_none({"condition": condition}), "reason": reason}
    return _make("RefuseDuplicates", model, words)


def refuse_unreadable(model: str, reason: str, field: str, becomes: AnyField) -> Operation:
    """Make the operation that stops at values that their column can't hold any longer."""
    return _make("RefuseUnreadable", model, {"field": field, "becomes": becomes, "reason": reason})


def refuse_misfits(model: str, field: str, value: Value, becomes: AnyField) -> list[Operation]:
    """Make the operation that stops at what rows got and can't have, if not all get the same."""
    if not isinstance(evaluate(value), Combinable):
        return []  # a build has looked at it
    reason = read_changes()["kinds"]["misfits"]["reason"]
    return [refuse_unreadable(model, reason, field, becomes)]


def rewrite_texts(model: str, field: str, becomes: AnyField, of: "AnyField | None") -> Operation:
    """Make the operation that spells texts, or what was of another type, as a type does."""
    words: dict[str, Detail] = {"field": field, "becomes": becomes}
    return _make("RewriteTexts", model, {**words, **({"of": of} if of else {})})


def fill_rows(
    model: str,
    field: str,
    value: Value,
    condition: Q | None = None,
    becomes: "AnyField | None" = None,
) -> Operation:
    """Make the operation that gives rows a value; those whose own one what it `becomes` can't hold.

    Without a condition and a field for that, those without a value.
    """
    words = {"field": field, "value": value, **_drop_none({"condition": condition})}
    return _make("FillRows", model, {**words, **({"becomes": becomes} if becomes else {})})


def read_fill(fill: Fill) -> Source:
    """Read an expression that came with the request."""
    return Source(fill["code"], tuple(fill["imports"]))


def rename_values(field: str, names: Mapping[str, str]) -> Value:
    """Make what rows get whose values have other names now."""
    if len(names) == 1:
        return next(iter(names.values()))
    cases = [When(**{field: old}, then=ValueExpression(new)) for old, new in names.items()]
    return Case(*cases, default=F(field))


def find_missing(field: AnyField, name: str) -> Q:
    """Make the condition that a field has no value."""
    missing = Q(**{f"{name}__isnull": True})
    if isinstance(field, CharField | TextField | FileField):
        return missing | Q(**{name: ""}) if field.null else Q(**{name: ""})
    return missing


def _make(name: str, model: str, details: "dict[str, Detail]") -> Operation:
    made: Operation = getattr(import_module(MODULE), name)(model.lower(), **details)
    return made


def _drop_none(details: "dict[str, str | Q | None]") -> "dict[str, Detail]":
    return {name: each for name, each in details.items() if each is not None}
