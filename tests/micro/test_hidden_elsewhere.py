"""What pages hide from a role stays hidden in the admin, in what is told of changes and by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Finder
from tests.micro import hidden_elsewhere
from tests.projects import BACKEND, BuiltProject

CARETAKERS_NOT = [False, True]
"""Told to the office and not to caretakers."""
FOUND: dict[str, dict[str, Any]] = {
    "HIDDEN": {
        "entries": CARETAKERS_NOT,
        "known of changes": CARETAKERS_NOT,
        "page": CARETAKERS_NOT,
        "file": CARETAKERS_NOT,
        "form": CARETAKERS_NOT,
        "list": [200, 200],
        "record": [200, 200],
        "search": CARETAKERS_NOT,
        "admin": CARETAKERS_NOT,
        "admin's search": CARETAKERS_NOT,
        "admin's filter": [400, 200],
        "inline": CARETAKERS_NOT,
        "inline's input": CARETAKERS_NOT,
        "inline's rows": [True, True],
    },
    "AWAY": {
        "pages": [403, 200],
        "filter": CARETAKERS_NOT,
        "rows": CARETAKERS_NOT,
        "what can't be deleted": [False, False],
        "without": [False, False],
        "deleted twice": False,
        "restored": ["1 row was restored."],
        "there": ["Away", "There"],
    },
    "SAVING": {
        "known": [True],
        "there": [[], []],
        "saved": ["One!"],
    },
}


@pytest.fixture(scope="module")
def edited(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    built = find_built("repair_desk").copy_to(tmp_path_factory.mktemp("edited") / BACKEND)
    for name, text in hidden_elsewhere.EDITS.items():
        with (built.folder / name).open("a", encoding="utf-8") as file:
            file.write(text)
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
