"""Titles of the values of an enumeration."""

from pathlib import Path

import pytest

from tests.manifest.test_meaning import field_of


@pytest.mark.parametrize(
    ("values", "titles"),
    [
        ('todo, "in hand"', ["Todo", "In hand"]),
        ('"a b", a_b, c', ["a b", "a_b", "C"]),
        ('"Not yet", not_yet "Never"', ["Not yet", "Never"]),
        ('x "A b", a_b', ["A b", "a_b"]),
    ],
)
def test_values_have_titles_of_their_own(tmp_path: Path, values: str, titles: list[str]) -> None:
    field = field_of(tmp_path, f"x: enum[{values}]")
    assert [choice["title"] for choice in field["values"]] == titles
