"""What a person edits in an app outlasts builds, and builds bring what is new all the same."""

import json
from pathlib import Path

import pytest

from tests.projects import run_dazzle
from tests.workshops import Workshop

LIST = "core/templates/core/task_list.html"
METHOD = '\n    def shout(self):\n        return self.title.upper() + "!"\n'
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
    workshop.append(
        "core/models.py", "\n\nclass Note(models.Model):\n    text = models.TextField()\n"
    )
    assert workshop.project.manage("makemigrations", "-v0").returncode == 0
    workshop.add_field("shade: str(20)")
    workshop.rebuild()
    last = workshop.read(f"core/migrations/{workshop.list_migrations()[-1]}")
    assert "shade" in last
    assert 'name="estimate"' not in last and '"Note"' not in last
    workshop.check_app()


def test_model_by_hand_without_a_migration_gets_one(workshop: Workshop) -> None:
    workshop.append(
        "core/models.py", "\n\nclass Note(models.Model):\n    text = models.TextField()\n"
    )
    workshop.rebuild()
    assert "Note" in workshop.read(f"core/migrations/{workshop.list_migrations()[-1]}")
    workshop.check_app()
    assert "written" not in workshop.rebuild()


def test_class_at_the_end_and_a_new_entity_both_stand_there(workshop: Workshop) -> None:
    mine = "\n\nclass Note(models.Model):\n    text = models.TextField()\n"
    workshop.append("core/models.py", mine)
    workshop.describe("app simple_task", "\n\nentity Zone:\n  name: str required")
    workshop.rebuild()
    text = workshop.read("core/models.py")
    assert mine in text and "class Zone(models.Model)" in text
    workshop.check_app()


def test_same_name_on_both_sides_is_a_conflict(workshop: Workshop) -> None:
    field = "    estimate = models.IntegerField(null=True)\n"
    workshop.change("core/models.py", "    due_date = ", f"{field}    due_date = ")
    workshop.add_field("estimate: int")
    done = workshop.build()
    assert done.returncode == 1
    assert "core/models.py: both have a `Task.estimate` of their own" in done.stdout


def test_deleted_file_stays_away_and_comes_back_if_asked_for(workshop: Workshop) -> None:
    place = workshop.project.folder / LIST
    new = place.read_text(encoding="utf-8")
    place.unlink()
    workshop.change_description('"Simple Task"', '"Chores"')
    assert f"left out {LIST}: you deleted it" in workshop.rebuild()
    assert "left out" not in workshop.rebuild()
    assert not place.exists()
    done = workshop.resolve(LIST, "theirs")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert place.read_text(encoding="utf-8") == new


def test_own_files_are_never_touched(workshop: Workshop) -> None:
    own = {"core/signals.py": "# mine\n", "core/task.txt": "mine", "extra/mine.py": "x = 1\n"}
    for path, text in own.items():
        (workshop.project.folder / path).parent.mkdir(exist_ok=True)
        (workshop.project.folder / path).write_text(text, encoding="utf-8")
    workshop.add_field("shade: str(20)")
    for words in ([], ["--force"]):
        workshop.rebuild(*words)
        assert {path: workshop.read(path) for path in own} == own


def test_own_file_in_the_way_stops_the_build_and_says_what_to_do(workshop: Workshop) -> None:
    (workshop.project.folder / "pages/pdf.py").write_text("mine = 1\n", encoding="utf-8")
    settings = workshop.folder / "dazzle.toml"
    settings.write_text(settings.read_text("utf-8") + "[features]\npdf = true\n", encoding="utf-8")
    before = workshop.read_files()
    done = workshop.build()
    assert done.returncode == 1
    assert "error[output-in-the-way]" in done.stdout and "pages/pdf.py" in done.stdout
    waiting = workshop.read_files()
    assert b"as PDFs" in waiting.pop(".dazzle/conflicts/pages/pdf.py")
    assert waiting == before
    said = workshop.rebuild("--force")
    assert "replaced pages/pdf.py: what you had is in .dazzle/replaced/pages/pdf.py" in said
    assert workshop.read(".dazzle/replaced/pages/pdf.py") == "mine = 1\n"


def test_file_that_is_no_longer_wanted_goes_unless_it_was_edited(workshop: Workshop) -> None:
    detail, form = (f"core/templates/core/task_{name}.html" for name in ("detail", "create"))
    workshop.append(detail, "<!-- mine -->\n")
    file = workshop.folder / "dsl/app.dsl"
    kept, _, _ = file.read_text(encoding="utf-8").partition("# A task's own page.")
    file.write_text(kept, encoding="utf-8")
    said = workshop.rebuild()
    assert f"kept {detail}: " in said and form not in said
    assert workshop.read(detail).endswith("<!-- mine -->\n")
    assert not (workshop.project.folder / form).exists()
    assert f"kept {detail}: " not in workshop.rebuild()
    assert workshop.read(detail).endswith("<!-- mine -->\n")


def test_pages_are_brought_up_whatever_was_edited_elsewhere(workshop: Workshop) -> None:
    """An app that an older version built: its shared pages had a line less, and one more."""
    older = {
        "pages/keys.py": ('"""', '"""Older. '),
        "pages/templates/pages/_form.html": ("<form", "<form data-older"),
    }
    for path, (old, new) in older.items():
        for place in (path, f".dazzle/base/{path}.base"):
            workshop.change(place, old, new)
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


@pytest.mark.parametrize("words", [["core/nonesuch.py", "--ours"], ["README.md", "--ours"]])
def test_nothing_to_resolve(workshop: Workshop, words: list[str]) -> None:
    done = run_dazzle(workshop.project.folder, "resolve", *words)
    assert done.returncode == 1
    assert f"error[nothing-to-resolve]: there is no conflict in `{words[0]}`" in done.stdout


@pytest.mark.parametrize("words", [["x"], ["x", "--ours", "--theirs"]])
def test_one_side_is_chosen(tmp_path: Path, words: list[str]) -> None:
    assert run_dazzle(tmp_path, "resolve", *words).returncode == 2
    done = run_dazzle(tmp_path, "resolve", "x", "--ours")
    assert (done.returncode, done.stderr) == (
        1,
        "dazzle: x doesn't lie in a project that dazzle built.\n",
    )
