"""The sample values of the emitted tests: within the bounds of their fields, large ones too."""

from decimal import Decimal
from typing import Any

import pytest

from transformer.backends.django.samples import find_number, find_text
from transformer.model.entity_fields import Field


def make_field(said: dict[str, Any]) -> Field:
    plain = {"required": True, "nullable": False, "unique": "no", "input": "always"}
    return Field(name="size", title="Size", **plain, **said)


@pytest.mark.parametrize(
    "said",
    [
        {"type": "decimal", "digits": 8, "places": 2, "maximum": 10**29},
        {"type": "decimal", "digits": 40, "places": 30},
        {"type": "money", "minimum": 1, "maximum": 10**60},
    ],
)
def test_numbers_of_any_size_are_taken(said: dict[str, Any]) -> None:
    number = Decimal(find_number(make_field(said), 1))
    assert 1 <= number <= said.get("maximum", number)


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ({"type": "int"}, "1", "2"),
        ({"type": "int", "minimum": 3, "maximum": 3}, "3", "3"),
        ({"type": "decimal", "digits": 3, "places": 2}, "1", "2"),
        ({"type": "decimal", "digits": 2, "places": 2, "minimum": 0.01}, "0.5", "0.25"),
        ({"type": "money", "minimum": 0.01, "maximum": 0.01}, "0.01", "0.01"),
        ({"type": "int", "minimum": -5, "maximum": -2}, "-5", "-2"),
    ],
)
def test_numbers_are_plain_ones(said: dict[str, Any], first: str, second: str) -> None:
    field = make_field(said)
    found = [Decimal(find_number(field, number)) for number in (1, 2)]
    assert found == [Decimal(first), Decimal(second)]


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ({"length": 40}, "Sample 1", "Sample 2"),
        ({"length": 7}, "S1", "S2"),
        ({"length": 1}, "1", "2"),
        ({"length": 40, "minimum": 10}, "xxSample 1", "xxSample 2"),
        ({"length": 40, "maximum": 2}, "S1", "S2"),
    ],
)
def test_texts_fit(said: dict[str, Any], first: str, second: str) -> None:
    field = make_field({"type": "str", **said})
    assert [find_text(field, number) for number in (1, 2)] == [first, second]
