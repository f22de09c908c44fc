"""Apps in which mutants of what decides upon rights are planted, and who judges them there."""

import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.attempts.test_attempts import TABLES, build_example, try_all
from tests.projects import BACKEND, BuiltProject
from tests.rules.planted_bugs import PAGES, RULED
from tests.rules.ruled_apps import MANIFEST, ask_app
from tests.rules.ruled_projects import write_pages, write_rules
from tests.rules.test_apps import build

ATTEMPTED = "personnel"
WIDE, SEED = 8, 5  # the entities of the world with random rules, and what decides upon these
MATRIX = ("core.test_matrix",)
OF_ACCOUNTS = (
    *("pages.tests.test_accounts", "pages.tests.test_roles", "pages.tests.test_admin"),
    *("pages.tests.test_rights", "pages.tests.test_security"),
)
Judge = Callable[["BuiltProject"], bool]
"""Whether an app in which something is otherwise is noticed."""


@dataclass(frozen=True)
class World:
    """An app, and who looks whether it does what its rules say."""

    app: str
    by: str
    """What the page says of those who notice."""
    judge: Judge


def ask(app: BuiltProject) -> bool:
    """Let everybody ask for everything until an interpreter finds a difference."""
    return bool(ask_app(app, "tests.rules.attempts", 1, "--first")["differences"])


def attempt(app: BuiltProject) -> bool:
    """Let people try by hand what isn't theirs."""
    return any(try_all(app, find_table(), "--first").values())


def run_own_tests(app: BuiltProject) -> bool:
    """Run the tests that the app brings along, of what is about rights."""
    names = (*MATRIX, *(OF_ACCOUNTS if app.name == ATTEMPTED else ()))
    here = {"DATA_DIR": str(app.folder.parent)}
    return app.manage("test", *names, "--failfast", **here).returncode != 0


WORLDS = {
    "ruled": World("ruled", "interpreted", ask),
    "attempts": World(ATTEMPTED, "attempted", attempt),
    "own tests": World("ruled", "tested", run_own_tests),
    "own tests of accounts": World(ATTEMPTED, "tested", run_own_tests),
}


def find_table() -> Path:
    return next(path for path in TABLES if path.stem == ATTEMPTED)


def build_ruled(folder: Path) -> BuiltProject:
    """The app with each kind of line."""
    return build(folder, RULED, "read", PAGES)


def build_wide(folder: Path) -> BuiltProject:
    """An app with more entities, of which the rules are random, the same ones each time."""
    random = Random(SEED)
    rules = [[*write_rules(random)] for _ in range(WIDE)]
    return build(folder, rules, "read", [write_pages(random) for _ in rules])


def build_apps(folder: Path) -> dict[str, BuiltProject]:
    """All the apps, in which nothing is wrong."""
    return {
        "ruled": build_ruled(folder / "ruled"),
        "wide": build_wide(folder / "wide"),
        ATTEMPTED: build_example(find_table(), folder / ATTEMPTED),
    }


def plant(built: BuiltProject, files: Mapping[str, str | None], folder: Path) -> BuiltProject:
    """A copy of an app with other files, and its manifest beside it."""
    app = built.copy_to(folder / BACKEND)
    manifest = built.folder.parent / MANIFEST
    said = manifest.read_text(encoding="utf-8") if manifest.exists() else "{}"
    (folder / MANIFEST).write_text(said, encoding="utf-8")
    for place, text in files.items():
        path = app.folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text or "", encoding="utf-8")
    return app


def judge(app_of: Callable[[str], BuiltProject], names: Sequence[str]) -> str:
    """Who notices first what is otherwise, or `survived`; an app that fails is noticed."""
    for name in names:
        world = WORLDS[name]
        try:
            if world.judge(app_of(world.app)):
                return world.by
        except AssertionError:
            return world.by
        except subprocess.TimeoutExpired:
            return "timeout"
    return "survived"
