"""Entities with more references than one query takes."""

from pathlib import Path

import pytest

from tests.micro.test_walk import walk_through
from tests.projects import BuiltProject, run_dazzle

_REFERENCES = 70
_COLUMNS = 40


def write_project(folder: Path) -> Path:
    """A project in which an entity refers to wide ones, more often than SQLite joins tables."""
    wide = "".join(f"  note_{number}: str(20)\n" for number in range(_COLUMNS))
    refs = "".join(f"  part_{number}: ref Part\n" for number in range(_REFERENCES))
    pages = "".join(
        f"surface machine_{mode}:\n  uses entity Machine\n  mode: {mode}\n"
        for mode in ("list", "view")
    )
    text = f"entity Part:\n  name: str required\n{wide}entity Machine:\n  name: str\n{refs}{pages}"
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    return folder / "app.dsl"


@pytest.mark.long
def test_pages_of_a_wide_entity_work(tmp_path: Path) -> None:
    done = run_dazzle(tmp_path, "build", str(write_project(tmp_path)), "--output", "out")
    assert done.returncode == 0, done.stderr
    built = BuiltProject("app", tmp_path / "out/django_micro")
    (tmp_path / "data").mkdir()
    found = walk_through(built, tmp_path / "data")
    assert found["findings"] == []
