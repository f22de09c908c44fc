"""Soft deletion that is added to an app with records, and taken away again."""

from pathlib import Path

import pytest

from tests.projects import BACKEND, BuiltProject, run_dazzle

HEAD = 'app desk "Desk"\n'
TASK = "entity Task:\n  title: str required unique\n  gone_at: datetime\n"
LINE = "  soft_delete: gone_at\n"
PAGES = "@use crud_surface_set(entity_name=Task, title_field=title)\n"
SETTINGS = '[project]\nname = "desk"\n'


class Desk:
    """An app whose description changes, with its records."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.built = BuiltProject("desk", folder / "out" / BACKEND)
        (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
        assert self.build(TASK)[0] == 0
        self.migrate()
        self.run("Task.objects.create(title='A')")

    def build(self, entity: str, *options: str) -> tuple[int, str]:
        """How a build of this description ends, and what it says."""
        (self.folder / "app.dsl").write_text(HEAD + entity + PAGES, encoding="utf-8")
        done = run_dazzle(self.folder, "build", "--output", "out", *options)
        return done.returncode, done.stdout + done.stderr

    def migrate(self) -> None:
        """Apply all migrations."""
        done = self.built.manage("migrate", "-v0")
        assert done.returncode == 0, done.stderr

    def run(self, code: str) -> str:
        """What a line of Python prints in the app."""
        imports = "from core.models import Task"
        done = self.built.manage("shell", "-v0", "-c", f"{imports}\n{code}")
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


@pytest.fixture
def desk_with_rows(tmp_path: Path) -> Desk:
    """An app with a record, whose soft deletion is new."""
    desk = Desk(tmp_path)
    assert desk.build(TASK + LINE)[0] == 0
    desk.migrate()
    return desk


def test_records_stay_when_soft_deletion_is_added(desk_with_rows: Desk) -> None:
    assert desk_with_rows.run("print(Task.objects.count())") == "1"
    again = "Task.objects.get().delete()\nTask.objects.create(title='A')"
    desk_with_rows.run(again)
    assert desk_with_rows.run("print(Task.objects.count(), Task.all_objects.count())") == "1 2"


def test_records_are_not_shown_again_unasked(desk_with_rows: Desk) -> None:
    desk_with_rows.run("Task.objects.get().delete()")
    status, said = desk_with_rows.build(TASK)
    assert status == 1
    assert "error[migration-restores]" in said and "rows that are put away: 1" in said
    assert desk_with_rows.run("print(Task.objects.count())") == "0"
    status, said = desk_with_rows.build(TASK, "--allow-data-loss")
    assert (status, "warning[migration-restores]" in said) == (0, True)
    desk_with_rows.migrate()
    assert desk_with_rows.run("print(Task.objects.count())") == "1"


def test_nothing_is_asked_where_nothing_is_put_away(desk_with_rows: Desk) -> None:
    desk_with_rows.run("Task.objects.create(title='B').delete()")
    done = desk_with_rows.built.manage("purge", "--older-than", "0")
    assert done.stdout == "Deleted 1 rows.\n"
    status, said = desk_with_rows.build(TASK)
    assert (status, "migration-restores" in said) == (0, False)
    desk_with_rows.migrate()
    assert desk_with_rows.run("print(Task.objects.count())") == "1"
