"""Random lives: they go on where they ended, and what is wrong in one is noticed."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest

from tests.lives.edits import Edit, Way
from tests.lives.hand_edits import HAND_EDITS
from tests.lives.life import Life, Perform, State
from tests.lives.lived_project import LivedProject, Said
from tests.lives.oracle import Accepted, Fit, Table, is_empty, keep, list_differences, lose
from tests.lives.steps import choose_step, edit_by_hand, edit_description
from tests.long_runs import take_some
from tests.projects import FIXTURES
from transformer.output import plan
from transformer.output.file_merge import MergeResult, Versions, merge_file

STEPS = 7
Chosen = tuple[str, Perform]


def copy_example(folder: Path) -> None:
    """Have the example in a folder."""
    shutil.copytree(FIXTURES / "simple_task", folder, dirs_exist_ok=True)


def begin(folder: Path, steps: int = STEPS) -> Life:
    """A life of `simple_task`, or the one that is in the folder."""
    life = Life(LivedProject(folder), "a life")
    life.begin(copy_example, steps)
    return life


@pytest.mark.long
def test_life_goes_on_where_it_ended(tmp_path: Path) -> None:
    whole = begin(tmp_path / "whole")
    for _ in range(STEPS):
        assert whole.take_step(choose_step).differences == []
    for _ in range(STEPS):  # each time by a process that knows nothing of the one before
        begin(tmp_path / "parts").take_step(choose_step)
    parts = begin(tmp_path / "parts")
    assert parts.state == whole.state
    digests = [each.lived.read_digest() for each in (whole, parts)]
    assert digests[0].keys() == digests[1].keys()
    assert len(whole.state.log) == STEPS and not whole.state.differences


def edit_models(random: Random, state: State) -> Chosen:
    """A method by hand, and a field of the description in the next step."""
    if state.steps == 0:
        return "by hand", partial(edit_by_hand, make=HAND_EDITS["README"])
    return "DSL", partial(edit_description, make=add_field)


def add_field(random: Random, told: object, number: int) -> Edit:
    """A new entity and a required field, refused first, that change many files."""
    texts = dict(told.texts)  # type: ignore[attr-defined]
    text = texts["dsl/app.dsl"].replace('app simple_task "Simple Task"', 'app simple_task "Chores"')
    filled = text.replace("  due_date: date\n", '  due_date: date\n  by: str required fill="me"\n')
    refused = filled.replace(' fill="me"', "")
    accepted = Accepted(new={"core_task": lambda value, row: value == "me"})
    return Edit({"dsl/app.dsl": refused}, ways=(Way("fill=", accepted, {"dsl/app.dsl": filled}),))


def take_steps(life: Life) -> list[str]:
    """What is found in two steps."""
    return [each for _ in range(2) for each in life.take_step(edit_models).differences]


def test_nothing_is_found_where_nothing_is_wrong(tmp_path: Path) -> None:
    life = begin(tmp_path / "life")
    assert take_steps(life) == []
    assert life.state.counts["way: refused, and then built with `fill=`"] == 1


def drop_edits(versions: Versions, *, force: bool) -> MergeResult:
    """Merge a README as the build has it."""
    return merge_file(versions, force=force or versions.path == "README.md")


def test_lost_edit_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "merge_file", drop_edits)
    found = take_steps(begin(tmp_path / "life"))
    assert [each for each in found if each.startswith("README.md: the line ")] == found != []


Damage = Callable[[LivedProject, Said], None]


def change_migration(sql: str) -> Damage:
    """Let each later migration run a statement as well."""

    def damage(lived: LivedProject, said: Said) -> None:
        for path in (lived.app / "core/migrations").glob("000[2-9]*.py") if said.is_built else ():
            text = path.read_text(encoding="utf-8").removesuffix("    ]\n")
            changed = f"{text}        migrations.RunSQL({sql!r}),\n    ]\n"
            path.write_text(changed, encoding="utf-8")

    return damage


def write_when_refused(lived: LivedProject, said: Said) -> None:
    """Write something though nothing may be written."""
    if not said.is_built:
        (lived.app / "core/half.py").write_text("", encoding="utf-8")


MADE_UP = "UPDATE core_task SET due_date = '2026-01-01'"
DAMAGES = {
    "a value that is made up": (change_migration(MADE_UP), "core_task.due_date: "),
    "another value in a new column": (
        change_migration("UPDATE core_task SET \"by\" = 'you'"),
        "core_task.by: 'you' was made up",
    ),
    "a row that is lost": (
        change_migration("DELETE FROM core_task WHERE id = (SELECT MIN(id) FROM core_task)"),
        "core_task: 1 rows are gone",
    ),
    "a refused build that writes": (write_when_refused, "a build that was refused wrote something"),
}


@pytest.mark.parametrize("name", take_some(DAMAGES, 4))
def test_damage_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    damage, wanted = DAMAGES[name]
    life = begin(tmp_path / "life")
    build = LivedProject.build

    def build_and_damage(self: LivedProject, *words: str) -> Said:
        said = build(self, *words)
        damage(self, said)
        return said

    monkeypatch.setattr(LivedProject, "build", build_and_damage)
    found = take_steps(life)
    assert any(each.startswith(wanted) for each in found), found
    assert any(wanted in each for each in life.state.differences)


def table(*values: object, column: str = "a") -> dict[str, Table]:
    """A table with a row for each value."""
    return {"t": Table(["id", column], "id", list(enumerate(values)))}


def accept(fit: Fit) -> Accepted:
    """A step that may change the values of the column."""
    return Accepted(values={("t", "a"): fit})


RENAMED = Accepted(columns={("t", "a"): "b"})
CASES = [
    (table(1, 2), table(1, 2), Accepted(), 0),
    (table(1, 2), table(1, 3), Accepted(), 1),
    (table(1, 2), table(1), Accepted(), 1),
    (table(1), table(1, 2), Accepted(), 1),
    (table(1), table(1, 2), Accepted(rows=True), 0),
    (table(1), {}, Accepted(), 1),
    (table(1), {}, Accepted(tables={"t": None}), 0),
    (table(1), table(1, column="b"), RENAMED, 0),
    (table(1), table(2, column="b"), RENAMED, 1),
    (table(1), table(1, column="b"), Accepted(), 2),
    (table("1"), table(1), accept(keep("a")), 0),
    (table("01"), table(2), accept(keep("a")), 1),
    (table("abc"), table("ab"), accept(lose("a")), 0),
    (table("abc"), table("bc"), accept(lose("a")), 1),
    (table(""), table(None), accept(keep("a")), 0),
    (table(""), table(0), accept(keep("a")), 1),
    (table("x"), table(None), accept(is_empty), 0),
]


@pytest.mark.parametrize("number", range(len(CASES)))
def test_tables_are_compared(number: int) -> None:
    before, after, accepted, wanted = CASES[number]
    assert len(list_differences(before, after, accepted)) == wanted
