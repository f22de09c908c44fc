"""Three-way merges of texts, line by line."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from transformer.output.patience import align_lines

Lines = Sequence[str]
_MARKS = ("<<<<<<< ", ">>>>>>> ")
_BETWEEN = "======="
_NO_BREAK = "\0"
"""Stands after the last line of a text that doesn't end with a line break."""


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines of the base that one side has exchanged for others."""

    start: int
    end: int
    lines: Lines
    place: int
    """Where they begin in the text of that side."""
    is_ours: bool

    def is_in_place(self, base: Lines) -> bool:
        """Tell whether each line is exchanged for one that stands as the other did."""
        old = base[self.start : self.end]
        return len(old) == len(self.lines) and all(
            line.strip() and was.strip() and _indent(line) == _indent(was)
            for line, was in zip(self.lines, old, strict=True)
        )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


Join = Callable[[Lines, Lines], Lines | None]
"""What becomes of what both sides insert in the same place; None if it can't be told."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged text; where it has conflicts they are marked in it."""

    text: str
    conflicts: tuple[tuple[int, int], ...]
    """The first and the last line of each in the person's text."""


def merge_texts(
    base: str, ours: str, theirs: str, join: Join, *, accepts_theirs: bool = True
) -> Merge:
    """Merge what a person and a build made of a text.

    Unless the build's changes are accepted where only it has any, they count as conflicts as well.
    """
    old, own, new = (_split(text) for text in (base, ours, theirs))
    hunks = [*_find_hunks(old, own, is_ours=True), *_find_hunks(old, new, is_ours=False)]
    merged: list[str] = []
    conflicts: list[tuple[int, int]] = []
    at = 0
    for cluster in _cluster(hunks, old):
        start, end = cluster[0].start, max(hunk.end for hunk in cluster)
        mine, other = (_apply(cluster, old[start:end], side) for side in (True, False))
        is_theirs = not any(hunk.is_ours for hunk in cluster)
        refuses = is_theirs and not accepts_theirs
        lines = None if refuses else _choose(cluster, mine, other, join)
        if lines is None:
            conflicts.append(_locate(cluster, len(mine)))
            lines = [f"{_MARKS[0]}yours", *mine, _BETWEEN, *other, f"{_MARKS[1]}build"]
        merged += [*old[at:start], *lines]
        at = end
    return Merge(_spell([*merged, *old[at:]]), tuple(conflicts))


def _apply(cluster: Sequence[Hunk], base: Lines, is_ours: bool) -> list[str]:
    """Make the lines that one side has where a cluster is."""
    start = at = cluster[0].start
    lines: list[str] = []
    for hunk in cluster:
        if hunk.is_ours == is_ours:
            lines += [*base[at - start : hunk.start - start], *hunk.lines]
            at = hunk.end
    return [*lines, *base[at - start :]]


def _choose(cluster: Sequence[Hunk], mine: Lines, other: Lines, join: Join) -> Lines | None:
    """Choose what only one side has changed, or both alike; None if they differ."""
    sides = {hunk.is_ours for hunk in cluster}
    if len(sides) == 1 or mine == other:
        return mine if True in sides else other
    is_inserted = all(hunk.start == hunk.end for hunk in cluster)
    return join(mine, other) if is_inserted else None


def _locate(cluster: Sequence[Hunk], count: int) -> tuple[int, int]:
    """Locate the lines of a cluster in the person's text, counted from 1."""
    hunk = next((hunk for hunk in cluster if hunk.is_ours), cluster[0])
    first = hunk.place - (hunk.start - cluster[0].start) + 1
    return first, first + max(count - 1, 0)


def _split(text: str) -> Lines:
    lines = text.split("\n")
    return [*lines, _NO_BREAK] if lines[-1] else lines[:-1]


def _spell(lines: Lines) -> str:
    end = "" if not lines or lines[-1] == _NO_BREAK else "\n"
    return "\n".join(line for line in lines if line != _NO_BREAK) + end


def _find_hunks(base: Lines, side: Lines, *, is_ours: bool) -> Iterator[Hunk]:
    start = place = 0
    for here, there in [*align_lines(base, side).items(), (len(base), len(side))]:
        if (start, place) != (here, there):
            yield Hunk(start, here, side[place:there], place, is_ours)
        start, place = here + 1, there + 1


def _cluster(hunks: Sequence[Hunk], base: Lines) -> Iterator[list[Hunk]]:
    """Put together the hunks of both sides that can't be told apart."""
    cluster: list[Hunk] = []
    end = -1
    # What is inserted before a line comes before what the line is exchanged for.
    for hunk in sorted(hunks, key=lambda each: (each.start, each.end)):
        if cluster and not _stands_apart(hunk, cluster, end, base):
            cluster.append(hunk)
        else:
            if cluster:
                yield cluster
            cluster = [hunk]
            end = -1
        end = max(end, hunk.end)
    if cluster:
        yield cluster


def _stands_apart(hunk: Hunk, cluster: Sequence[Hunk], end: int, base: Lines) -> bool:
    if hunk.start > end:
        return True
    if hunk.start < end or hunk.start == hunk.end == cluster[0].start == end:
        return False
    # They touch, which is no matter where one of them changes the line before or after alone.
    return hunk.is_in_place(base) or all(each.is_in_place(base) for each in cluster)


def has_markers(text: str) -> bool:
    """Tell whether a text still shows a side of a conflict."""
    return any(f"\n{mark}" in f"\n{text}" for mark in _MARKS)


def take_own_sides(text: str) -> str:
    """Take a person's side of each conflict that is still marked in a text."""
    beginning, end = (re.escape(mark) for mark in _MARKS)
    conflict = rf"^{beginning}.*\n((?:.*\n)*?){_BETWEEN}\n(?:.*\n)*?{end}.*\n?"
    return re.sub(conflict, r"\1", text, flags=re.MULTILINE)
