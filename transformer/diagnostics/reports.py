"""Reports of problems for people: the line of source, with marks under the span."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from transformer.diagnostics.problems import Problem, Span, show_character

Paint = Callable[[str, str], str]
_WIDTH = 100
_MOST_ALIKE = 12
_MAIN, _OTHER = "^", "-"


def describe_problem(
    problem: Problem, sources: Mapping[str, str], paint: Paint | None = None
) -> str:
    """Draw a problem: its message, and its line of source with a caret under the span."""
    color = paint or (lambda _role, text: text)
    level = problem.level

    def emphasize(text: str) -> str:
        return color(level, text)

    lines = [f"{emphasize(f'{level}[{problem.code}]')}: {problem.message}"]
    if problem.span is not None:
        lines += _describe_place(problem.span, sources, problem.hint, _MAIN, emphasize)
    elif problem.hint:
        lines.append(f"  = {problem.hint}")
    for note, span in problem.related:
        # Two lines of a pattern have the same span: that of their `@use`.
        if note and span != problem.span:
            lines += _describe_related(span, sources, note, problem.span)
    lines += _list_alike([span for note, span in problem.related if not note])
    return "\n".join(lines)


def _list_alike(spans: Iterable[Span]) -> Iterator[str]:
    """List the other spans with the same problem, a line per file."""
    files: dict[str, dict[int, None]] = {}
    for span in spans:
        files.setdefault(span.file, {})[span.line] = None
    for file, lines in files.items():
        shown = [str(line) for line in [*lines][:_MOST_ALIKE]]
        rest = f" and {len(lines) - len(shown)} more" if len(lines) > len(shown) else ""
        yield f"  = also {file}:{', '.join(shown)}{rest}"


def _describe_related(
    span: Span, sources: Mapping[str, str], note: str, main: Span | None
) -> list[str]:
    """Draw a related span; only its marks if its line was just shown."""
    lines = _describe_place(span, sources, note, _OTHER, str)
    is_shown = main is not None and (main.file, main.line) == (span.file, span.line)
    # A line that is cut shows another part for each span.
    is_whole = is_shown and len(_read_line(sources, span)) <= _WIDTH
    return lines[-1:] if is_whole and len(lines) > 1 else lines


def _read_line(sources: Mapping[str, str], span: Span) -> str:
    """Return the line of source at a span, empty if there is none."""
    lines = _split_lines(sources.get(span.file, ""))
    return lines[span.line - 1] if 0 < span.line <= len(lines) else ""


def _describe_place(
    span: Span,
    sources: Mapping[str, str],
    note: str | None,
    mark: str,
    emphasize: Callable[[str], str],
) -> list[str]:
    """Draw a span: its place, its line of source if there is one, and the note under it."""
    place = f"{span.file}:{span.line}:{span.column}"
    line = _read_line(sources, span)
    if not line.strip():
        if mark == _OTHER:
            return [f"  = {note}: {place}"]
        return [f"  --> {place}", f"  = {note}"] if note else [f"  --> {place}"]
    text, start, length = _point_at(line, span)
    bar = f" {' ' * len(str(span.line))} |"
    pointer = " " * start + emphasize(mark * length)
    suffix = f" {note}" if note else ""
    return [f"  --> {place}", bar, f" {span.line} | {text}", f"{bar} {pointer}{suffix}"]


@lru_cache(maxsize=16)
def _split_lines(text: str) -> list[str]:
    return text.split("\n")


def _point_at(line: str, span: Span) -> tuple[str, int, int]:
    """Cut a line to the width of a terminal around a span.

    Returns the text, the cell where the marks start, and the number of cells that they take.
    """
    start = max(0, min(span.column - 1, len(line)))
    end = max(start + 1, min(span.end - 1, len(line)))
    first = max(0, start - _WIDTH // 2) if len(line) > _WIDTH else 0
    last = first + _WIDTH
    before, after = "…" if first else "", "…" if last < len(line) else ""
    shown = before + "".join(show_character(c) for c in line[first:last]) + after
    margin = _measure(before + line[first:start])
    return shown, margin, max(1, _measure(line[start : min(end, last)]))


def _measure(text: str) -> int:
    """Count the cells that a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
