"""A file cut into lines, and what is known of it while its lines are read."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from transformer.diagnostics.problems import Problem
from transformer.dsl.parser.lines import Line, scan_lines, walk_lines


@dataclass(slots=True)
class SourceFile:
    """The lines of one file, and what is wrong with them so far."""

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
    """Names that some line `name: …` declares, which are no words of a dialect then."""


def scan_file(text: str, file: str) -> SourceFile:
    """The file cut into lines."""
    lines, problems = scan_lines(text, file)
    declared = frozenset(name for line in walk_lines(lines) for name in _list_names(line))
    return SourceFile(file, text, lines, problems, declared=declared)


def _list_names(line: Line) -> Iterator[str]:
    """The names that a line declares, as far as can be reported by its looks."""
    texts = [token.text for token in line.tokens]
    if texts[1:2] == [":"]:
        yield texts[0]
        yield from texts[2:] if texts[2:3] == ["enum"] else ()
    elif texts[-1] == ":":
        yield from texts[1:2]
    if texts[0] == "enum":
        yield from (child.tokens[0].text for child in line.children)


def list_enums(files: Iterable[SourceFile]) -> frozenset[str]:
    """The names of the enumerations that files declare, which fields may use as types.

    One that stands too far to the right counts as well.
    """
    return frozenset(
        line.tokens[1].text
        for source in files
        for line in walk_lines(source.lines)
        if line.tokens[0].text == "enum" and len(line.tokens) > 1 and line.tokens[1].kind == "name"
    )
