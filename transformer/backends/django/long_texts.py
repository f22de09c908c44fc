"""Texts that are too long for a line, cut into pieces."""

from collections.abc import Iterator

from transformer.backends.django.literals import measure_width, spell_string


def lay_out_text(text: str, indent: int, prefix: str, suffix: str, width: int) -> Iterator[str]:
    """Lay out a text in brackets, as lines that are at most `width` columns wide."""
    margin = " " * indent
    yield f"{margin}{prefix}("
    for piece in _cut(text, width - indent - 4):
        yield f"{margin}    {spell_string(piece)}"
    yield f"{margin}){suffix}"


def _cut(text: str, width: int) -> Iterator[str]:
    """Cut a text, after spaces, into pieces whose literals are at most `width` columns wide."""
    rest = text
    while measure_width(spell_string(rest)) > width:
        end = 1
        while end < len(rest) and measure_width(spell_string(rest[: end + 1])) <= width:
            end += 1
        end = rest.rfind(" ", 1, end) + 1 or end
        yield rest[:end]
        rest = rest[end:]
    if rest or not text:
        yield rest
