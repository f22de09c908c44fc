"""Imports as isort would order and break them."""

import pytest

from transformer.backends.django.imports import write_imports
from transformer.backends.django.printing import WIDTH

ORDERED = [
    (["b", "A", "LIMIT", "a"], "LIMIT, A, a, b"),
    (["Item10", "Item2", "item"], "Item2, Item10, item"),
    (["Bc", "bA", "Ab", "X"], "Ab, Bc, X, bA"),
]


@pytest.mark.parametrize(("names", "line"), ORDERED)
def test_members_are_ordered(names: list[str], line: str) -> None:
    assert write_imports([], {".models": names}) == f"from .models import {line}"


@pytest.mark.parametrize("width", [WIDTH, WIDTH + 1])
def test_line_is_as_long_as_it_may_be(width: int) -> None:
    name = "a" * (width - len("from .models import "))
    line = f"from .models import {name}"
    broken = f"from .models import (\n    {name},\n)"
    assert write_imports([], {".models": [name]}) == (line if width == WIDTH else broken)


def test_sections_stand_apart() -> None:
    text = write_imports(["models", "datetime", "uuid"], {".models": ["Task"]})
    assert text == (
        "import datetime\nimport uuid\n\nfrom django.db import models\n\nfrom .models import Task"
    )
