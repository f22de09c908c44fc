"""Two sets of files compared: each distinct hunk once, with the files that it stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache

CONTEXT = 2


@dataclass(frozen=True)
class Hunk:
    """Lines that others have replaced; two are equal whatever lines stand around them."""

    removed: tuple[str, ...]
    added: tuple[str, ...]
    before: tuple[str, ...] = field(default=(), compare=False)
    after: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Comparison:
    """How one set of files differs from another; files by their paths, in order."""

    hunks: dict[Hunk, list[str]]
    """The distinct hunks; a file is named as often as it has the hunk."""
    added: list[str]
    removed: list[str]
    binary: list[str]
    """Changed files that aren't text."""


def compare_files(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Comparison:
    """Compare two sets of files: path → content."""
    found = Comparison({}, sorted(new.keys() - old), sorted(old.keys() - new), [])
    for path in sorted(old.keys() & new):
        if old[path] == new[path]:
            continue
        try:
            hunks = find_hunks(old[path].decode(), new[path].decode())
        except UnicodeDecodeError:
            found.binary.append(path)
            continue
        for hunk in hunks:
            found.hunks.setdefault(hunk, []).append(path)
    return found


@cache  # most changes are those of a file that stands in many outputs
def find_hunks(old: str, new: str) -> tuple[Hunk, ...]:
    """The hunks between two texts, in their order."""
    return tuple(_list_hunks(old.split("\n"), new.split("\n")))


def _list_hunks(old: list[str], new: list[str]) -> Iterator[Hunk]:
    # What difflib takes for junk are lines that occur often, such as those of a template.
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            yield Hunk(
                removed=tuple(old[start:end]),
                added=tuple(new[new_start:new_end]),
                before=tuple(old[max(start - CONTEXT, 0) : start]),
                after=tuple(old[end : end + CONTEXT]),
            )
