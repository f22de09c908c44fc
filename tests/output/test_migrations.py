"""Migrations: the first is written as it is, later ones come from Django and really run."""

from typing import Any

import pytest

from transformer.backends.django.migrations import changes as migrations

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


def test_required_field_is_added_to_rows(project: Any) -> None:
    project.run_django("from core.models import Task\nTask.objects.create(title='a')\n")
    state = "    state = models.CharField(max_length=9, choices=[('open', 'Open')])\n"
    size = "    size = models.IntegerField()\n    due = models.DateField()\n"
    key = "    key = models.UUIDField()\n    extra = models.JSONField()\n"
    outcome = project.rebuild(project.task + state + size + key)
    added = [name for name in outcome.written if "migrations" in name]
    assert len(added) == 1
    assert added[0].startswith("core/migrations/0002_")
    show = "from core.models import Task\nt = Task.objects.get()\nprint(t.state, t.size, t.extra)\n"
    project.run_django()
    assert project.run_django(show) == "open 0 {}"
    assert project.write(project.task + state + size + key).written == ()
    assert (project.folder / "core/migrations/0001_initial.py").read_bytes() == project.initial


def test_value_for_rows_keeps_to_the_bounds(project: Any) -> None:
    project.rebuild(
        project.task + "    size = models.IntegerField(validators=[MinValueValidator(3)])\n"
    )
    text = (project.folder / "core/migrations/0002_task_size.py").read_text()
    assert "default=3" in text


def test_model_is_added(project: Any) -> None:
    ref = "    task = models.ForeignKey(Task, models.CASCADE)\n"
    owner = "    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)\n"
    help_text = f"    more = models.CharField(max_length=9, help_text={'long words ' * 20!r})\n"
    outcome = project.rebuild(project.task + project.note + ref + owner + help_text)
    assert "core/migrations/0002_note.py" in outcome.written
    assert outcome.notes == ()
    project.run_django()


def test_dropped_field_and_model_are_noted(project: Any) -> None:
    project.rebuild(project.task + project.note)
    outcome = project.rebuild("class Task(models.Model):\n    pass\n")
    drops = ("migration-drops", {"what": "Note"}), ("migration-drops", {"what": "Task.title"})
    assert sorted(outcome.notes, key=str) == sorted(drops, key=str)
    project.run_django()


def test_models_dropped_in_a_cycle_are_noted_once_each(project: Any) -> None:
    ref = "    {} = models.ForeignKey('core.{}', models.CASCADE, null=True)\n"
    page = "\n\nclass Page(models.Model):\n" + ref.format("note", "Note")
    project.rebuild(project.task + project.note + ref.format("page", "Page") + page)
    notes = project.rebuild(project.task).notes
    assert sorted(words["what"] for _, words in notes) == ["Note", "Page"]
    project.run_django()


def test_required_ref_is_noted(project: Any) -> None:
    ref = "    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)\n"
    outcome = project.rebuild(project.task + ref)
    words = {"entity": "Task", "field": "owner"}
    assert outcome.notes == (("migration-needs-empty-table", words),)
    project.run_django()


def test_unique_field_is_noted(project: Any) -> None:
    outcome = project.rebuild(project.task + "    key = models.UUIDField(unique=True)\n")
    words = {"entity": "Task", "field": "key"}
    assert outcome.notes == (("migration-needs-unique-values", words),)
    project.run_django()


def test_null_is_filled_and_an_empty_ref_noted(project: Any) -> None:
    loose = project.task + "    size = models.IntegerField(null=True)\n"
    ref = "    up = models.ForeignKey('self', models.CASCADE{})\n"
    project.rebuild(loose + ref.format(", null=True"))
    project.run_django("from core.models import Task\nTask.objects.create(title='a')\n")
    project.rebuild(loose.replace("null=True", "") + ref.format(", null=True"))
    assert project.run_django("from core.models import Task\nprint(Task.objects.get().size)") == "0"
    outcome = project.rebuild(loose.replace("null=True", "") + ref.format(""))
    assert outcome.notes == (("migration-needs-values", {"entity": "Task", "field": "up"}),)


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
        ("0001_twin.py", TWIN, "0001_initial, 0001_twin"),
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


def test_models_that_print_or_fail_are_told_apart(project: Any) -> None:
    project.rebuild("print('hello')\n\n\n" + project.task + project.note)
    outcome = project.write("1 / 0\n")
    reason = "ZeroDivisionError: division by zero"
    assert outcome.failure == ("migration-failed", {"reason": reason})


def test_slow_django_is_a_failure(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "MINUTES", 0)
    outcome = project.write(project.task + project.note)
    assert outcome.failure == ("migration-timeout", {"minutes": "0"})
