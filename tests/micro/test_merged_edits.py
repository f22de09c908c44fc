"""What a person edits in an app outlasts builds, and builds bring what is new all the same."""

import json
from pathlib import Path

import pytest

from tests.workshops import Workshop
from transformer.output.record import fingerprint, spell_record

LIST = "core/templates/core/task_list.html"
METHOD = '\n    def shout(self):\n        return self.title.upper() + "!"\n'
NOTE = """

class Note(models.Model):
    text = models.TextField()

    objects = QuerySet.as_manager()
"""
# A line in each of these once stopped all building: file, the line after it, and the line.
EDITS = {
    LIST: ("{% block", "<!-- mine -->\n{% block"),
    "core/models.py": (
        "    def __str__(self):\n        return self.title\n",
        f"    def __str__(self):\n        return self.title\n{METHOD}",
    ),
    "core/views.py": (
        '    url_name = "task_list"\n',
        '    url_name = "task_list"\n    paginate_orphans = 3\n',
    ),
    "app/settings.py": (
        "USE_TZ = True\n",
        'USE_TZ = True\nFIRST_DAY_OF_WEEK = 1\nFORMAT_MODULE_PATH = "app.formats"\n',
    ),
    "requirements.txt": ("django-axes", "django-extensions>=4\ndjango-axes"),
    "README.md": ("## Quick Start\n", "## For my colleagues\n\nAsk Ann.\n\n## Quick Start\n"),
}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A project after its first build."""
    return Workshop(tmp_path / "task")


def edit_everything(workshop: Workshop) -> None:
    for path, (old, new) in EDITS.items():
        workshop.change(path, old, new)


def hold_edits(workshop: Workshop) -> None:
    for path, (_, new) in EDITS.items():
        assert new in workshop.read(path), path


def test_edits_outlast_a_build_that_has_nothing_new(workshop: Workshop) -> None:
    edit_everything(workshop)
    before = {p: text for p, text in workshop.read_files().items() if ".dazzle/" not in p}
    said = workshop.rebuild()
    assert f"{len(EDITS)} edited by you" in said and "merged" not in said
    after = {p: text for p, text in workshop.read_files().items() if ".dazzle/" not in p}
    assert after == before


def test_edits_are_merged_with_what_is_new(workshop: Workshop) -> None:
    edit_everything(workshop)
    workshop.add_field('shade: str(20) "Shade"')
    workshop.describe('    field title "Title"', '\n    field shade "Shade"')
    workshop.change_description('"Simple Task"', '"Chores"')
    said = workshop.rebuild()
    hold_edits(workshop)
    for path in ("core/models.py", "core/views.py", LIST, "README.md"):
        assert f"merged {path}: " in said
    assert "shade = models.CharField" in workshop.read("core/models.py")
    assert '"shade": "Shade"' in workshop.read("core/views.py")
    assert "# DAZZLE Micro Stack - Chores" in workshop.read("README.md")
    assert len(workshop.list_migrations()) == 2
    workshop.check_app()
    show = "from core.models import Task; print(Task(title='a', shade='b').shout())"
    assert workshop.project.manage("shell", "-v0", "-c", show).stdout.strip() == "A!"
    assert "written" not in workshop.rebuild()


def test_edits_outlast_many_builds(workshop: Workshop) -> None:
    edit_everything(workshop)
    for number in range(3):
        workshop.add_field(f'shade_{number}: str(20) "Shade {number}"')
        workshop.rebuild()
        hold_edits(workshop)
    workshop.change_description('  shade_1: str(20) "Shade 1"\n', "")
    workshop.rebuild()
    hold_edits(workshop)
    workshop.check_app()


def test_field_and_model_added_by_hand_stay_in_the_database(workshop: Workshop) -> None:
    workshop.change(
        "core/models.py",
        "    due_date = ",
        "    estimate = models.IntegerField(null=True)\n    due_date = ",
    )
    workshop.append("core/models.py", NOTE)
    assert workshop.project.manage("makemigrations", "-v0").returncode == 0
    workshop.add_field("shade: str(20)")
    workshop.rebuild()
    last = workshop.read(f"core/migrations/{workshop.list_migrations()[-1]}")
    assert "shade" in last
    assert 'name="estimate"' not in last and '"Note"' not in last
    workshop.check_app()


def test_model_by_hand_without_a_migration_gets_one(workshop: Workshop) -> None:
    workshop.append("core/models.py", NOTE)
    workshop.rebuild()
    assert "Note" in workshop.read(f"core/migrations/{workshop.list_migrations()[-1]}")
    workshop.check_app()
    assert "written" not in workshop.rebuild()


def test_class_at_the_end_and_a_new_entity_both_stand_there(workshop: Workshop) -> None:
    workshop.append("core/models.py", NOTE)
    workshop.describe("app simple_task", "\n\nentity Zone:\n  name: str required")
    workshop.rebuild()
    text = workshop.read("core/models.py")
    assert NOTE in text and "class Zone(models.Model)" in text
    workshop.check_app()


def test_same_name_on_both_sides_is_a_conflict(workshop: Workshop) -> None:
    field = "    estimate = models.IntegerField(null=True)\n"
    workshop.change("core/models.py", "    due_date = ", f"{field}    due_date = ")
    workshop.add_field("estimate: int")
    done = workshop.build()
    assert done.returncode == 1
    assert "core/models.py: both have a `Task.estimate` of their own" in done.stdout


def test_pages_are_brought_up_whatever_was_edited_elsewhere(workshop: Workshop) -> None:
    """An app that an older version built: its shared pages had a line less, and one more."""
    older = {
        "records/keys.py": ('"""', '"""Older. '),
        "pages/templates/pages/_form.html": ("<form", "<form data-older"),
    }
    record = json.loads(workshop.read(".dazzle/files.json"))
    for path, (old, new) in older.items():
        for place in (path, f".dazzle/base/{path}.base"):
            workshop.change(place, old, new)
        record[path] = fingerprint(workshop.read(path).encode())
    (workshop.project.folder / ".dazzle/files.json").write_bytes(spell_record(record))
    edit_everything(workshop)
    workshop.append("pages/templates/pages/_form.html", "{# mine #}\n")
    workshop.rebuild()
    hold_edits(workshop)
    for path, (_, new) in older.items():
        assert new not in workshop.read(path)
    assert workshop.read("pages/templates/pages/_form.html").endswith("{# mine #}\n")


def test_programs_get_to_know_each_file(workshop: Workshop) -> None:
    workshop.change(*("core/models.py", *EDITS["core/models.py"]))
    workshop.append("README.md", "mine\n")
    (workshop.project.folder / "Procfile").unlink()
    workshop.add_field("shade: str(20)")
    (output,) = json.loads(workshop.build("--json").stdout)["outputs"]
    assert "core/models.py" in output["merged"] and "core/models.py" in output["written"]
    assert (output["edited"], output["deleted"]) == (["README.md"], ["Procfile"])
    assert (output["replaced"], output["conflicts"]) == ({}, [])


def test_project_of_before_there_were_merges_is_taken_over(workshop: Workshop) -> None:
    for place in sorted((workshop.project.folder / ".dazzle/base").rglob("*.base")):
        place.unlink()
    edit_everything(workshop)
    workshop.rebuild()
    hold_edits(workshop)
    workshop.add_field("shade: str(20)")
    workshop.rebuild()
    hold_edits(workshop)


def test_word_replaced_in_all_files_is_not_lost(workshop: Workshop) -> None:
    """As editors do it, with those that a build keeps for itself."""
    edit_everything(workshop)
    workshop.rebuild()
    for place in workshop.project.folder.rglob("*"):
        if place.suffix in (".html", ".base"):
            text = place.read_bytes()
            place.write_bytes(text.replace(b"btn-primary", b"btn-success"))
    workshop.rebuild()
    for path in ("pages/templates/pages/_form.html", LIST):
        assert "btn-success" in workshop.read(path) and "btn-primary" not in workshop.read(path)
    assert "btn-primary" in workshop.read(f".dazzle/base/{LIST}.base")
    hold_edits(workshop)


def test_what_was_written_last_may_be_unknown(workshop: Workshop) -> None:
    for path in ("README.md", ".dazzle/base/README.md.base"):
        workshop.change(path, "Simple Task", "Our tasks")
    workshop.change_description('"Simple Task"', '"Chores"')
    said = workshop.rebuild()
    assert "README.md: what was written there last isn't known" in said
    assert "Our tasks" in workshop.read("README.md")
    assert workshop.resolve("README.md", "ours").returncode == 0
    assert "warning[merge" not in workshop.rebuild()
    workshop.add_field("shade: str(20)")
    workshop.rebuild()
    assert "Our tasks" in workshop.read("README.md")
