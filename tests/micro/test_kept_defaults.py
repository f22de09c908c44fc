"""A default that was computed may go: migrations that were made with it still run."""

import shutil
from pathlib import Path

import pytest

from tests.projects import BuiltProject, run_dazzle, run_python

PROJECT = """\
app library "Library"
entity Loan:
  name: str required
  due: {due}
surface loan_list:
  uses entity Loan
  mode: list
"""
FIRST = "date=today + 7d"
CHECK = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("makemigrations", check=True, dry_run=True)
"""
LATER = ["date", "date=today", "date=today + 14d", "date required =today", "datetime=now + 2h"]


def build(folder: Path, text: str) -> BuiltProject:
    (folder / "dsl").mkdir(exist_ok=True)
    (folder / "dsl/app.dsl").write_text(text, encoding="utf-8")
    (folder / "dazzle.toml").write_text('[project]\nname = "library"\n', encoding="utf-8")
    done = run_dazzle(folder, "build")
    assert done.returncode == 0, done.stdout
    return BuiltProject("library", folder / "build/django_micro")


def check(built: BuiltProject) -> None:
    """All migrations run on an empty database, and are all that there is to do."""
    (built.folder / "db.sqlite3").unlink(missing_ok=True)
    done = built.manage("shell", "-v0", "-c", CHECK)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a project with a computed default, built; to be copied."""
    folder = tmp_path_factory.mktemp("library")
    build(folder, PROJECT.format(due=FIRST))
    return folder


@pytest.fixture
def folder(first: Path, tmp_path: Path) -> Path:
    """The same, to do with as one likes."""
    return shutil.copytree(first, tmp_path / "library")


@pytest.mark.parametrize("later", LATER)
def test_default_may_go_or_change(folder: Path, later: str) -> None:
    built = build(folder, PROJECT.format(due=later))
    check(built)
    models = (built.folder / "core/models.py").read_bytes()
    again = build(folder, PROJECT.format(due=later))
    assert (again.folder / "core/models.py").read_bytes() == models
    check(build(folder, PROJECT.format(due=FIRST)))


def test_field_may_be_renamed_and_go(folder: Path) -> None:
    text = PROJECT.format(due=FIRST)
    check(build(folder, text.replace("  due:", "  back_on:").replace("7d", "7d was=due")))
    built = build(folder, text.replace(f"  due: {FIRST}\n", ""))
    check(built)
    source = (built.folder / "core/models.py").read_text(encoding="utf-8")
    assert source.count("def loan_due_default") == 1
    assert "# Earlier migrations call what follows." in source


def test_entity_may_be_renamed(folder: Path) -> None:
    text = PROJECT.format(due=FIRST)
    renamed = text.replace("entity Loan", "entity Lending").replace(
        ":\n  name", ":\n  was: Loan\n  name"
    )
    check(build(folder, renamed))


def test_code_is_as_tidy_as_the_rest(folder: Path) -> None:
    built = build(folder, PROJECT.format(due="date"))
    for words in (["check", "--select", "E,F,I,UP,B"], ["format", "--check"]):
        done = run_python(built.folder, "-m", "ruff", *words, "--isolated", "core/models.py")
        assert done.returncode == 0, done.stdout + done.stderr
