"""The table of hints: what to write instead of what people bring from elsewhere."""

from typing import TypedDict

from transformer.diagnostics.resources import read_table


class Hints(TypedDict):
    """What to do about a word, by the code of its problem, and about a line, by its block."""

    words: dict[str, dict[str, str]]
    lines: dict[str, dict[str, str]]


def read_hints() -> Hints:
    """Read the table of hints."""
    return read_table("language/hints", Hints)
