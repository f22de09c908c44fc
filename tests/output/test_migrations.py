"""Migrations: the first is written as it is, later ones come from Django and really run."""

from typing import Any

import pytest

from transformer.backends.django.migrations import autodetector_process
from transformer.output.history import Consent
from transformer.output.outcome import Outcome

TWIN = """\
from django.db import migrations


class Migration(migrations.Migration):
    initial = True
"""
ORPHAN = TWIN + "    dependencies = [('core', '0009_x')]\n"


def test_first_migration_is_written_as_it_is(no_django: None, project: Any) -> None:
    path = project.folder / "core/migrations/0001_initial.py"
    assert path.read_bytes() == project.initial


def test_same_build_adds_none_and_asks_nobody(project: Any, no_django: None) -> None:
    assert project.write(project.task).written == ()


def test_change_beside_the_models_asks_nobody(project: Any, no_django: None) -> None:
    assert project.write(project.task, views="import core.models\n").written == ("core/views.py",)


NEW = {
    "state": "models.CharField(max_length=9, choices=[('open', 'Open')])",
    "name": "models.CharField(max_length=9)",
    "size": "models.IntegerField(validators=[MinValueValidator(3)])",
    "due": "models.DateField()",
    "made": "models.DateTimeField(auto_now_add=True)",
    "key": "models.UUIDField()",
    "extra": "models.JSONField()",
    "owner": "models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)",
}
MAKE = "from core.models import Task\nTask.objects.create(title='a')\n"
NO_DATABASE = "there is no database here to look into"


@pytest.mark.parametrize("name", NEW)
def test_no_value_is_made_up_for_rows(project: Any, name: str) -> None:
    """Where the rows can't be seen, that is said, and the migration stops at them."""
    project.run_django(MAKE)
    database = project.folder / "db.sqlite3"
    database.rename(project.folder / "elsewhere")
    outcome = project.rebuild(f"{project.task}    {name} = {NEW[name]}\n")
    (found,) = outcome.findings
    assert (found.code, found.stops) == ("migration-needs-empty-table", False)
    assert NO_DATABASE in found.words["found"]
    (project.folder / "elsewhere").rename(database)
    said = project.fail_to_migrate()
    assert "“Task”: rows that would have no value: 1, with these keys: 1\n" in said
    assert "This migration has changed nothing" in said
    (project.folder / "db.sqlite3").unlink()
    project.run_django()


@pytest.mark.parametrize("name", NEW)
def test_row_that_is_seen_refuses_a_required_field(project: Any, name: str) -> None:
    project.run_django(MAKE)
    before = project.read_core()
    (found,) = project.write(f"{project.task}    {name} = {NEW[name]}\n").findings
    assert (found.code, found.stops) == ("migration-needs-empty-table", True)
    assert found.words["found"] == "rows that would have no value: 1"
    assert project.read_core() == before


def test_empty_table_takes_a_required_field(project: Any) -> None:
    project.run_django("")
    assert project.rebuild(f"{project.task}    due = {NEW['due']}\n").findings == ()
    project.run_django()


def test_model_is_added(project: Any) -> None:
    ref = "    task = models.ForeignKey(Task, models.CASCADE)\n"
    owner = "    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)\n"
    help_text = f"    more = models.CharField(max_length=9, help_text={'long words ' * 20!r})\n"
    outcome = project.rebuild(project.task + project.note + ref + owner + help_text)
    assert "core/migrations/0002_note.py" in outcome.written
    assert outcome.notes == ()
    project.run_django()


def list_said(outcome: Outcome) -> list[tuple[str, str, bool]]:
    return sorted((each.code, each.words["what"], each.stops) for each in outcome.findings)


def test_dropped_field_and_model_are_said(project: Any) -> None:
    project.rebuild(project.task + project.note)
    outcome = project.rebuild("class Task(models.Model):\n    pass\n")
    drops = [("migration-drops", "Note", False), ("migration-drops", "Task.title", False)]
    assert list_said(outcome) == drops
    project.run_django()


def test_models_dropped_in_a_cycle_are_said_once_each(project: Any) -> None:
    ref = "    {} = models.ForeignKey('core.{}', models.CASCADE, null=True)\n"
    page = "\n\nclass Page(models.Model):\n" + ref.format("note", "Note")
    project.rebuild(project.task + project.note + ref.format("page", "Page") + page)
    outcome = project.rebuild(project.task)
    assert [what for _, what, _ in list_said(outcome)] == ["Note", "Page"]
    project.run_django()


def test_rows_with_values_keep_what_they_are_in(project: Any) -> None:
    project.run_django(MAKE)
    bare = "class Task(models.Model):\n    pass\n"
    assert list_said(project.write(bare)) == [("migration-drops", "Task.title", True)]
    outcome = project.rebuild(bare, consent=Consent(allow_loss=True))
    assert list_said(outcome) == [("migration-drops", "Task.title", False)]
    project.run_django()


def test_null_is_replaced_by_nothing(project: Any) -> None:
    loose = project.task + "    size = models.IntegerField(null=True)\n"
    ref = "    up = models.ForeignKey('self', models.CASCADE{})\n"
    project.rebuild(loose + ref.format(", null=True"))
    project.run_django("from core.models import Task\nTask.objects.create(title='a')\n")
    outcome = project.write(loose.replace("null=True", "") + ref.format(""))
    code = "migration-needs-values"
    assert list_said(outcome) == [(code, "Task.size", True), (code, "Task.up", True)]
    given = loose.replace("null=True", "default=7")
    assert project.rebuild(given + ref.format(", null=True")).findings == ()
    assert project.run_django("from core.models import Task\nprint(Task.objects.get().size)") == "7"


def test_change_in_an_imported_module_counts(project: Any) -> None:
    use = "from core.choices import SIZE\n\n\n" + project.task.replace("200", "SIZE")
    project.rebuild(use, choices="SIZE = 200\n")
    assert project.find_history() == ["0001_initial.py"]
    project.rebuild(use, choices="SIZE = 100\n")
    assert project.find_history() == ["0001_initial.py", "0002_alter_task_title.py"]


def test_models_that_the_history_covers_need_none(project: Any) -> None:
    project.rebuild("# a remark\n\n\n" + project.task)
    assert project.find_history() == ["0001_initial.py"]


def test_edited_migration_is_neither_a_conflict_nor_rewritten(project: Any) -> None:
    path = project.folder / "core/migrations/0001_initial.py"
    path.write_bytes(project.initial + b"\n\n# mine\n")
    outcome = project.rebuild(project.task + project.note)
    assert outcome.conflicts == ()
    assert path.read_bytes() == project.initial + b"\n\n# mine\n"


def test_migration_of_a_person_is_built_upon(project: Any) -> None:
    text = project.initial.replace(b"initial = True", b"").replace(b"Task", b"Mine")
    text = text.replace(b"dependencies = []", b"dependencies = [('core', '0001_initial')]")
    (project.folder / "core/migrations/0002_mine.py").write_bytes(text)
    mine = project.task.replace("Task", "Mine")
    assert project.write(f"{project.task}\n\n{mine}{project.note}").failure is None
    assert project.find_history()[1:] == ["0002_mine.py", "0003_note.py"]
    project.run_django()


def test_lost_migration_is_made_again(project: Any) -> None:
    project.rebuild(project.task + project.note)
    project.rebuild(project.task + project.note)
    (project.folder / "core/migrations/0002_note.py").unlink()
    assert project.rebuild(project.task + project.note).written == ("core/migrations/0002_note.py",)


def test_conflict_comes_before_any_migration(project: Any, no_django: None) -> None:
    (project.folder / "core/models.py").write_text("mine = 1\n")
    (conflict,) = project.write(project.task + project.note).conflicts
    assert (conflict.path, conflict.stops) == ("core/models.py", True)


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("0002_broken.py", "class Migration(:\n", "SyntaxError"),
        ("0002_exit.py", "raise SystemExit\n", "exit status 0"),
        ("0002_orphan.py", ORPHAN, "0009_x"),
    ],
)
def test_history_that_django_refuses_writes_nothing(
    project: Any, path: str, text: str, words: str
) -> None:
    (project.folder / "core/migrations" / path).write_text(text)
    before = (project.folder / "core/models.py").read_bytes()
    outcome = project.write(project.task + project.note)
    assert outcome.failure is not None
    assert outcome.failure[0] == "migration-failed"
    assert words in outcome.failure[1]["reason"]
    assert (project.folder / "core/models.py").read_bytes() == before


def test_two_last_migrations_become_one(project: Any) -> None:
    (project.folder / "core/migrations/0001_twin.py").write_text(TWIN)
    project.rebuild(project.task + project.note)
    names = ["0001_initial", "0001_twin", "0002_merge_initial_twin", "0003_note"]
    assert project.find_history() == [f"{name}.py" for name in names]
    project.run_django()


def test_two_last_migrations_of_one_thing_are_refused(project: Any) -> None:
    path = project.folder / "core/migrations/0001_twin.py"
    path.write_bytes(project.initial)
    (found,) = project.write(project.task + project.note).findings
    words = {"one": "0001_initial", "other": "0001_twin"}
    assert (found.code, found.words, found.stops) == ("migration-forks", words, True)


def test_models_that_print_or_fail_are_told_apart(project: Any) -> None:
    project.rebuild("print('hello')\n\n\n" + project.task + project.note)
    outcome = project.write("1 / 0\n")
    reason = "ZeroDivisionError: division by zero"
    assert outcome.failure == ("migration-failed", {"reason": reason})


def test_slow_django_is_a_failure(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autodetector_process, "MINUTES", 0)
    outcome = project.write(project.task + project.note)
    assert outcome.failure == ("migration-timeout", {"minutes": "0"})
