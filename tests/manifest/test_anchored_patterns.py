"""A field's pattern is what the whole text matches."""

import re

import pytest

from transformer.manifest.completion.entity_defaults import anchor_pattern


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        ("[0-9]{2}", "12", "123"),
        ("a|b", "b", "ab"),
        ("^a$|^b", "b", "bc"),
        (r"^[0-9]+\$", "5$", "5$ or more"),
        (r"^a\\$", "a\\", "a\\b"),
        ("(?x)[a-z]+ # letters", "abc", "abc1"),
        ("(?i)[a-z]+", "ABC", "ABC1"),
    ],
)
def test_only_whole_texts_match(pattern: str, good: str, bad: str) -> None:
    anchored = re.compile(anchor_pattern(pattern))
    assert anchored.search(good)
    assert not anchored.search(bad)
