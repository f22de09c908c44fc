"""The result of a build, and the exception for one that can't be done."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from transformer.output.trace import Trace

Note = tuple[str, Mapping[str, str]]
"""A code of `mappings/language/problems.yaml` and the words for its sentences."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a history finds in the way of a build, or worth a warning: a problem with its place."""

    code: str
    words: Mapping[str, str]
    place: str = ""
    """The path of a part of the manifest; empty where it is about none."""
    stops: bool = False
    """Whether nothing is written as long as it is so."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A file that a person and a build want otherwise each, and that stays as it is."""

    path: str
    code: str
    """Of the problem that it is."""
    stops: bool
    """Whether nothing else is written either."""
    lines: tuple[tuple[int, int], ...] = ()
    """The lines of the person's text, first and last, that both sides changed."""
    fault: str | None = None
    """What is wrong with the two together, where it isn't that."""

    def describe(self, path: str) -> str:
        """Describe which lines it is about, or what is wrong, after the path."""
        ranges = (str(one) if one == last else f"{one}-{last}" for one, last in self.lines)
        said = ", ".join(ranges)
        return f"{path}{f':{said}' if said else ''}{f': {self.fault}' if self.fault else ''}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did to each path, what a person should know, and what stopped it."""

    written: tuple[str, ...] = ()
    """Written as the build made them, merged ones included."""
    created: tuple[str, ...] = ()
    """Those of the written ones that weren't there."""
    unchanged: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    """Those that have both what the build made and what a person changed."""
    edited: tuple[str, ...] = ()
    """Those that stay as a person has them, since the build has nothing new for them."""
    deleted: tuple[str, ...] = ()
    """Those that a person deleted since the last build, and that stay away."""
    replaced: Mapping[str, str] = field(default_factory=dict)
    """Path → where what a person had in it is now."""
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    """Those that the build no longer asks for, but that a person changed."""
    conflicts: tuple[Conflict, ...] = ()
    operations: tuple[str, ...] = ()
    """What is new in the history, each in a line."""
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()
    failure: Note | None = None
    repetition: "Repetition | None" = field(default=None, compare=False, repr=False)
    """What the next build would do, where that is sure to be nothing."""

    @property
    def is_stopped(self) -> bool:
        """Whether nothing was written."""
        stops = [*(each.stops for each in self.conflicts), *(each.stops for each in self.findings)]
        return self.failure is not None or any(stops)

    @property
    def is_clear(self) -> bool:
        """Whether there is nothing that a person should know or decide."""
        return not (self.conflicts or self.notes or self.findings or self.failure)

    @property
    def has_changes(self) -> bool:
        """Whether a file is or would be written, removed, or left in conflict."""
        return bool(self.written or self.removed or self.conflicts)


@dataclass(frozen=True, slots=True)
class Repetition:
    """The outcome of a build that does nothing, as long as all is as it was for that."""

    outcome: Outcome
    trace: Trace


class BuildError(Exception):
    """Raised if a build can't be done: the code and the words of its problem."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code, words)
        self.note: Note = (code, words)


class WaitError(BuildError):
    """Raised if a build waited as long as it may: doing more of it would take as long again."""
