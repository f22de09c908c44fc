"""The rows of the matrix test: one as it comes, and with what rules ask for changed."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager, suppress
from copy import copy
from dataclasses import dataclass
from itertools import combinations, islice, product
from typing import Any
from unittest import SkipTest

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction
from django.db.models import Model

MOST = 400  # changes of a row that are tried
ABOUT_ROWS = ("list", "read", "update", "delete")


@dataclass(frozen=True)
class Rows:
    """How a row of a model is made, and what rules ask of it.

    `values` has values to try for each of these fields, also for one of a row that this
    one refers to: `"house.street"`. A reference is tried with somebody's own, with
    another one and, if it may, with none.
    """

    model: type[Model]
    make: Callable[[], Model]
    values: Mapping[str, Sequence[Any]]


@dataclass(frozen=True)
class Target:
    """A row that a reference is tried with, found when it is needed."""

    words: str
    find: Callable

    def __str__(self):
        return self.words


def find_value(value):
    return value.find() if isinstance(value, Target) else value


@contextmanager
def undone():
    """Take back what is written meanwhile."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


class Outcomes:
    """What has been tried: which changes of a row have led to an outcome."""

    def __init__(self):
        self.changes = {}

    def add(self, outcome, changes):
        """Note changes; tell whether none of them alone has led to the outcome."""
        names, found = frozenset(changes), self.changes.setdefault(outcome, [])
        is_new = not any(each <= names for each in found)
        if is_new:
            found.append(names)
        return is_new


class RowMaker:
    """Makes the rows of a model, one at a time."""

    def __init__(self, rows, people):
        self.rows = rows
        self.people = people

    def make(self):
        """A row; None where none keeps the model’s rules."""
        try:
            with transaction.atomic():
                return self.rows.make()
        except (SkipTest, IntegrityError):
            return None

    def show_rows(self):
        """A row, and the same with a value or two changed, each there for a while."""
        for changes in ({}, *self.list_changes()):
            with suppress(IntegrityError), undone():
                row = self.make()
                if row and self.change(row, changes):
                    yield type(row)._base_manager.get(pk=row.pk), changes

    def list_changes(self):
        """What is changed of a row: one value, or two."""
        options = self.list_options()
        single = ({name: value} for name in options for value in options[name])
        pairs = (
            dict(zip(names, values, strict=True))
            for names in combinations(options, 2)
            for values in product(*map(options.get, names))
        )
        return [*islice(single, MOST), *islice(pairs, MOST)]

    def list_options(self):
        with undone():
            row = self.make()
            if row is None:
                return {}
            given = self.rows.values.items()
            return {name: values or self.list_targets(name) for name, values in given}

    def list_targets(self, name):
        """What a reference is tried with."""
        field = self.rows.model._meta.get_field(name.partition(".")[0])
        for part in name.split(".")[1:]:
            field = field.related_model._meta.get_field(part)
        target = field.related_model
        if target is get_user_model():
            found = [
                Target(each.role, lambda user=each.user: user)
                for each in self.people
                if each.user.pk
            ]
        else:
            found = [
                Target("one’s own", target._base_manager.first),
                Target("another one", lambda: add_other(target)),
            ]
        return [*found, Target("nothing", lambda: None)] if field.null else found

    def change(self, row, changes):
        """Write changes past all that the model says; tell whether all could be."""
        # Values that constraints speak of have to come together.
        own = {k: find_value(v) for k, v in changes.items() if "." not in k}
        if own:
            type(row)._base_manager.filter(pk=row.pk).update(**own)
        for name, value in changes.items():
            *way, last = name.split(".")
            target = row if way else None
            for part in way:
                target = target and getattr(target, part)
            if way and target is None:
                return False
            if target:
                rows = type(target)._base_manager.filter(pk=target.pk)
                rows.update(**{last: find_value(value)})
        return True


def add_other(model):
    """A row like the first, but for what no two may share; None if there is none."""
    row = copy(model._base_manager.first())
    if row is None:
        return None
    row.pk, row._state.adding = None, True
    for field in row._meta.concrete_fields:
        if field.unique and not field.primary_key:
            value = getattr(row, field.attname)
            is_text = isinstance(value, str)
            other = f"x{value}"[: field.max_length] if is_text else None
            setattr(row, field.attname, other)
    with suppress(IntegrityError), transaction.atomic():
        row.save_base(force_insert=True)
        return row
    return None
