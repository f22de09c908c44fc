"""A migration that has certainly not been applied is made anew; any other stays as it is."""

import os
import subprocess
from typing import Any

import pytest

from transformer.backends.django.migrations.addresses import find_databases
from transformer.output.folder import Folder

FIRST = "    size = models.IntegerField(null=True)\n"
SECOND = "    size = models.IntegerField(null=True)\n    due = models.DateField(null=True)\n"
INITIAL, OLD = "0001_initial.py", "0002_task_size.py"
NEW = [INITIAL, "0002_task_due_task_size.py"]
BOTH = [INITIAL, OLD, "0003_task_due.py"]


@pytest.fixture
def edited(project: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A project whose database lacks its second migration."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    project.run_django("")
    project.rebuild(project.task + FIRST)
    assert project.find_history() == [INITIAL, OLD]
    return project


def git(project: Any, *arguments: str) -> None:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_COMMITTER_NAME": "a"}
    mail = {"GIT_AUTHOR_EMAIL": "a@b.example", "GIT_COMMITTER_EMAIL": "a@b.example"}
    subprocess.run(
        ["git", *arguments],
        cwd=project.folder,
        env={**os.environ, **who, **mail},
        check=True,
        capture_output=True,
    )


def test_correction_leaves_no_trace(edited: Any) -> None:
    outcome = edited.rebuild(edited.task + SECOND)
    assert edited.find_history() == NEW
    assert f"core/migrations/{OLD}" in outcome.removed
    edited.run_django()
    assert edited.write(edited.task + SECOND).written == ()


def test_edit_that_is_taken_back_leaves_no_trace(edited: Any) -> None:
    outcome = edited.rebuild(edited.task)
    assert edited.find_history() == [INITIAL]
    assert outcome.removed == (f"core/migrations/{OLD}",)
    edited.run_django()


def test_same_migration_is_not_written_again(edited: Any) -> None:
    path = edited.folder / "core/migrations" / OLD
    before = path.stat().st_mtime_ns
    outcome = edited.rebuild("# a remark\n" + edited.task + FIRST)
    assert f"core/migrations/{OLD}" in outcome.unchanged
    assert path.stat().st_mtime_ns == before


def test_migration_that_was_applied_stays(edited: Any) -> None:
    edited.run_django()
    edited.rebuild(edited.task + SECOND)
    assert edited.find_history() == BOTH


def test_migration_that_a_person_edited_stays(edited: Any) -> None:
    path = edited.folder / "core/migrations" / OLD
    path.write_text(path.read_text() + "# mine\n")
    edited.write(edited.task + SECOND)
    assert edited.find_history() == BOTH
    assert "# mine" in path.read_text()


def test_migration_without_a_database_stays(edited: Any) -> None:
    (edited.folder / "db.sqlite3").unlink()
    edited.rebuild(edited.task + SECOND)
    assert edited.find_history() == BOTH


def test_database_that_cannot_be_read_may_have_it(edited: Any) -> None:
    (edited.folder / "db.sqlite3").write_bytes(b"no database" * 100)
    edited.rebuild(edited.task + SECOND)
    assert edited.find_history() == BOTH


def test_so_may_one_that_is_only_named(edited: Any) -> None:
    (edited.folder / ".env").write_text("DATABASE_URL=postgres://a:b@127.0.0.1:1/c\n")
    outcome = edited.rebuild(edited.task + SECOND + "    other = models.DateField()\n")
    assert len(edited.find_history()) == 3
    (found,) = outcome.findings
    assert "the database can't be read: " in found.words["found"]
    assert ":b@" not in str(found)


@pytest.mark.parametrize("is_committed", [True, False])
def test_migration_that_git_has_stays(edited: Any, is_committed: bool) -> None:
    git(edited, "init", "-q")
    git(edited, "add", "core/models.py", *([f"core/migrations/{OLD}"] if is_committed else []))
    git(edited, "commit", "-qm", "A state")
    git(edited, "checkout", "-qb", "other")
    edited.rebuild(edited.task + SECOND)
    assert edited.find_history() == (BOTH if is_committed else NEW)


def test_later_migration_of_a_person_keeps_it(edited: Any) -> None:
    own = (
        "from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n"
        "    dependencies = [('core', '0002_task_size')]\n"
    )
    (edited.folder / "core/migrations/0003_mine.py").write_text(own)
    edited.write(edited.task + SECOND)
    assert edited.find_history() == [INITIAL, OLD, "0003_mine.py", "0004_task_due.py"]


def test_databases_are_found_where_the_project_looks(
    project: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(project.folder)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert find_databases(folder) == {}
    data = project.folder / "data"
    data.mkdir()
    (data / "db.sqlite3").touch()
    (project.folder / ".env").write_text('DATA_DIR=data\nexport DATABASE_URL="sqlite:///a.db"\n')
    monkeypatch.setenv("DATABASE_URL", "postgres://x/y")
    assert list(find_databases(folder).values()) == [
        "postgres://x/y",
        f"sqlite:///{folder.root}/a.db",
        f"sqlite:///{data}/db.sqlite3",
    ]
