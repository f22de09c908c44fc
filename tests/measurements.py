"""How near to a deliberate damage the reports are, and how many there are of them."""

import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.mutations import KINDS, Damage
from tests.projects import FIXTURES
from transformer.diagnostics.problems import Problem, has_errors
from transformer.manifest import read_project

KIND_NAMES = (*KINDS, "truncate")


@dataclass(frozen=True)
class Outcome:
    """What was said of a damaged project, in how many seconds."""

    damage: Damage
    problems: tuple[Problem, ...]
    seconds: float

    @property
    def is_error(self) -> bool:
        """Whether the damage made the project one that can't be built."""
        return has_errors(self.problems)

    @property
    def distance(self) -> float:
        """How many lines lie between the damage and the nearest report that it caused.

        A place beside a report counts as well ("`titel` is declared here"), and so does a new
        warning. A line that was deleted was between the two that are neighbours now.
        """
        here = self.damage.line
        around = (here - 1, here) if self.damage.kind == "delete a line" else (here,)
        lines = list(self._list_lines())
        return min((abs(line - each) for line in lines for each in around), default=float("inf"))

    def _list_lines(self) -> Iterator[int]:
        known = _list_known(self.damage.project)
        for problem in self.problems:
            if (problem.code, problem.message) in known:
                continue
            spans = [problem.span, *(span for _, span in problem.related)]
            yield from (s.line for s in spans if s and s.file.endswith(self.damage.file))


@cache
def _list_known(project: str) -> frozenset[tuple[str, str]]:
    """What there is to say about the project without any damage."""
    problems = read_project(FIXTURES / project).problems
    return frozenset((problem.code, problem.message) for problem in problems)


def read_damaged(damage: Damage) -> Outcome:
    """What comes of reading a damaged project."""
    with tempfile.TemporaryDirectory() as name:
        folder = damage.copy_project(Path(name))
        start = time.perf_counter()
        problems = read_project(folder).problems
        return Outcome(damage, tuple(problems), time.perf_counter() - start)


@dataclass
class Tally:
    """The outcomes of one kind of damage, counted."""

    inputs: int = 0
    errors: int = 0
    near: int = 0
    slowest: float = 0.0
    reports: list[int] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        self.inputs += 1
        self.slowest = max(self.slowest, outcome.seconds)
        if outcome.is_error:
            self.errors += 1
            self.near += outcome.distance <= 1
            self.reports.append(sum(each.level == "error" for each in outcome.problems))

    @property
    def share(self) -> float:
        """The share of errors with a report within one line of the damage."""
        return self.near / self.errors if self.errors else 1.0

    @property
    def median(self) -> float:
        """The median of the number of errors that one damage caused."""
        return statistics.median(self.reports) if self.reports else 0


def count_outcomes(outcomes: Iterable[Outcome]) -> dict[str, Tally]:
    """A tally for each kind of damage, and one of all of them under the empty name."""
    tallies = {kind: Tally() for kind in (*KIND_NAMES, "")}
    for outcome in outcomes:
        tallies[outcome.damage.kind].add(outcome)
        tallies[""].add(outcome)
    return tallies
