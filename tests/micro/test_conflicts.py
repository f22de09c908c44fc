"""Where a person and a build changed the same lines: what stops, what goes on, what settles it."""

from pathlib import Path

import pytest

from tests.workshops import Workshop

MODELS, README, LIST = "core/models.py", "README.md", "core/templates/core/task_list.html"
OLD, MINE = "    title = models.CharField(max_length=200)", "    title = models.TextField()"
NEW = "    title = models.CharField(max_length=50)"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A project with a line of its models changed by hand, and in its description."""
    made = Workshop(tmp_path / "task")
    made.change(MODELS, OLD, MINE)
    made.change_description("title: str(200)", "title: str(50)")
    return made


@pytest.fixture
def titled(tmp_path: Path) -> Workshop:
    """A project with a heading changed by hand, and in its description, and a new field."""
    made = Workshop(tmp_path / "task")
    made.change(README, "# DAZZLE Micro Stack - Simple Task", "# Ours")
    made.change_description('"Simple Task"', '"Chores"')
    made.add_field("shade: str(20)")
    return made


def test_conflict_in_python_writes_nothing(workshop: Workshop) -> None:
    workshop.add_field("shade: str(20)")
    before = workshop.read_files()
    done = workshop.build()
    assert (done.returncode, done.stderr) == (1, "")
    assert "error[merge-stopped]" in done.stdout and "Built" not in done.stdout
    line = workshop.read(MODELS).split("\n").index(MINE) + 1
    assert f"core/models.py:{line}\n" in done.stdout
    assert "dazzle resolve build/django_micro/core/models.py" in done.stdout
    after = workshop.read_files()
    assert NEW.encode() in after.pop(f".dazzle/conflicts/{MODELS}")
    assert after == before


def test_taking_back_either_edit_ends_a_conflict(workshop: Workshop) -> None:
    assert workshop.build().returncode == 1
    workshop.change(MODELS, MINE, OLD)
    workshop.rebuild()
    assert NEW in workshop.read(MODELS)
    assert not (workshop.project.folder / ".dazzle/conflicts").exists()


def test_ours_keeps_the_text_and_the_next_build_goes_on(workshop: Workshop) -> None:
    workshop.build()
    assert workshop.resolve(MODELS, "ours").returncode == 0
    workshop.rebuild()
    assert MINE in workshop.read(MODELS)
    workshop.check_app()
    workshop.add_field("shade: str(20)")
    workshop.rebuild()
    assert MINE in workshop.read(MODELS) and "shade = " in workshop.read(MODELS)
    workshop.check_app()


def test_theirs_takes_the_new_text_with_its_migration(workshop: Workshop) -> None:
    workshop.build()
    done = workshop.resolve(MODELS, "theirs")
    assert done.stdout == f"What you had in {MODELS} is in ./.dazzle/replaced/{MODELS}\n"
    assert NEW in workshop.read(MODELS) and MINE in workshop.read(f".dazzle/replaced/{MODELS}")
    workshop.rebuild()
    assert len(workshop.list_migrations()) == 2
    workshop.check_app()


def test_markers_show_both_and_hold_up_builds_until_one_has_chosen(workshop: Workshop) -> None:
    workshop.build()
    assert workshop.resolve(MODELS, "markers").returncode == 0
    both = f"<<<<<<< yours\n{MINE}\n=======\n{NEW}\n>>>>>>> build\n"
    assert both in workshop.read(MODELS)
    done = workshop.build()
    assert done.returncode == 1
    assert "core/models.py: it still has the marks of a conflict" in done.stdout
    chosen = "    title = models.CharField(max_length=40)\n"
    workshop.change(MODELS, both, chosen)
    workshop.rebuild()
    assert chosen in workshop.read(MODELS)
    workshop.check_app()


def test_conflict_in_a_text_lets_the_rest_be_built(titled: Workshop) -> None:
    done = titled.build()
    assert done.returncode == 0
    assert "warning[merge-conflict]" in done.stdout and "README.md:1\n" in done.stdout
    assert titled.read(README).startswith("# Ours\n")
    assert "- Chores\n" in titled.read(f".dazzle/conflicts/{README}")
    assert "shade = " in titled.read(MODELS) and len(titled.list_migrations()) == 2
    again = titled.build()
    assert again.returncode == 0 and "warning[merge-conflict]" in again.stdout


def test_strict_build_stops_at_a_conflict_in_a_text(titled: Workshop) -> None:
    before = titled.read_files()
    done = titled.build("--strict")
    assert done.returncode == 1 and "error[merge-stopped]" in done.stdout
    after = titled.read_files()
    assert after.pop(f".dazzle/conflicts/{README}")
    assert after == before


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ("ours", "# Ours\n"),
        ("theirs", "# DAZZLE Micro Stack - Chores\n"),
        (
            "markers",
            "<<<<<<< yours\n# Ours\n=======\n# DAZZLE Micro Stack - Chores\n>>>>>>> build\n",
        ),
    ],
)
def test_text_is_resolved_in_three_ways(titled: Workshop, side: str, expected: str) -> None:
    titled.build()
    assert titled.resolve(README, side).returncode == 0
    assert titled.read(README).startswith(expected)
    said = titled.rebuild()
    assert titled.read(README).startswith(expected)
    assert ("warning[merge-conflict]" in said) == (side == "markers")
    if side != "markers":
        assert not (titled.project.folder / ".dazzle/conflicts").exists()
    titled.change_description('"Chores"', '"Jobs"')
    titled.build()
    assert ("- Jobs\n" in titled.read(README)) == (side == "theirs")


def test_force_replaces_all_edits_and_says_which(titled: Workshop) -> None:
    titled.append(LIST, "<!-- mine -->\n")
    (titled.project.folder / "Procfile").unlink()
    said = titled.rebuild("--force")
    for path in (README, LIST):
        assert f"replaced {path}: what you had is in .dazzle/replaced/{path}" in said
    assert titled.read(f".dazzle/replaced/{README}").startswith("# Ours\n")
    assert titled.read(f".dazzle/replaced/{LIST}").endswith("<!-- mine -->\n")
    assert (titled.project.folder / "Procfile").exists()
    titled.check_app()


def test_merge_that_is_no_python_any_more_is_a_conflict(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path / "task")
    workshop.change("core/views.py", "class TaskListView(generic.ListView):", "class TaskListView(")
    workshop.describe('    field title "Title"', '\n    field description "More"')
    done = workshop.build()
    assert done.returncode == 1
    assert "core/views.py: the two together are no valid Python" in done.stdout


OWN = '\n    def clean(self):\n        """Mine."""\n'


@pytest.fixture
def doubled(tmp_path: Path) -> Workshop:
    """A project with a method of its own, and a build that has one of the same name."""
    workshop = Workshop(tmp_path / "task")
    models = workshop.read(MODELS)
    start = models.index("class Task(")
    place = models.index("\n    def ", start)
    workshop.change(MODELS, models[place : place + 60], OWN + models[place : place + 60])
    workshop.describe("  title: str(200)", "\n  invariant: title != description")
    return workshop


def test_markers_show_what_the_two_sides_call_alike(doubled: Workshop) -> None:
    done, count = doubled.build(), doubled.read(MODELS).count("def clean(")
    assert done.returncode == 1
    assert "core/models.py: both have a `Task.clean` of their own" in done.stdout
    assert doubled.resolve(MODELS, "markers").returncode == 0
    text = doubled.read(MODELS)
    ours, theirs = text.index(OWN), text.rindex("    def clean(self):")
    assert ours != theirs and "<<<<<<< yours" in text and ">>>>>>> build" in text
    for mark in ("<<<<<<< yours\n", ">>>>>>> build\n"):
        assert doubled.build().returncode == 1
        doubled.append(MODELS, "\n# still at it\n")
        while mark in doubled.read(MODELS):
            doubled.change(MODELS, mark, "")
    while "=======\n" in doubled.read(MODELS):
        doubled.change(MODELS, "=======\n", "")
    doubled.change(MODELS, OWN, "")
    doubled.rebuild()
    assert doubled.read(MODELS).count("def clean(") == count
    doubled.check_app()


def test_own_text_can_be_had_as_long_as_there_are_markers(doubled: Workshop) -> None:
    doubled.build()
    before = doubled.read(MODELS)
    doubled.resolve(MODELS, "markers")
    assert doubled.read(MODELS) != before
    assert doubled.resolve(MODELS, "ours").returncode == 0
    assert doubled.read(MODELS) == before
    doubled.rebuild()
    assert doubled.read(MODELS) == before
    doubled.check_app()


def test_build_can_be_had_as_long_as_there_are_markers(doubled: Workshop) -> None:
    doubled.build()
    before = doubled.read(MODELS)
    doubled.resolve(MODELS, "markers")
    assert doubled.resolve(MODELS, "theirs").returncode == 0
    assert OWN not in doubled.read(MODELS) and before != doubled.read(MODELS)
    doubled.rebuild()
