"""A default that was computed may go: migrations that were made with it still run."""

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
    for words in (["migrate", "--verbosity=0"], ["makemigrations", "--check", "--dry-run"]):
        done = built.manage(*words)
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("later", LATER)
def test_default_may_go_or_change(tmp_path: Path, later: str) -> None:
    build(tmp_path, PROJECT.format(due=FIRST))
    built = build(tmp_path, PROJECT.format(due=later))
    check(built)
    models = (built.folder / "core/models.py").read_bytes()
    again = build(tmp_path, PROJECT.format(due=later))
    assert (again.folder / "core/models.py").read_bytes() == models
    check(build(tmp_path, PROJECT.format(due=FIRST)))


def test_field_may_be_renamed_and_go(tmp_path: Path) -> None:
    text = PROJECT.format(due=FIRST)
    build(tmp_path, text)
    check(build(tmp_path, text.replace("  due:", "  back_on:").replace("7d", "7d was=due")))
    built = build(tmp_path, text.replace(f"  due: {FIRST}\n", ""))
    check(built)
    source = (built.folder / "core/models.py").read_text(encoding="utf-8")
    assert source.count("def loan_due_default") == 1
    assert "# Earlier migrations call what follows." in source


def test_entity_may_be_renamed(tmp_path: Path) -> None:
    text = PROJECT.format(due=FIRST)
    build(tmp_path, text)
    renamed = text.replace("entity Loan", "entity Lending").replace(
        ":\n  name", ":\n  was: Loan\n  name"
    )
    check(build(tmp_path, renamed))


def test_code_is_as_tidy_as_the_rest(tmp_path: Path) -> None:
    build(tmp_path, PROJECT.format(due=FIRST))
    built = build(tmp_path, PROJECT.format(due="date"))
    for words in (["check", "--select", "E,F,I,UP,B"], ["format", "--check"]):
        done = run_python(built.folder, "-m", "ruff", *words, "--isolated", "core/models.py")
        assert done.returncode == 0, done.stdout + done.stderr
