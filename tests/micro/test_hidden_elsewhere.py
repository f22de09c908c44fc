"""What pages hide from a role stays hidden in the admin, in what is told of changes and by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.micro import hidden_elsewhere
from tests.projects import BACKEND, BuiltProject
from tests.rules.ruled_apps import build_app

CLERKS_NOT = [False, True]
"""Told to the chief and not to clerks."""
HIDDEN_ORDERS = [["First", "Second"], ["Second", "First"]] * 2
FOUND: dict[str, dict[str, Any]] = {
    "HIDDEN": {
        "entries": CLERKS_NOT,
        "known of changes": CLERKS_NOT,
        "page": CLERKS_NOT,
        "file": CLERKS_NOT,
        "form": CLERKS_NOT,
        "search": CLERKS_NOT,
        "admin": CLERKS_NOT,
        "admin's search": CLERKS_NOT,
        "admin's filter": [400, 200],
        "moved": CLERKS_NOT,
        "inline": CLERKS_NOT,
        "inline's column": CLERKS_NOT,
        "inline's rows": [True, True],
    },
    "AWAY": {
        "pages": [403, 200],
        "link": CLERKS_NOT,
        "filter": CLERKS_NOT,
        "rows": CLERKS_NOT,
        "what can't be deleted": [False, False],
        "without": [False, False],
        "deleted twice": False,
        "restored": ["1 row was restored."],
        "there": ["Away", "There"],
    },
    "ORDER": {
        "path": [*HIDDEN_ORDERS, 200, 200],
        "term": [*HIDDEN_ORDERS, 200, 200],
        "function": [*HIDDEN_ORDERS, 200, 200],
        "column": [*HIDDEN_ORDERS, 200, 200],
        "open": [["Second", "First"]] * 4 + [200, 200],
    },
    "RACES": {"One": 403, "Two": 403, "Away": 404, "there": ["One", "Two"]},
    "WORDS": {
        "lost": True,
        "said": ["“One” was put away."],
        "purged": ["delete", {}],
    },
    "DATABASES": {"written": [1, []]},
    "SAVING": {
        "known": [True],
        "there": [[], []],
        "saved": ["One!"],
    },
}


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    built = build_app(tmp_path_factory.mktemp("edited"), "desk", hidden_elsewhere.PROJECT)
    for name, text in hidden_elsewhere.EDITS.items():
        with (built.folder / name).open("a", encoding="utf-8") as file:
            file.write(text)
    done = built.manage("migrate", "-v0")
    assert done.returncode == 0, done.stderr
    return built


@pytest.mark.parametrize("script", FOUND)
def test_hidden_elsewhere(edited: BuiltProject, tmp_path: Path, script: str) -> None:
    copy = edited.copy_to(tmp_path / BACKEND)
    assert ask(copy, getattr(hidden_elsewhere, script)) == FOUND[script]


def ask(built: BuiltProject, script: str) -> Any:
    code = f"{hidden_elsewhere.PREPARE}\n{script}\nprint(json.dumps(found))"
    done = built.manage("shell", "-v0", "--no-imports", "-c", code)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
