"""What people try by hand changes nothing that it mayn't, and tells nothing."""

import json
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.projects import BACKEND, FIXTURES, ROOT, BuiltProject, run_dazzle, run_python

TABLES = sorted(Path(__file__).parent.glob("*.yaml"))


@cache
def read_table(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


GROUPS = [(path, group) for path in TABLES for group in read_table(path)["attempts"]]


def build_example(table_path: Path, folder: Path) -> BuiltProject:
    """The example that a table is about, with what the table adds to it."""
    table = read_table(table_path)
    project = folder / "project"
    shutil.copytree(FIXTURES / table["example"], project)
    for name, old, new in table.get("additions", ()):
        path = project / "dsl" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with (project / "dazzle.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{table.get('settings', '')}")
    done = run_dazzle(project, "build", "--output", str(folder / "out"))
    assert done.returncode == 0, done.stdout
    return BuiltProject(table["example"], folder / "out" / BACKEND)


def try_all(built: BuiltProject, path: Path, *options: str) -> dict[str, list[str]]:
    here = {"PYTHONPATH": str(ROOT), "DATA_DIR": str(built.folder.parent)}
    words = ("-m", "tests.attempts.trials", str(path), *options)
    done = run_python(built.folder, *words, **here)
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, BuiltProject]:
    return {path: build_example(path, tmp_path_factory.mktemp(path.stem)) for path in TABLES}


@pytest.fixture(scope="module")
def found(built: dict[Path, BuiltProject]) -> dict[Path, dict[str, list[str]]]:
    return {path: try_all(each, path) for path, each in built.items()}


@pytest.mark.parametrize(("path", "group"), GROUPS, ids=lambda each: getattr(each, "stem", each))
def test_attempt_fails(path: Path, group: str, found: dict[Path, dict[str, list[str]]]) -> None:
    assert found[path][group] == []
