"""Which lines of one text are lines of another: a patience diff."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_COMPARED = 1_000_000
"""As many pairs of lines without a unique one among them are compared; more count as changed."""

Span = tuple[int, int, int, int]
"""From and to in the one text, from and to in the other."""


def align_lines(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Align two texts: for lines of the one that stayed, in order, where they are in the other.

    Lines that are unique in both are found first: so a bracket or a blank line, of which there are
    many, never pulls apart what belongs together.
    """
    found: dict[int, int] = {}
    waiting: list[Span] = [(0, len(old), 0, len(new))]
    while waiting:
        span = _trim(old, new, waiting.pop(), found)
        if span[0] == span[1] or span[2] == span[3]:
            continue
        anchors = _find_anchors(old, new, span)
        if anchors:
            waiting += _split_at(anchors, span)
        else:
            found.update(_compare(old, new, span))
    return dict(sorted(found.items()))


def _trim(old: Sequence[str], new: Sequence[str], span: Span, found: dict[int, int]) -> Span:
    """Match the lines that both begin and end with; the rest is left."""
    first, last, start, end = span
    while first < last and start < end and old[first] == new[start]:
        found[first] = start
        first, start = first + 1, start + 1
    while first < last and start < end and old[last - 1] == new[end - 1]:
        last, end = last - 1, end - 1
        found[last] = end
    return first, last, start, end


def _find_anchors(old: Sequence[str], new: Sequence[str], span: Span) -> list[tuple[int, int]]:
    first, last, start, end = span
    here, there = Counter(old[first:last]), Counter(new[start:end])
    places = {new[place]: place for place in range(start, end) if there[new[place]] == 1}
    pairs = [
        (place, places[old[place]])
        for place in range(first, last)
        if here[old[place]] == 1 and old[place] in places
    ]
    return _choose_rising(pairs)


def _choose_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Choose as many pairs as possible of which the second numbers rise as the first do."""
    ends: list[int] = []  # the least second number that a chain of each length ends with
    tops: list[int] = []  # the pair that it is in
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(tops[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        tops[length : length + 1] = [number]
    chosen: list[tuple[int, int]] = []
    number = tops[-1] if tops else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = before[number]
    return chosen[::-1]


def _split_at(anchors: Sequence[tuple[int, int]], span: Span) -> Iterator[Span]:
    first, last, start, end = span
    for place, other in [*anchors, (last, end)]:
        yield first, place, start, other
        first, start = place, other
    # What begins with an anchor is the next span, where trimming matches it.


def _compare(old: Sequence[str], new: Sequence[str], span: Span) -> Iterator[tuple[int, int]]:
    first, last, start, end = span
    if (last - first) * (end - start) > _COMPARED:
        return
    matcher = SequenceMatcher(None, old[first:last], new[start:end], autojunk=False)
    for place, other, size in matcher.get_matching_blocks():
        yield from ((first + place + n, start + other + n) for n in range(size))
