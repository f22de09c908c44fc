"""Blocks and lines that are carried along untouched."""

from transformer.dsl.parser.dialects import Kept
from transformer.dsl.parser.lines import Line, last_line_of, span_of
from transformer.dsl.parser.productions import Said


def extension_of(line: Line, kept: Kept, text: str, file: str) -> dict[str, Said]:
    """The word and the source of a line with all that is indented under it."""
    span = span_of(kept.token, file)
    source = text.split("\n")[line.tokens[0].line - 1 : last_line_of(line)]
    said = {"word": kept.word, "rule": kept.is_rule, "lines": _dedent(source)}
    return {key: Said(value, span) for key, value in said.items()}


def _dedent(lines: list[str]) -> list[str]:
    margins = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    margin = min(margins, default=0)
    return [line[margin:].rstrip() for line in lines]
