"""The sample values of the emitted tests, where the numbers are large."""

from decimal import Decimal
from typing import Any

import pytest

from transformer.backends.django.samples import find_number
from transformer.model.entity_fields import Field


@pytest.mark.parametrize(
    "said",
    [
        {"type": "decimal", "digits": 8, "places": 2, "maximum": 10**29},
        {"type": "decimal", "digits": 40, "places": 30},
        {"type": "money", "minimum": 1, "maximum": 10**60},
    ],
)
def test_numbers_of_any_size_are_taken(said: dict[str, Any]) -> None:
    plain = {"required": True, "nullable": False, "unique": "no", "input": "always"}
    number = Decimal(find_number(Field(name="size", title="Size", **plain, **said), 1))
    assert 1 <= number <= said.get("maximum", number)
