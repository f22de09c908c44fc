"""Repair of a misindented line, tried at the columns of other lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from transformer.diagnostics.problems import Problem

_CODES = {"odd-indentation", "unexpected-body", "misplaced-block", "unknown-word", "unexpected"}
# These mostly have other causes; other problems tell whether it is indentation.
_UNSURE = {"misplaced-line", "unknown-line", "unfinished"}
_MOST_COLUMNS = 4
_LONGEST = 200_000  # characters of a file that is read again for a repair
_MOST_READ = 50_000  # characters that all repairs but the first may take


def find_misindented(problems: Sequence[Problem]) -> Problem | None:
    """Find the first problem, by line, that a misindented line may cause."""
    codes = _CODES | _UNSURE if len(problems) > 1 else _CODES
    found = [(each.span.line, each) for each in problems if each.code in codes and each.span]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def list_repairs(text: str, problem: Problem) -> Iterator[str]:
    """Yield the text with one line moved to the left, the likeliest repair first.

    The line is that of the problem or the one before it: if the first line of a block is
    misindented, the second one is reported. In a long file only the likeliest repairs are tried,
    since each takes another parse.
    """
    if len(text) <= _LONGEST:
        most = 1 + _MOST_READ // max(len(text), 1)
        yield from islice(_list_repairs(text.split("\n"), problem), most)


def _list_repairs(lines: list[str], problem: Problem) -> Iterator[str]:
    number = problem.span.line - 1 if problem.span else 0
    before = next((n for n in range(number - 1, -1, -1) if lines[n].strip()), number)
    counts = Counter(_measure_indent(line) for line in lines if line.strip())
    columns = sorted(counts, reverse=True)
    own = _measure_indent(lines[number])
    is_first = _measure_indent(lines[before]) > own and counts[own] > 1
    for place in dict.fromkeys((before, number) if is_first else (number, before)):
        nearer = [column for column in columns if column < _measure_indent(lines[place])]
        for column in nearer[:_MOST_COLUMNS]:
            moved = " " * column + lines[place].lstrip(" ")
            yield "\n".join([*lines[:place], moved, *lines[place + 1 :]])


def _measure_indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
