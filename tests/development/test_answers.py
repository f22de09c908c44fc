"""What `dazzle dev` asks before it builds or migrates, on the page and in the terminal."""

import os
import subprocess
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.development.workbench import Workbench
from tests.projects import run_dazzle

FIELD = "  due_date: date\n"
PLACE = "  place: str(50)\n"
CHOICES = "Choose on an open page"
READ = "import sqlite3; print(sqlite3.connect('db.sqlite3').execute('{}').fetchall())"


def read(bench: Workbench, query: str) -> str:
    """What the database answers; nothing if there is no such column."""
    command = [sys.executable, "-c", READ.format(query)]
    return subprocess.run(command, cwd=bench.app, capture_output=True, text=True).stdout


def answer(bench: Workbench, **headers: str) -> int:
    """Press a button of a page."""
    request = Request(f"{bench.address}/.dazzle/answer", method="POST", headers=headers)
    with urlopen(request) as done:
        return int(done.status)


@pytest.fixture
def placed(bench: Workbench) -> Workbench:
    """A project with a place, which a row has."""
    bench.save(FIELD, FIELD + PLACE)
    bench.serve()
    bench.run_code("Task.objects.create(title='x', place='Paris')")
    return bench


def test_data_is_deleted_only_when_somebody_says_so(placed: Workbench) -> None:
    placed.save(PLACE, "")
    placed.wait_for(CHOICES)
    status = placed.read_status()
    assert "migration-drops" in status and "Accept that these values are lost" in status
    assert placed.ask("/tasks/")[0] == 200
    with pytest.raises(HTTPError):  # as a page of another site could
        answer(placed)
    answer(placed, **{"X-Choice": "7"})
    placed.save('"Add a task":', '"Add a chore":')
    placed.wait(lambda: placed.said.count("migration-drops]") == 2)
    assert "Paris" in read(placed, "SELECT place FROM core_task")
    answer(placed, **{"X-Choice": "0"})
    placed.wait_for_page("/tasks/new/", "Add a chore")
    placed.wait_for("core.0002_")
    assert read(placed, "SELECT place FROM core_task") == ""


def test_field_that_may_only_have_another_name_is_asked_about(bench: Workbench) -> None:
    master, terminal = os.openpty()
    bench.save(FIELD, FIELD + PLACE)
    bench.start(stdin=terminal)
    bench.wait_for("Serving")
    bench.run_code("Task.objects.create(title='x', place='Paris')")
    bench.save(PLACE, PLACE.replace("place", "town"))
    bench.wait_for(CHOICES)
    bench.wait_for("  1  Only the name is new\n")
    os.write(master, b"1\n")
    bench.wait_for("Migrating: core.0002_")
    bench.wait(lambda: "Paris" in read(bench, "SELECT town FROM core_task"))
    bench.wait(lambda: '"report": ""' in bench.read_status())
    os.close(master)


def test_deletion_by_a_migration_of_somebody_else_is_asked_about(placed: Workbench) -> None:
    placed.interrupt()
    placed.save(PLACE, "")
    assert run_dazzle(placed.folder, "build", "--allow-data-loss").returncode == 0
    placed.said = ""
    placed.start()
    placed.wait_for(CHOICES)
    placed.wait_for("  1  Apply\n")
    assert "core.0002_" in placed.said
    assert "Paris" in read(placed, "SELECT place FROM core_task")
    assert "Apply" in placed.read_status()
    answer(placed, **{"X-Choice": "0"})
    placed.wait_for("Serving")
    assert read(placed, "SELECT place FROM core_task") == ""


def test_conflict_is_shown_until_it_is_resolved(bench: Workbench) -> None:
    bench.serve()
    page = bench.app / "core/templates/core/task_create.html"
    page.write_text(page.read_text("utf-8").replace("Add a task", "Add mine"), "utf-8")
    bench.wait_for_page("/tasks/new/", "Add mine")
    bench.save('"Add a task":', '"Add a chore":')
    bench.wait(lambda: "merge-conflict" in bench.read_status())
    assert "Add mine" in bench.ask("/tasks/new/")[1]
    file = "core/templates/core/task_create.html"
    assert run_dazzle(bench.app, "resolve", file, "--theirs").returncode == 0
    bench.wait_for_page("/tasks/new/", "Add a chore")
    bench.wait(lambda: '"report": ""' in bench.read_status())
