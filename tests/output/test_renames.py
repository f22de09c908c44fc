"""Renamed models and fields keep their data."""

from pathlib import Path
from typing import Any

from tests.projects import run_dazzle

MAKE = "from core.models import Task\nTask.objects.create(title='kept')\n"
SHOW = "from core.models import Job\nprint(Job.objects.get().heading)\n"
JOB = "class Job(models.Model):\n    heading = models.CharField(max_length=120)\n"
RENAMES = (("", "Task", "Job"), ("Job", "title", "heading"))


def test_rows_keep_their_values(project: Any) -> None:
    project.run_django(MAKE)
    outcome = project.rebuild(JOB, *RENAMES)
    assert outcome.notes == ()
    project.run_django()
    assert project.run_django(SHOW) == "kept"


def test_second_build_renames_nothing_more(project: Any) -> None:
    project.rebuild(JOB, *RENAMES)
    assert project.write(JOB, *RENAMES).written == ()
    more = project.rebuild(JOB + "    size = models.IntegerField()\n", *RENAMES)
    (added,) = [name for name in more.written if "migrations" in name]
    assert "Rename" not in (project.folder / added).read_text(encoding="utf-8")


def test_rename_alone_is_a_migration(project: Any) -> None:
    outcome = project.rebuild(project.task.replace("title", "name"), ("Task", "title", "name"))
    assert "core/migrations/0002_rename_title_task_name.py" in outcome.written


def test_name_that_never_was_is_a_new_field(project: Any) -> None:
    size = "    size = models.IntegerField()\n"
    outcome = project.rebuild(project.task + size, ("Task", "length", "size"))
    assert "core/migrations/0002_task_size.py" in outcome.written


def test_language_says_what_was_renamed(tmp_path: Path) -> None:
    file = tmp_path / "app.dsl"
    file.write_text("entity Task:\n  title: str required\n  class: int\n", encoding="utf-8")
    assert run_dazzle(tmp_path, "build", "app.dsl").returncode == 0
    file.write_text(
        "entity Job:\n  was: Task\n  heading: str(90) required was=title\n  level: int was=class\n",
        encoding="utf-8",
    )
    done = run_dazzle(tmp_path, "build", "app.dsl")
    assert done.returncode == 0, done.stdout
    assert "deletes" not in done.stdout
    folder = tmp_path / "build/django_micro/core/migrations"
    (added,) = folder.glob("0002_*.py")
    text = added.read_text(encoding="utf-8")
    assert all(f'"{name}"' in text for name in ("Task", "title", "heading", "level"))
    assert "RemoveField" not in text
    assert "AddField" not in text


OWN = "\n    def shout(self):\n        return self.{}.upper()\n"


def test_lines_of_ones_own_that_say_the_old_name_are_listed(project: Any) -> None:
    models = project.folder / "core/models.py"
    models.write_text(models.read_text() + OWN.format("title"))
    (project.folder / "shop").mkdir()
    (project.folder / "shop/views.py").write_text(
        'rows = Task.objects.filter(title="a")\norder = "-title"\ntitled = "the title"\n'
    )
    (project.folder / "templates").mkdir()
    (project.folder / "templates/mine.html").write_text("<title>\n{{ task.title }}\n")
    new = project.task.replace("title", "name")
    (note,) = project.write(new, ("Task", "title", "name")).notes
    assert (note[0], note[1]["old"], note[1]["new"]) == ("stale-name", "title", "name")
    line = models.read_text().splitlines().index("        return self.title.upper()") + 1
    assert [
        each.strip().removeprefix(f"{project.folder}/") for each in note[1]["places"].splitlines()
    ] == [
        f"core/models.py:{line}",
        "shop/views.py:1",
        "shop/views.py:2",
        "templates/mine.html:2",
    ]


def test_code_without_the_old_name_is_not_mentioned(project: Any) -> None:
    models = project.folder / "core/models.py"
    models.write_text(models.read_text() + OWN.format("name"))
    new = project.task.replace("title", "name")
    assert project.write(new, ("Task", "title", "name")).notes == ()
