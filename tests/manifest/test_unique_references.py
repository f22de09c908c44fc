"""The inverse of a unique reference leads to one record."""

from pathlib import Path

import pytest

from tests.manifest.test_meaning import manifest_of


@pytest.mark.parametrize(
    ("lines", "inverses"),
    [
        ("owner: ref Person", [("cards", "Cards")]),
        ("owner: ref Person unique", [("card", "Card")]),
        ("owner: ref Person unique?", [("card", "Card")]),
        (
            "owner: ref Person unique\n  lender: ref Person",
            [("owner_card", "Card (owner)"), ("lender_cards", "Cards (lender)")],
        ),
        ("parent: ref Card unique", [("child", "Child")]),
        ("next: ref Card unique", [("next_card", "Card (next)")]),
    ],
)
def test_inverse_is_as_many_as_there_are(
    tmp_path: Path, lines: str, inverses: list[tuple[str, str]]
) -> None:
    text = f"entity Person:\n  name: str\nentity Card:\n  id: uuid pk\n  {lines}\n"
    fields = manifest_of(tmp_path, text)["entities"][1]["fields"]
    found = [field["inverse"] for field in fields if "inverse" in field]
    assert [(inverse["name"], inverse["title"]) for inverse in found] == inverses
