"""Rows of any model, made without its pages."""

import itertools
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import IntegrityError, models, transaction

from tests.micro.mending import mend_row
from tests.micro.values import make_value

numbers = itertools.count(101)
MANY = 25
_TRIES = 40

Row = models.Model
Underway = dict[type[Row], Any]


def list_models() -> list[type[Row]]:
    """The models of the app, each after those that it refers to, as far as that goes."""
    ordered: list[type[Row]] = []
    waiting = [m for m in apps.get_app_config("core").get_models() if not is_stand_in(m)]
    while waiting:
        ready = [m for m in waiting if not (_list_targets(m) & set(waiting) - {m})]
        for model in ready or waiting[:1]:
            waiting.remove(model)
            ordered.append(model)
    return ordered


def is_stand_in(model: type[Row]) -> bool:
    """Whether a model is that of the people who sign in, and no entity is."""
    return model is get_user_model() and not model._meta.ordering


def list_references(model: type[Row]) -> Iterator[models.ForeignKey]:
    """The fields that refer to rows."""
    return (field for field in model._meta.concrete_fields if field.is_relation)


def _list_targets(model: type[Row]) -> set[type[Row]]:
    return {field.related_model for field in list_references(model) if not field.null}


def make_row(model: type[Row], **given: Any) -> Row:
    """A new row with a value in every field, referring to rows that are there; `given` wins."""
    for _ in range(_TRIES):
        try:
            with transaction.atomic():
                return _make_row(model, next(numbers), given, {})
        except IntegrityError:  # something unique is taken
            continue
    raise LookupError(f"no further row of {model.__name__} fits")


def _make_row(model: type[Row], number: int, given: dict[str, Any], underway: Underway) -> Row:
    key = model._meta.pk
    rights = {"is_staff": False, "is_superuser": False} if model is get_user_model() else {}
    values = {**rights, **given}
    if not key.is_relation and key.name not in values:
        values[key.name] = make_value(key, number)
    underway = {**underway, model: values.get(key.name)}
    for field in model._meta.concrete_fields:
        if field.name in values or _fills_itself(field):
            continue
        if field.is_relation:
            values[field.attname] = find_key(field, number, underway)
        else:
            values[field.name] = make_value(field, number)
    row = model(**values)
    mend_row(row, [f.name for f in _list_free(model) if f.name not in given])
    row.save(force_insert=True)
    return row


def _list_free(model: type[Row]) -> Iterator[models.Field]:
    """The fields that may have another value instead."""
    for field in model._meta.concrete_fields:
        if not (field.primary_key or field.is_relation or field.unique or _fills_itself(field)):
            yield field


def _fills_itself(field: models.Field) -> bool:
    """Whether nobody fills a field in: what says when it was, or that a row was put away."""
    is_time = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    return bool(is_time or field.name in getattr(field.model, "deletion_fields", ()))


def find_key(field: models.ForeignKey, number: int, underway: Underway) -> Any:
    """The key of a row to refer to: one that is there or, where it must be, a new one."""
    target = field.related_model
    if is_stand_in(target):
        return None if field.unique else target.objects.earliest("pk").pk
    if target in underway:
        return None if field.null else underway[target]
    rows = target._base_manager
    if field.unique:
        rows = rows.exclude(pk__in=field.model._base_manager.values(field.attname))
    keys = list(rows.order_by("pk").values_list("pk", flat=True)[:MANY])
    if not keys and field.null and field.unique:
        return None
    # Other numbers give other pairs, as far as a rule over several fields asks for that.
    return keys[number // 7 % len(keys)] if keys else _make_row(target, number, {}, underway).pk


def ensure_target(field: models.ForeignKey) -> None:
    """Let there be a row that a new row can refer to by this field."""
    if not is_stand_in(field.related_model):
        taken = field.model._base_manager.exclude(**{field.attname: None})
        rows = field.related_model._base_manager
        free = rows.exclude(pk__in=taken.values(field.attname)) if field.unique else rows
        if not free.exists():
            make_row(field.related_model)


def fill_table(model: type[Row], size: int) -> bool:
    """Whether a table could be filled up to this many rows; a unique enum sets a limit."""
    rows = model._base_manager
    try:
        while rows.count() < size:
            make_row(model)
    except LookupError:
        return False
    return True
