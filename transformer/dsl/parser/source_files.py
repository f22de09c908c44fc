"""Source files: scanned lines, and the state of parsing them."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from transformer.diagnostics.problems import Problem
from transformer.dsl.parser.lines import Line, scan_lines, walk_lines


@dataclass(slots=True)
class SourceFile:
    """The lines of one file, and the problems with them so far."""

    file: str
    text: str
    lines: list[Line]
    problems: list[Problem]
    enums: frozenset[str] = frozenset()
    relocated: deque[Line] = field(default_factory=deque)
    header: Line | None = None
    faulty: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    declared: frozenset[str] = frozenset()
    """Names that some line `name: …` declares; these are no words of a dialect."""


def scan_file(text: str, file: str) -> SourceFile:
    """Scan a file into lines."""
    lines, problems = scan_lines(text, file)
    declared = frozenset(name for line in walk_lines(lines) for name in _list_names(line))
    return SourceFile(file, text, lines, problems, declared=declared)


def _list_names(line: Line) -> Iterator[str]:
    """List the names that a line may declare, by its shape."""
    texts = [token.text for token in line.tokens]
    if texts[1:2] == [":"]:
        yield texts[0]
        yield from texts[2:] if texts[2:3] == ["enum"] else ()
    elif texts[-1] == ":":
        yield from texts[1:2]
    if texts[0] == "enum":
        yield from (child.tokens[0].text for child in line.children)


def list_enums(files: Iterable[SourceFile]) -> frozenset[str]:
    """List the names of the enumerations that files declare, which fields may use as types.

    A misindented one counts as well.
    """
    return frozenset(
        line.tokens[1].text
        for source in files
        for line in walk_lines(source.lines)
        if line.tokens[0].text == "enum" and len(line.tokens) > 1 and line.tokens[1].kind == "name"
    )
