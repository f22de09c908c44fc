"""Mutants of the modules that decide upon rights in an app: what is asked then must be noticed.

Each changes one thing in a copy of an app. Those of `pages/policies.py` and its like are judged by
the interpreters of rules, those of `pages/permissions.py` by what people try by hand, and both by
the tests that the app brings along.
"""

import ast
import copy
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from tests.attempts.test_attempts import TABLES, build_example, try_all
from tests.projects import BACKEND, BuiltProject
from tests.rules.planted_bugs import PAGES, RULED
from tests.rules.ruled_apps import ask_app
from tests.rules.test_apps import build
from tools.changes import list_changed

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "mutants.md"
REASONS = Path(__file__).with_name("mutant_reasons.yaml")
KNOWN = ROOT / "build" / "emitted_mutants.json"
SEED = 1
TITLE = "## Rights in apps"
HEADING = f"""{TITLE}

Written by `make mutants-of-rights`. Each mutant changes one thing in a module of a built app that
decides upon rights. Interpreters of rules judge it, and for the backend of rights what people
[try by hand](security.md); then the app's own tests. What ran out of time is counted apart.
"""
UNKNOWN = "No reason is known: a test is missing."
MATRIX = ("test", "core.test_matrix", "--failfast")
OWN_TESTS = {
    "ruled": MATRIX,
    "personnel": (*MATRIX, "pages.tests.test_accounts", "pages.tests.test_roles"),
}
SUBJECTS = {
    "pages/policies.py": ("policies of an app", "ruled"),
    "pages/page_policies.py": ("policies of pages", "ruled"),
    "pages/roles.py": ("roles", "ruled"),
    "pages/permissions.py": ("backend of rights", "personnel"),
}


@dataclass(frozen=True)
class EmittedMutant:
    """A module of an app in which one thing is otherwise."""

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
    def app(self) -> str:
        return SUBJECTS[self.place][1]


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


def choose(mutants: Sequence[EmittedMutant], count: int) -> list[EmittedMutant]:
    """Choose so many mutants of each module, the same ones each time."""
    mixed = sorted(mutants, key=lambda each: sha256(f"{SEED} {each.source}".encode()).digest())
    places = dict.fromkeys(each.place for each in mutants)
    return [m for place in places for m in [each for each in mixed if each.place == place][:count]]


def judge(mutant: EmittedMutant, built: BuiltProject, folder: Path) -> str:
    """Who notices a mutant: `by the interpreters`, `by the app's tests`, or nobody."""
    app = built.copy_to(folder / BACKEND)
    (folder / "manifest.json").write_text(read_manifest(built), encoding="utf-8")
    (app.folder / mutant.place).write_text(mutant.source, encoding="utf-8")
    try:
        if is_noticed(mutant, app):
            return "interpreted"
        own = app.manage(*OWN_TESTS[mutant.app], DATA_DIR=str(folder))
        return "tested" if own.returncode else "survived"
    except AssertionError:
        return "interpreted"  # it fails where it is asked
    except subprocess.TimeoutExpired:
        return "timeout"


def read_manifest(built: BuiltProject) -> str:
    path = built.folder.parent / "manifest.json"
    return path.read_text(encoding="utf-8") if path.exists() else "{}"


def is_noticed(mutant: EmittedMutant, app: BuiltProject) -> bool:
    """Whether an interpreter of rules, or what is tried by hand, finds a difference."""
    if mutant.app == "ruled":
        return bool(ask_app(app, "tests.rules.attempts", 1, "--first")["differences"])
    [table] = (path for path in TABLES if path.stem == mutant.app)
    return any(try_all(app, table).values())


def build_apps(folder: Path) -> dict[str, BuiltProject]:
    """The apps that mutants are planted in."""
    [table] = (path for path in TABLES if path.stem == "personnel")
    return {
        "ruled": build(folder / "ruled", RULED, "read", PAGES),
        "personnel": build_example(table, folder / "personnel"),
    }


def try_all_mutants(count: int) -> list[tuple[EmittedMutant, str]]:
    """Try a sample of each module; return all mutants, and what became of each.

    What is known already is kept beside, so that a run that was stopped goes on.
    """
    with TemporaryDirectory() as text:
        apps = build_apps(Path(text))
        mutants = [
            each
            for place, (_title, app) in SUBJECTS.items()
            for each in make_mutants(place, (apps[app].folder / place).read_text(encoding="utf-8"))
        ]
        known = json.loads(KNOWN.read_text(encoding="utf-8")) if KNOWN.exists() else {}
        for each in choose(mutants, count):
            if each.key not in known:
                with TemporaryDirectory() as folder:
                    known[each.key] = judge(each, apps[each.app], Path(folder))
                KNOWN.parent.mkdir(exist_ok=True)
                KNOWN.write_text(json.dumps(known), encoding="utf-8")
                print(
                    known[each.key], each.place, each.function, each.change, sep="\n  ", flush=True
                )
    return [(each, known.get(each.key, "untried")) for each in mutants]


def print_section(mutants: Sequence[tuple[EmittedMutant, str]]) -> str:
    """Print a row per module, and each survivor with the reason why it gives no right."""
    rows = ["| | mutants | tried | by interpreters | by the app's tests | out of time | survived |"]
    rows.append("| --- | --- | --- | --- | --- | --- | --- |")
    for place, (title, _app) in SUBJECTS.items():
        found = Counter(result for each, result in mutants if each.place == place)
        counts = [found[each] for each in ("interpreted", "tested", "timeout", "survived")]
        cells = [f"{title} (`{place}`)", found.total(), found.total() - found["untried"], *counts]
        rows.append(f"| {' | '.join(map(str, cells))} |")
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
    """Try a sample, and write its part of the page."""
    mutants = try_all_mutants(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
    page = PAGE.read_text(encoding="utf-8").partition(TITLE)[0].rstrip()
    PAGE.write_text(f"{page}\n\n{print_section(mutants).rstrip()}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
