"""Two people build on two branches; git merges, and the next build makes one project of it."""

import subprocess
from pathlib import Path

import pytest

from tests.workshops import Workshop

WHO = ["-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false"]
MINE, YOURS = "\n    def shout(self): ...\n", '<a href="/more/">More</a>\n'


def run_git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = ["git", *WHO, *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def commit(folder: Path, message: str) -> None:
    assert run_git(folder, "add", "-A").returncode == 0
    done = run_git(folder, "commit", "-q", "-m", message)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A project in git, with hand edits that both branches begin with."""
    made = Workshop(tmp_path / "task")
    run_git(made.folder, "init", "-q", "-b", "main")
    (made.folder / ".gitignore").write_text("__pycache__/\n", encoding="utf-8")
    made.change("README.md", "## Quick Start\n", "## Ours\n\n## Quick Start\n")
    commit(made.folder, "Begin")
    return made


def merge_branches(workshop: Workshop, mine: str, yours: str) -> list[str]:
    """The files that git can't merge after both people wrote something into the description."""
    folder, models = workshop.folder, "core/models.py"
    run_git(folder, "checkout", "-q", "-b", "yours")
    workshop.describe("app simple_task", yours)
    workshop.rebuild()
    workshop.append("core/templates/core/home.html", YOURS)
    commit(folder, "Yours")
    run_git(folder, "checkout", "-q", "main")
    workshop.describe("app simple_task", mine)
    workshop.rebuild()
    workshop.append(models, MINE)
    commit(folder, "Mine")
    run_git(folder, "merge", "-q", "yours")
    return run_git(folder, "diff", "--name-only", "--diff-filter=U").stdout.split()


def settle_description(workshop: Workshop) -> None:
    """Take both sides of what git couldn't merge, in the description and nowhere else."""
    file = workshop.folder / "dsl/app.dsl"
    lines = file.read_text(encoding="utf-8").split("\n")
    kept = [line for line in lines if line[:7] not in ("<" * 7, "=" * 7, ">" * 7)]
    file.write_text("\n".join(kept), encoding="utf-8")


def test_one_build_makes_one_project_of_two(workshop: Workshop, tmp_path: Path) -> None:
    texts = ("\n\nentity Zone:\n  name: str required", "\n\nentity Place:\n  size: int required")
    conflicts = merge_branches(workshop, *texts)
    assert "dsl/app.dsl" in conflicts
    assert any(path.endswith(".dazzle/files.json") for path in conflicts)
    assert any(path.endswith("core/models.py") for path in conflicts)
    settle_description(workshop)
    workshop.rebuild()
    names = ["0001_initial.py", "0002_place.py", "0002_zone.py", "0003_merge_place_zone.py"]
    assert workshop.list_migrations() == names
    found = workshop.read_files()
    for path, text in found.items():
        assert b"<<<<<<< " not in text, path
    models = workshop.read("core/models.py")
    assert MINE in models and "class Zone(" in models and "class Place(" in models
    assert YOURS in workshop.read("core/templates/core/home.html")
    assert "## Ours\n" in workshop.read("README.md")
    workshop.check_app()
    commit(workshop.folder, "Merge")
    assert "written" not in workshop.rebuild()
    assert run_git(workshop.folder, "status", "--short").stdout == ""


def test_result_is_that_of_one_person_who_wrote_both(workshop: Workshop, tmp_path: Path) -> None:
    merge_branches(workshop, "\n\nentity Zone:\n  name: str", "\n\nentity Place:\n  size: int")
    settle_description(workshop)
    for path in workshop.list_migrations()[1:]:
        (workshop.project.folder / "core/migrations" / path).unlink()
    workshop.rebuild()
    workshop.rebuild("--force")
    alone = Workshop(tmp_path / "alone")
    (alone.folder / "dsl/app.dsl").write_bytes((workshop.folder / "dsl/app.dsl").read_bytes())
    alone.rebuild()
    left_out = ("core/migrations/0", ".dazzle/replaced/", ".dazzle/cache/", ".dazzle/files.json")
    results = [
        {path: text for path, text in one.read_files().items() if not path.startswith(left_out)}
        for one in (workshop, alone)
    ]
    assert results[0] == results[1]


def test_hand_edit_on_both_branches_is_left_to_the_person(workshop: Workshop) -> None:
    folder = workshop.folder
    for branch, text in (("yours", "## Theirs\n"), ("main", "## All\n")):
        run_git(folder, "checkout", "-q", *(["-b"] if branch == "yours" else []), branch)
        workshop.change("README.md", "## Ours\n", text)
        commit(folder, branch)
    assert run_git(folder, "merge", "-q", "yours").returncode == 1
    done = workshop.build()
    assert done.returncode == 0
    assert "README.md: it still has the marks of a conflict" in done.stdout
    assert "## All\n=======\n## Theirs\n" in workshop.read("README.md")


@pytest.mark.parametrize("name", ["files.json", "manifest.yaml"])
def test_marks_in_what_builds_keep_do_no_harm(workshop: Workshop, name: str) -> None:
    place = workshop.project.folder / ".dazzle" / name
    before = place.read_bytes()
    lines = before.split(b"\n")
    both = [b"<<<<<<< HEAD", lines[3], b"=======", lines[4], b">>>>>>> yours"]
    place.write_bytes(b"\n".join([*lines[:3], *both, *lines[5:]]))
    workshop.add_field("shade: str(20)")
    workshop.rebuild()
    assert b"<<<<<<<" not in place.read_bytes()
    assert "## Ours\n" in workshop.read("README.md")
    workshop.check_app()


def test_what_is_only_for_this_machine_is_not_committed(workshop: Workshop) -> None:
    workshop.change("core/models.py", "max_length=200", "max_length=90")
    workshop.change_description("title: str(200)", "title: str(50)")
    assert workshop.build().returncode == 1
    workshop.rebuild("--force")
    listed = run_git(workshop.folder, "ls-files", "-o", "-c", "--exclude-standard").stdout.split()
    kept = {path.partition(".dazzle/")[2].split("/")[0] for path in listed if ".dazzle/" in path}
    assert kept == {".gitattributes", ".gitignore", "base", "files.json", "manifest.yaml"}
