"""Rows that break their model's rules, changed in as few fields as possible until they don't."""

import datetime
import itertools
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

LATE = datetime.datetime(2126, 1, 1, 9, tzinfo=datetime.UTC)
LATER = LATE + datetime.timedelta(days=1)
PROPOSALS: Mapping[type[models.Field], list[Any]] = {
    models.BooleanField: [True, False],
    models.DateTimeField: [LATE, LATER],  # two, for what has to begin late and end
    models.DateField: [LATE.date(), LATER.date()],
    models.DecimalField: [0, 1],
    models.IntegerField: [0, 1],
}


def mend_row(row: models.Model, names: Collection[str]) -> dict[str, Any]:
    """Change some of the named fields until the row keeps its rules; return their new values."""
    changed: dict[str, Any] = {}
    fields = {field.name: field for field in row._meta.concrete_fields}
    # A form may send what is no field, such as the version that it was made of.
    proposals = {name: list(_propose(fields[name])) for name in names if name in fields}
    while count := count_broken(row):
        for other in _list_changes(proposals):
            old = {name: getattr(row, name) for name in other}
            _change(row, other)
            if count_broken(row) < count:
                changed |= other
                break
            _change(row, old)
        else:
            raise LookupError(f"no row of {type(row).__name__} keeps its rules")
    return changed


def count_broken(row: models.Model) -> int:
    """How many rules a row breaks."""
    try:
        row.clean()
    except ValidationError as error:
        return len(error.messages)
    return 0


def _propose(field: models.Field) -> Iterator[Any]:
    if field.null:
        yield None
    yield from (value for value, _ in field.flatchoices or ())
    yield from next((each for kind, each in PROPOSALS.items() if isinstance(field, kind)), [])


def _list_changes(proposals: Mapping[str, list[Any]]) -> Iterator[dict[str, Any]]:
    for size in (1, 2):
        for names in itertools.combinations(proposals, size):
            for values in itertools.product(*(proposals[name] for name in names)):
                yield dict(zip(names, values, strict=True))


def _change(row: models.Model, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
