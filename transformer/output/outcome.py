"""What became of a build, and why one was refused."""

from collections.abc import Mapping
from dataclasses import dataclass

Remark = tuple[str, Mapping[str, str]]
"""A code of `mappings/language/problems.yaml` and the words for its sentences."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did to each path, what a person should know, and what stopped it."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    notes: tuple[Remark, ...] = ()
    failure: Remark | None = None


class Refusal(Exception):
    """A build that can't be done: the code and the words of its problem."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code, words)
        self.remark: Remark = (code, words)
