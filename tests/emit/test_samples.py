"""The sample values of the emitted tests, where the numbers are large."""

from decimal import Decimal
from typing import Any

import pytest

from transformer.backends.django.samples import find_number


@pytest.mark.parametrize(
    "field",
    [
        {"type": "decimal", "digits": 8, "places": 2, "maximum": 10**29},
        {"type": "decimal", "digits": 40, "places": 30},
        {"type": "money", "minimum": 1, "maximum": Decimal(10) ** 60},
    ],
)
def test_numbers_of_any_size_are_taken(field: dict[str, Any]) -> None:
    number = Decimal(find_number(field, 1))
    assert 1 <= number <= field.get("maximum", number)
