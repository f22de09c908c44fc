"""The table of hints for words and lines of other languages."""

from typing import TypedDict

from transformer.diagnostics.resources import read_table


class HintTable(TypedDict):
    """Hints for words, by the code of their problem, and for lines, by their kind of block."""

    words: dict[str, dict[str, str]]
    lines: dict[str, dict[str, str]]


def read_hints() -> HintTable:
    """Read the table of hints."""
    return read_table("language/hints", HintTable)
