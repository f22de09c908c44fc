"""The result of a build, and the exception for one that can't be done."""

from collections.abc import Mapping
from dataclasses import dataclass

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
class Outcome:
    """What a build did to each path, what a person should know, and what stopped it."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()
    failure: Note | None = None


class BuildError(Exception):
    """Raised if a build can't be done: the code and the words of its problem."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code, words)
        self.note: Note = (code, words)
