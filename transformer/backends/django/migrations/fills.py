"""What rows would get by `fill=` or a default, before any of them gets it."""

from collections import Counter
from collections.abc import Iterable
from importlib import import_module

from django.db.migrations import AddField, AlterField
from django.db.models import Model, QuerySet
from django.db.models.expressions import Combinable

from transformer.backends.django.migrations.field_kinds import AnyField
from transformer.backends.django.migrations.inspection import (
    Inspection,
    Names,
    give_examples,
    name_risk,
)
from transformer.backends.django.migrations.requests import Found
from transformer.backends.django.migrations.risks import Risk, Settled
from transformer.backends.django.migrations.row_operations import (
    MODULE,
    Shown,
    evaluate,
)

Pairs = list[tuple[Shown, Shown]]
"""Keys of rows, each with a value."""


def say_fill(each: Settled, inspection: Inspection, names: Names) -> Found | None:
    """Say which rows would get what their field can't hold, or what another row has."""
    operation, risk = each.risk.cause, each.risk
    if risk.renamed or not isinstance(operation, AddField | AlterField):
        return None
    field, value = operation.field, evaluate(each.value)
    if not isinstance(value, Combinable) and not misfits(value, field) and not field.unique:
        return None
    filled = inspection.ask(risk, lambda model, alias: list_filled(risk, model, alias, value))
    if filled is None:
        filled = [] if isinstance(value, Combinable) else [(None, value)]
    if unfit := [pair for pair in filled if misfits(pair[1], field)]:
        return _say("migration-fill-unfit", risk, unfit, names)
    if not field.unique:
        return None
    others = inspection.ask(risk, lambda model, alias: list_others(risk, model, alias, field))
    if repeated := list_repeated(filled, others or []):
        return _say("migration-fill-repeats", risk, repeated, names)
    return None


def find_rows(risk: Risk, rows: QuerySet[Model]) -> QuerySet[Model]:
    """Find the rows that a risk is about."""
    becomes = getattr(risk.guard, "becomes", None)
    if becomes is None:
        return rows.all() if risk.condition is None else rows.filter(risk.condition)
    lost = import_module(MODULE).find_lost(rows, risk.field, becomes)
    return rows.filter(pk__in=[key for key, _ in lost])


def list_filled(risk: Risk, model: type[Model], alias: str, value: Combinable | Shown) -> Pairs:
    """List what each row would get."""
    rows = find_rows(risk, model._base_manager.using(alias)).order_by("pk")
    if isinstance(value, Combinable):
        return list(rows.annotate(filled_value=value).values_list("pk", "filled_value"))
    keys: list[Shown] = [*rows.values_list("pk", flat=True)]
    return [(key, value) for key in keys]


def list_others(risk: Risk, model: type[Model], alias: str, field: AnyField) -> Pairs:
    """List what the rows have that keep their value."""
    if isinstance(risk.cause, AddField):
        return []
    rows = model._base_manager.using(alias)
    kept = rows.exclude(pk__in=find_rows(risk, rows).values("pk")).order_by()
    return list(kept.values_list("pk", risk.field))


def misfits(value: Combinable | Shown, field: AnyField) -> bool:
    """Tell whether a field can't hold a value, or has to have one and there is none."""
    if value in (None, ""):
        return not field.null and not (field.blank and field.empty_strings_allowed)
    return bool(import_module(MODULE).is_lost(value, field))


def list_repeated(filled: Pairs, others: Iterable[tuple[Shown, Shown]]) -> Pairs:
    """List the rows that would get what another one has or gets."""
    counts = Counter(str(value) for _, value in (*filled, *others))
    return [pair for pair in filled if pair[1] is not None and counts[str(pair[1])] > 1]


def _say(code: str, risk: Risk, rows: Pairs, names: Names) -> Found:
    named = name_risk(risk, names)
    examples = give_examples(rows) if named.is_public else ""
    count = "" if rows[0][0] is None else f": {len(rows)}"
    words = {"what": named.what, "found": f"{count}{examples}"}
    return {"code": code, "words": words, "place": named.place, "stops": True}
