"""Mutants of what decides upon rights: what is asked of an app then must be noticed.

Each changes one thing in a module of an app, or in the compiler that makes it. Interpreters of
rules judge it in apps of all kinds of rules, what people try by hand in one with accounts, and then
the tests that an app brings along.
"""

import ast
import copy
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from tests import projects
from tests.projects import ROOT, BuiltProject
from tools import compiler_mutants, rights_worlds
from tools.changes import list_changed
from tools.rights_worlds import ATTEMPTED, OF_PEOPLE, OF_RULES

PAGE = ROOT / "docs" / "mutants.md"
REASONS = Path(__file__).with_name("mutant_reasons.yaml")
KNOWN = ROOT / "build" / "mutants_of_rights.jsonl"
SEED = 1
JOBS = 2
NICE = 19
TIMEOUT = 1800  # as there may be little time for it
UNTRIED, STAGES = "unnoticed 0", 2
TITLE = "## Rights in apps"
HEADING = f"""{TITLE}

Written by `make mutants-of-rights`. Each mutant changes one thing in a module of a built app that
decides upon rights, or in the compiler that makes its rules. Interpreters of rules judge it, then
what people [try by hand](security.md) and the app's own tests. Of a compiler that makes the same
apps there is nothing to judge. What ran out of time is counted apart.
"""
UNKNOWN = "No reason is known: a test is missing."
RESULTS = {
    "unbuilt": "by the build",
    "interpreted": "by interpreters",
    "attempted": "by hand",
    "tested": "by the app's tests",
    "timeout": "out of time",
    "same": "same apps",
    "survived": "survived",
}


@dataclass(frozen=True)
class Subject:
    """A module that decides upon rights, or some of them."""

    title: str
    app: str = ""
    """The app that it stands in; none for the compiler."""
    judges: Sequence[Sequence[str]] = ((),)
    most: int = 10_000
    """How many mutants of it are tried."""


DJANGO, MICRO = "transformer/backends/django", "transformer/backends/django_micro"
SUBJECTS = {
    "pages/policies.py": Subject("policies of an app", "ruled", OF_RULES),
    "pages/page_policies.py": Subject("policies of pages", "ruled", OF_RULES),
    "pages/roles.py": Subject("roles", "ruled", OF_RULES),
    "pages/permissions.py": Subject("backend of rights", ATTEMPTED, OF_PEOPLE),
    f"{DJANGO}/policies.py": Subject("compiler of policies"),
    f"{DJANGO}/rule_calls.py": Subject("compiler of conditions"),
    f"{MICRO}/page_policies.py": Subject("compiler of policies of pages"),
    f"{DJANGO}/expressions": Subject("compiler of expressions", most=300),
}


@dataclass(frozen=True)
class EmittedMutant:
    """A module in which one thing is otherwise."""

    place: str
    function: str
    source: str
    change: str

    @property
    def key(self) -> str:
        """What tells it from all others, and from what it was in another version."""
        return sha256(f"{self.place} {self.source}".encode()).hexdigest()

    @property
    def name(self) -> str:
        """The function that it changes, by its module."""
        module = self.place.removesuffix(".py").replace("/", ".")
        return f"{module}.{self.function}"

    @property
    def subject(self) -> str:
        return next(each for each in SUBJECTS if self.place.startswith(each))


def make_mutants(place: str, source: str) -> Iterator[EmittedMutant]:
    """Make all mutants of a module."""
    tree = ast.parse(source)
    for function, node in list_functions(tree, ""):
        for number in range(sum(1 for _ in list_changed(node))):
            changed_tree = copy.deepcopy(tree)
            twins = dict(list_functions(changed_tree, ""))
            twin = twins[function]
            change = next(each for n, each in enumerate(list_changed(twin)) if n == number)
            before = ast.unparse(node)
            change()
            ast.fix_missing_locations(changed_tree)
            lines = show_change(before, ast.unparse(twin))
            if lines:
                yield EmittedMutant(place, function, ast.unparse(changed_tree), lines)


def list_functions(tree: ast.AST, path: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """The functions and methods of a module by their names."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield f"{path}{node.name}", node
        elif isinstance(node, ast.ClassDef):
            yield from list_functions(node, f"{path}{node.name}.")


def show_change(before: str, after: str) -> str:
    """The lines that differ, with signs before them."""
    old, new = before.splitlines(), after.splitlines()
    taken = [f"- {line.strip()}" for line in old if line not in new]
    return "\n".join([*taken, *(f"+ {line.strip()}" for line in new if line not in old)])


def choose(mutants: Sequence[EmittedMutant], most: int) -> list[EmittedMutant]:
    """Choose so many mutants of each subject at most, the same ones each time."""
    mixed = sorted(mutants, key=lambda each: sha256(f"{SEED} {each.source}".encode()).digest())
    found: list[EmittedMutant] = []
    for name, subject in SUBJECTS.items():
        found += [each for each in mixed if each.subject == name][: min(most, subject.most)]
    return found


def list_modules(subject: str, apps: Mapping[str, BuiltProject]) -> Iterator[tuple[str, str]]:
    """The modules of a subject, each with its text."""
    app = SUBJECTS[subject].app
    root = apps[app].folder if app else ROOT
    for path in sorted((root / subject).glob("*.py")) or [root / subject]:
        yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


class Court:
    """The apps in which mutants are judged, and the compiler that makes them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.apps = rights_worlds.build_apps(folder)
        self.compiler = compiler_mutants.copy_compiler(folder / "compiler")
        built = {name: self.apps[name] for name in compiler_mutants.BUILDERS}
        self.made = {name: compiler_mutants.read_files(app) for name, app in built.items()}

    def judge(self, mutant: EmittedMutant, stage: int) -> str:
        """Who notices a mutant first, of those who come at a stage; `unnoticed` if others come."""
        subject = SUBJECTS[mutant.subject]
        if not subject.app:
            parts = (mutant.place, mutant.source)
            return compiler_mutants.judge_compiled(*parts, self.made, self.compiler)
        with TemporaryDirectory(dir=self.folder) as text:

            @cache
            def plant(name: str) -> BuiltProject:
                args = (self.apps[name], mutant.place, mutant.source, Path(text) / name)
                return rights_worlds.plant(*args)

            found = rights_worlds.judge(plant, subject.judges[stage])
        is_open = found == "survived" and stage + 1 < len(subject.judges)
        return f"unnoticed {stage + 1}" if is_open else found


def read_known(*, again: bool) -> dict[str, str]:
    """What became of mutants in earlier runs; of those that lived it is asked again, if wanted."""
    lines = KNOWN.read_text(encoding="utf-8").splitlines() if KNOWN.exists() else []
    known = {row["key"]: row["result"] for row in map(json.loads, lines)}
    open_results = ("survived", "timeout") if again else ()
    return {key: result for key, result in known.items() if result not in open_results}


def note(mutant: EmittedMutant, result: str) -> None:
    """Keep what became of a mutant, so that a run that was stopped goes on there."""
    row = {"key": mutant.key, "result": result, "place": mutant.place}
    row |= {"function": mutant.function, "change": mutant.change}
    with KNOWN.open("a", encoding="utf-8") as file:
        file.write(f"{json.dumps(row)}\n")


def try_all_mutants(most: int, *, again: bool = False) -> list[tuple[EmittedMutant, str]]:
    """Try mutants of each subject; return all that there are, and what became of each."""
    KNOWN.parent.mkdir(exist_ok=True)
    with TemporaryDirectory() as text:
        court = Court(Path(text))
        mutants = [
            each
            for subject in SUBJECTS
            for place, source in list_modules(subject, court.apps)
            for each in make_mutants(place, source)
        ]
        known = read_known(again=again)
        chosen = choose(mutants, most)
        for stage in range(STAGES):
            before = f"unnoticed {stage}"
            found = [each for each in chosen if known.get(each.key, UNTRIED) == before]
            for each, result in judge_all(court, found, stage):
                known[each.key] = result
                note(each, result)
    return [(each, known.get(each.key, UNTRIED)) for each in mutants]


def judge_all(
    court: Court, mutants: Sequence[EmittedMutant], stage: int
) -> Iterator[tuple[EmittedMutant, str]]:
    """Judge mutants, some at once; each comes with what became of it as soon as that is known."""
    with ThreadPoolExecutor(JOBS) as pool:
        judged = {pool.submit(court.judge, each, stage): each for each in mutants}
        yield from ((judged[each], each.result()) for each in as_completed(judged))


def print_section(mutants: Sequence[tuple[EmittedMutant, str]]) -> str:
    """Print a row per subject, and each survivor with the reason why it gives no right."""
    rows = [f"| | mutants | tried | {' | '.join(RESULTS.values())} |"]
    rows.append("| --- " * (len(RESULTS) + 3) + "|")
    for name, subject in SUBJECTS.items():
        found = Counter(result for each, result in mutants if each.subject == name)
        counts = [found.total(), found.total() - found[UNTRIED], *(found[r] for r in RESULTS)]
        rows.append(f"| {subject.title} (`{name}`) | {' | '.join(map(str, counts))} |")
    reasons = {
        (row["function"], row["change"].strip()): row["reason"]
        for row in yaml.safe_load(REASONS.read_text(encoding="utf-8"))
    }
    parts = [
        f"`{each.place}`, `{each.function}`: {reasons.get((each.name, each.change), UNKNOWN)}\n\n"
        f"```diff\n{each.change}\n```\n"
        for each, result in mutants
        if result == "survived"
    ]
    return "\n".join([HEADING, *rows, "", *(parts or ["None survived."])])


def main() -> None:
    """Try mutants, and write their part of the page."""
    os.nice(NICE)
    projects.TIMEOUT = TIMEOUT
    numbers = [int(each) for each in sys.argv[1:] if each.isdigit()]
    mutants = try_all_mutants(next(iter(numbers), 10_000), again="--again" in sys.argv)
    page = PAGE.read_text(encoding="utf-8").partition(TITLE)[0].rstrip()
    PAGE.write_text(f"{page}\n\n{print_section(mutants).rstrip()}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
