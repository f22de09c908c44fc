"""A random life of a project: a step after the other, each held against what it may change.

Its state is in its folder after each step, so that it goes on where it ended.
"""

import json
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.lives.lived_project import LivedProject, Said, list_lost
from tests.lives.oracle import Accepted, Tables, list_differences

STATE = "life.json"
TESTED = 10  # each so many steps, the app's own tests run, and every other time those of `pages/`
ROWS = 3
TAKEN_BACK = "taken back, since the kept text didn't fit the rest"


@dataclass
class State:
    """What is kept from step to step."""

    steps: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    marks: list[list[str]] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    """Texts that wait for somebody to settle what both changed."""
    differences: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)


@dataclass
class Trial:
    """A step under way: what it is, what it may change, and how it went."""

    kind: str
    accepted: Accepted = field(default_factory=Accepted)
    differences: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    way: str = "built"
    """How it ended; empty if such a step isn't possible here."""
    has_resolved: bool = False
    may_fail: bool = False
    """Whether the person has kept a text that the rest may not fit."""


Perform = Callable[["Life", Random, Trial], None]


class Life:
    """A project, its rows, and what people do with it."""

    def __init__(self, lived: LivedProject, seed: str) -> None:
        self.lived = lived
        self.seed = seed
        self.state = State()
        self.tables: Tables = {}
        self.digest: dict[str, str] = {}

    def begin(self, write: Callable[[Path], None], steps: int) -> None:
        """Build a project and fill its tables, or go on with it if it has not so many steps."""
        place = self.lived.folder / STATE
        if place.is_file():
            kept = json.loads(place.read_text(encoding="utf-8"))
            self.state = State(**{**kept, "counts": Counter(kept["counts"])})
            if self.state.steps >= steps:
                return
            self.lived.go_back()
            self.tables, wrong = self.lived.ask()
            assert not wrong, wrong
            return
        shutil.rmtree(self.lived.folder, ignore_errors=True)  # what ended before its first step
        self.lived.project.mkdir(parents=True)
        write(self.lived.project)
        said = self.lived.build()
        assert said.is_built, said.facts
        if self.lived.address:
            self.lived.create_database()
        self.tables, wrong = self.lived.ask(ROWS)
        assert not wrong, wrong
        self._save()

    def _save(self) -> None:
        """Keep all of it, so that a life that is ended goes on from here."""
        self.lived.keep()
        kept = vars(self.state)
        place = self.lived.folder / STATE
        place.with_suffix(".new").write_text(json.dumps(kept, indent=1), encoding="utf-8")
        place.with_suffix(".new").replace(place)

    def take_step(self, choose: Callable[[Random, State], tuple[str, Perform]]) -> Trial:
        """Do one thing, look at what it changed, and keep or take back all of it."""
        number = self.state.steps + 1
        random = Random(f"{self.seed} {number}")
        self.digest = self.lived.read_digest()
        while True:
            kind, perform = choose(random, self.state)
            trial = Trial(kind)
            perform(self, random, trial)
            if trial.way:
                break
        tables = self._look(trial) if not trial.differences else {}
        if tables and trial.may_fail and self.lived.test("core").returncode:
            trial.way, tables = TAKEN_BACK, {}
        if not trial.differences and tables and number % TESTED == 0:
            self._test(trial, *(["core"] if number % (2 * TESTED) else []))
        self._settle(number, trial, tables)
        return trial

    def _look(self, trial: Trial) -> Tables:
        """Check and migrate the app, and compare what it has with what it had."""
        tables, wrong = self.lived.ask(ROWS if trial.accepted.rows else 0)
        if wrong and trial.may_fail:
            trial.way = TAKEN_BACK
            return {}
        if wrong:
            trial.differences.append(f"check, migrate: {wrong.strip()[-1500:]}")
            return {}
        trial.differences += list_differences(self.tables, tables, trial.accepted)
        trial.differences += list_lost(self.lived.app, self.state.marks, self.state.deleted)
        return tables

    def _test(self, trial: Trial, *labels: str) -> None:
        done = self.lived.test(*labels)
        self.state.counts["runs of the app's own tests"] += 1
        if done.returncode:
            trial.differences.append(f"its tests: {done.stderr[-3000:]}")

    def _settle(self, number: int, trial: Trial, tables: Tables) -> None:
        """Write the step down, and go back to before it if something is wrong."""
        self.state.steps = number
        said = f"{number}. {trial.kind}: {trial.way}; {'; '.join(trial.notes)}"
        if trial.differences:
            self.state.differences += [f"{said}: {each}" for each in trial.differences[:5]]
        if tables and not trial.differences:
            self.tables = tables
        else:
            kept = json.loads((self.lived.folder / STATE).read_text(encoding="utf-8"))
            self.state.marks, self.state.deleted = kept["marks"], kept["deleted"]
            self.state.conflicts = kept["conflicts"]
            self.lived.go_back()
        self.state.log.append(said)
        self.state.counts[f"kind: {trial.kind}"] += 1
        self.state.counts[f"way: {trial.way}"] += 1
        self._save()

    def build(self, trial: Trial, *words: str) -> Said:
        """Build; a build that is refused may have written nothing."""
        said = self.lived.build(*words)
        self.state.counts["builds"] += 1
        if said.is_built:
            self.state.counts["files merged"] += len(said.list_files("merged"))
            self.state.conflicts = said.list_files("conflicts")
            self.state.counts["conflicts in texts"] += len(self.state.conflicts)
            return said
        self.state.counts["builds refused"] += 1
        for code in said.codes:
            self.state.counts[f"code: {code}"] += 1
        trial.notes.append(", ".join(sorted(said.codes)))
        if "" in said.codes:
            trial.differences.append(f"no code: {said.errors[0]['message'][-1500:]}")
        if self.lived.read_digest() != self.digest:
            trial.differences.append("a build that was refused wrote something")
        return said

    def note_digest(self) -> None:
        """Take the files as they are now for those that a refused build has to leave."""
        self.digest = self.lived.read_digest()

    def list_columns(self) -> dict[str, list[str]]:
        """The columns of each table."""
        return {name: list(table.columns) for name, table in self.tables.items()}
