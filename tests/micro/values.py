"""Values that a field of a model takes, found by asking the field itself."""

import datetime
import itertools
import uuid
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.validators import BaseValidator, RegexValidator
from django.db import models

from transformer.backends.django.matching import find_match

PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c000000000100010000020144003b"
)
START = datetime.datetime(2024, 2, 28, 23, 30, tzinfo=datetime.UTC)
MARKUP = "<i>{}</i> & 'q'"
_LONG = 40
# A UUID4 that sorts after the random ones, so that what is first stays first.
LATE = (0xFFFFFFFF << 96) + (4 << 76) + (8 << 62)


def list_values(field: models.Field, number: int) -> Iterator[Any]:
    """Values that fit a field, other numbers giving others where there are enough."""
    found = 0
    for value in itertools.chain(_propose(field, number), _propose_matches(field, number)):
        if _is_fit(field, value):
            found += 1
            yield value
    if not found:
        raise LookupError(f"no value found for {field}")


def make_value(field: models.Field, number: int) -> Any:
    """The first value that fits a field."""
    return next(list_values(field, number))


def _is_fit(field: models.Field, value: Any) -> bool:
    if isinstance(field, models.FileField):
        return True
    try:
        field.clean(value, None)
    except ValidationError:
        return False
    return True


def _propose(field: models.Field, number: int) -> Iterable[Any]:
    if field.choices:
        values = [value for value, _ in field.flatchoices if value not in ("", None)]
        return values[number % len(values) :] + values[: number % len(values)]
    for kind, propose in PROPOSALS.items():
        if isinstance(field, kind):
            return propose(field, number)
    raise LookupError(f"no idea what a {type(field).__name__} takes")


def _propose_texts(field: models.Field, number: int) -> Iterator[str]:
    for text in (MARKUP.format(number), f"Text {number}", f"t{number}", str(number)):
        if len(text) <= (field.max_length or 10_000):
            yield text
            yield text + " and more" * 4
    yield chr(ord("a") + number % 26)


def _propose_numbers(field: models.Field, number: int) -> Iterator[Decimal | int]:
    """Numbers up from the least and down from the greatest that a validator allows."""
    steps = [Decimal(1), Decimal(1).scaleb(-getattr(field, "decimal_places", 0))]
    limits = [_find_limit(check) for check in field.validators if isinstance(check, BaseValidator)]
    for limit in [Decimal(number), *map(Decimal, limits), Decimal(0)]:
        for step in steps:
            for value in (limit + number * step, limit - number * step, limit):
                yield int(value) if isinstance(field, models.IntegerField) else value


def _find_limit(check: BaseValidator) -> str:
    value = check.limit_value
    return str(value() if callable(value) else value)


def _propose_matches(field: models.Field, number: int) -> Iterator[str]:
    """Texts of growing lengths that match the expression of a field's own validator."""
    own = [check for check in field._validators if isinstance(check, RegexValidator)]
    longest = field.max_length or _LONG
    for check in own:
        start = number % min(longest, _LONG)
        for shortest in (*range(start, min(longest, _LONG)), 0):
            text = find_match(check.regex.pattern, shortest, longest)
            if text is not None:
                yield _vary(text, number)
                yield text


def _vary(text: str, number: int) -> str:
    """The text with its digits and capitals counted on."""
    letters = list(text)
    for place in reversed(range(len(letters))):
        base = {"0": 10, "A": 26}.get("0" if letters[place].isdigit() else letters[place], 0)
        if base:
            number, step = divmod(number, base)
            letters[place] = chr(ord("0" if base == 10 else "A") + step)
    return "".join(letters)


def make_upload(field: models.Field | None, number: int) -> SimpleUploadedFile:
    """A small file of the kind that a field takes, with an awkward name."""
    if isinstance(field, models.ImageField):
        return SimpleUploadedFile(f"dot {number}.gif", PIXEL, "image/gif")
    return SimpleUploadedFile(f"nöte {number}.txt", b"A note.\n", "text/plain")


PROPOSALS: dict[type, Callable[[models.Field, int], Iterable[Any]]] = {
    models.FileField: lambda field, number: [make_upload(field, number)],
    models.EmailField: lambda _, number: [f"person{number}@example.com", f"p{number}@ex.io"],
    models.URLField: lambda _, number: [f"https://example.com/{number}?a=1&b=2", "http://a.io"],
    models.SlugField: lambda _, number: [f"slug-{number}", f"s{number}", f"s{number}" * 9],
    models.CharField: _propose_texts,
    models.TextField: _propose_texts,
    models.BooleanField: lambda _, number: [number % 2 == 0],
    models.DecimalField: _propose_numbers,
    models.FloatField: _propose_numbers,
    models.IntegerField: _propose_numbers,
    models.DateTimeField: lambda _, number: [START + datetime.timedelta(hours=number * 5)],
    models.DateField: lambda _, number: [START.date() + datetime.timedelta(number)],
    models.TimeField: lambda _, number: [datetime.time(number % 24, number // 24)],
    models.UUIDField: lambda _, number: [
        uuid.UUID(int=(0xFFFFFFFF << 96) + (4 << 76) + (8 << 62) + number)
    ],
    models.JSONField: lambda _, number: [{"number": number, "tag": "<i>json</i>"}],
}
