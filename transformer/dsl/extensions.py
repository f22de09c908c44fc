"""Blocks and lines that are carried along untouched."""

from collections.abc import Container

from transformer.dsl.forms import Said
from transformer.dsl.lines import Line, last_line_of, span_of


def word_of(line: Line, kinds: Container[str]) -> tuple[str, int]:
    """The word that says what kind of thing the line is, and the index of its token."""
    tokens = line.tokens
    if tokens[0].text == "@" and len(tokens) > 1:
        return f"@{tokens[1].text}", 0
    if len(tokens) > 2 and tokens[1].text == ":" and tokens[2].text in kinds:
        return tokens[2].text, 2
    return tokens[0].text, 0


def extension_of(line: Line, kinds: Container[str], text: str, file: str) -> dict[str, Said]:
    """The word and the source of a line with all that is indented under it."""
    word, index = word_of(line, kinds)
    span = span_of(line.tokens[index], file)
    first, last = line.tokens[0].line, last_line_of(line)
    source = text.split("\n")[first - 1 : last]
    return {"word": Said(word, span), "lines": Said(_dedent(source), span)}


def _dedent(lines: list[str]) -> list[str]:
    margins = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    margin = min(margins, default=0)
    return [line[margin:].rstrip() for line in lines]
