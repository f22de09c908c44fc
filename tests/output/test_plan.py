"""What a build would do, said by `dazzle plan` and `build --check`, which do nothing."""

import json
import re
from pathlib import Path

import pytest

from tests.output.test_files import snapshot
from tests.projects import Done, run_dazzle

PROJECT = """\
app shelf "Shelf"
entity Book:
  title: str required
  state: enum[wanted, here]=wanted
surface book_list "Books":
  uses entity Book
  mode: list
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project that was built, and edited since: its text, and what was built."""
    (tmp_path / "app.dsl").write_text(PROJECT, encoding="utf-8")
    assert build(tmp_path).returncode == 0
    app = tmp_path / "out/django_micro"
    with (app / "core/views.py").open("a") as file:
        file.write("\n# mine\n")
    with (app / "core/models.py").open("a") as file:
        file.write("\n# mine\n")
    (app / "core/templates/core/book_list.html").write_text("mine\n")
    (tmp_path / "app.dsl").write_text(PROJECT.replace("title: str", "title: str(80)"))
    return tmp_path


def read_fates(said: str) -> dict[str, str]:
    """Path → the word for what happens to it."""
    lines = re.findall(r"^([a-z]+) +(\S+)$", said, re.MULTILINE)
    return {path: fate for fate, path in lines}


def build(folder: Path, *options: str) -> Done:
    return run_dazzle(folder, "build", "app.dsl", "--output", "out", *options)


def plan(folder: Path, *options: str) -> Done:
    return run_dazzle(folder, "plan", "app.dsl", "--output", "out", *options)


def test_plan_names_what_happens_to_each_file_and_does_nothing(folder: Path) -> None:
    before = snapshot(folder)
    done = plan(folder)
    assert done.returncode == 0, done.stdout
    fates = read_fates(done.stdout)
    last = done.stdout.splitlines()[-1]
    assert fates["core/models.py"] == "merge"
    assert fates["core/views.py"] == "keep"
    assert fates["core/templates/core/book_list.html"] == "keep"
    (new,) = (path for path, fate in fates.items() if fate == "create")
    assert new.startswith("core/migrations/0002_")
    assert not any(path.startswith(".dazzle/") for path in fates)
    assert re.fullmatch(r".*/out/django_micro: 1 to create, .*\d+ unchanged", last)
    assert snapshot(folder) == before


def test_what_is_planned_is_what_a_build_does(folder: Path) -> None:
    said = json.loads(plan(folder, "--json").stdout)["outputs"][0]
    before = snapshot(folder / "out/django_micro")
    done = json.loads(build(folder, "--json").stdout)["outputs"][0]
    assert said == done
    after = snapshot(folder / "out/django_micro")
    changed = {p for p in after if after[p] != before.get(p) and not p.startswith(".dazzle/")}
    assert changed == {path for path in done["written"] if not path.startswith(".dazzle/")}


def test_check_tells_by_its_status_whether_something_would_change(folder: Path) -> None:
    before = snapshot(folder)
    assert build(folder, "--check").returncode == 2
    assert snapshot(folder) == before
    assert build(folder).returncode == 0
    done = build(folder, "--check")
    assert done.returncode == 0
    assert set(read_fates(done.stdout).values()) == {"keep"}


def test_conflicts_are_planned_and_left(folder: Path) -> None:
    views = folder / "out/django_micro/core/views.py"
    views.write_text(views.read_text().replace('"title": "Title"', '"title": "Name"'))
    (folder / "app.dsl").write_text(PROJECT.replace("title: str", 'title: str "Called"'))
    before = snapshot(folder)
    done = plan(folder)
    assert done.returncode == 1
    assert "conflict core/views.py" in done.stdout
    assert build(folder, "--check").returncode == 2
    assert snapshot(folder) == before


def test_wrong_project_has_no_plan(folder: Path) -> None:
    (folder / "app.dsl").write_text(PROJECT.replace("str", "strng"))
    before = snapshot(folder)
    for done in (plan(folder), build(folder, "--check")):
        assert done.returncode == 1
        assert "unknown-type" in done.stdout
    assert snapshot(folder) == before
