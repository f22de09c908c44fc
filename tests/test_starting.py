"""What `dazzle new` and `dazzle demo` begin with, and where they can't."""

import subprocess
from pathlib import Path

import pytest

from tests.projects import BuiltProject, run_dazzle

WORDS = ["-c", "core.excludesFile=excludes", "-c", "user.name=x", "-c", "user.email=x@example.com"]
PRIVATE = [".env", "db.sqlite3", "db.sqlite3-wal", "media/a.png", "core/__pycache__/x.pyc"]
PRIVATE += ["staticfiles/x.css"]


def run_git(folder: Path, *words: str) -> str:
    command = ["git", *WORDS, *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def list_committed(folder: Path) -> set[str]:
    """What git takes of a project that was run, where the person's own rules leave out `build/`."""
    for name in PRIVATE:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"\0")
    run_git(folder, "init", "-q")
    (folder / "excludes").write_text("build/\nexcludes\n", encoding="utf-8")
    run_git(folder, "add", "-A")
    return set(run_git(folder, "ls-files").splitlines())


@pytest.mark.parametrize("words", [["new", "micro-demo"], ["demo"]])
def test_what_cannot_be_made_again_is_committed(tmp_path: Path, words: list[str]) -> None:
    assert run_dazzle(tmp_path, *words).returncode == 0
    folder = tmp_path / "micro-demo"
    found = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "cache")
    before = {path: path.read_bytes() for path in found}
    assert run_dazzle(folder, "build").returncode == 0
    assert {path: path.read_bytes() for path in before} == before
    committed = list_committed(folder)
    needed = {"core/migrations/0001_initial.py", "README.md", ".gitignore", "dazzle.toml"}
    needed |= {f".dazzle/{name}" for name in ("files.json", "manifest.yaml", ".gitignore")}
    needed |= {".dazzle/base/core/models.py.base", ".dazzle/base/.gitignore.base", "dsl/app.dsl"}
    assert needed <= committed
    assert not committed & set(PRIVATE)


def test_new_project_has_nothing_of_value_in_a_folder_that_tools_empty(tmp_path: Path) -> None:
    run_dazzle(tmp_path, "new", "shop")
    folder = tmp_path / "shop"
    assert "Built ." in run_dazzle(folder, "build").stdout
    project = BuiltProject("shop", folder)
    assert project.manage("migrate", "-v0").returncode == 0
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    assert {".env", "db.sqlite3", "core/migrations/0001_initial.py"} <= found
    assert not {"build", "dist", "out"} & {path.split("/")[0] for path in found}


def test_readme_of_a_new_project_says_what_to_edit(tmp_path: Path) -> None:
    run_dazzle(tmp_path, "new", "my-shop")
    assert run_dazzle(tmp_path / "my-shop", "build").returncode == 0
    text = (tmp_path / "my-shop" / "README.md").read_text(encoding="utf-8")
    assert "- My shop\n" in text
    for words in ("`.dsl` files and `dazzle.toml`", "`dazzle build`", "`.dazzle/` too"):
        assert words in text


@pytest.mark.parametrize("words", [["demo", "--into", "file/demo"], ["demo", "--into", "x" * 300]])
def test_demo_where_none_can_be_is_said_plainly(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    done = run_dazzle(tmp_path, *words)
    assert done.returncode == 1
    assert done.stderr.startswith(f"dazzle: can't write {words[-1]}: ")
    assert "Errno" not in done.stderr and "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("words", [["demo"], ["new", "shop"]])
def test_folder_that_is_locked_is_said_plainly(tmp_path: Path, words: list[str]) -> None:
    tmp_path.chmod(0o555)
    try:
        done = run_dazzle(tmp_path, *words)
    finally:
        tmp_path.chmod(0o755)
    if done.returncode == 0:
        pytest.skip("the superuser may write everywhere")
    name = {"demo": "micro-demo", "new": "shop"}[words[0]]
    assert done.stderr == f"dazzle: can't write {name}: Permission denied\n"


@pytest.mark.parametrize("command", ["validate", "manifest", "format"])
def test_commands_that_only_read_pay_no_heed_to_a_build_that_died(
    tmp_path: Path, command: str
) -> None:
    run_dazzle(tmp_path, "demo", "--into", ".")
    before = run_dazzle(tmp_path, command).stdout
    stage = tmp_path / ".dazzle" / "build"
    stage.mkdir()
    for name in ("journal.json", "0.new", "1.dsl", "dazzle.toml"):
        (stage / name).write_text("entity {", encoding="utf-8")
    done = run_dazzle(tmp_path, command)
    assert (done.returncode, done.stdout, done.stderr) == (0, before, "")
    assert len(list(stage.iterdir())) == 4
