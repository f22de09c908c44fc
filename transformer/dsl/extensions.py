"""Blocks and lines that are carried along untouched."""

from transformer.dsl.forms import Said
from transformer.dsl.lines import Line, last_line_of, span_of


def extension_of(line: Line, text: str, file: str) -> dict[str, Said]:
    """The word and the source of a line with all that is indented under it."""
    token = line.tokens[0]
    span = span_of(token, file)
    source = text.split("\n")[token.line - 1 : last_line_of(line)]
    return {"word": Said(token.text, span), "lines": Said(_dedent(source), span)}


def _dedent(lines: list[str]) -> list[str]:
    margins = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    margin = min(margins, default=0)
    return [line[margin:].rstrip() for line in lines]
