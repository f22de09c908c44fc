"""Commands that other tools have, and what does here what they do."""

from transformer.diagnostics.resources import read_table


def suggest_command(word: str) -> str | None:
    """Suggest what does here what a word does elsewhere; None if that is unknown."""
    return read_table("language/commands", dict[str, str]).get(word)
