"""Files that a person deleted, added or edited: what is there after a build, and what is said."""

from pathlib import Path

import pytest

from tests.projects import run_dazzle
from tests.workshops import Workshop

LIST = "core/templates/core/task_list.html"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A project after its first build."""
    return Workshop(tmp_path / "task")


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
