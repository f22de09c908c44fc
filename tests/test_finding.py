"""A command that is typed above a project's folder, or beside other projects."""

import json
import shutil
from pathlib import Path

import pytest

from tests.projects import run_dazzle
from transformer.diagnostics.resources import read_table

APP = 'app shop "Shop"\n\nentity Task:\n  title: str required\n'
SETTINGS = '[project]\nname = "shop"\n'


def make(folder: Path, *names: str) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(SETTINGS if file.suffix == ".toml" else APP, encoding="utf-8")
    return folder


def list_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("place", ["shop", "work/customers/shop"])
def test_only_project_below_is_built(tmp_path: Path, place: str) -> None:
    make(tmp_path, f"{place}/dazzle.toml", f"{place}/dsl/app.dsl")
    done = run_dazzle(tmp_path, "build")
    assert done.returncode == 0, done.stdout
    assert done.stderr == f"Using the project in ./{place}\n"
    assert (tmp_path / place / "build/django_micro/manage.py").is_file()
    assert all(name.startswith(place) for name in list_files(tmp_path))


def test_every_command_says_which_project_is_meant(tmp_path: Path) -> None:
    make(tmp_path, "shop/dazzle.toml", "shop/dsl/app.dsl")
    for words in (["validate"], ["manifest"], ["format"], ["build", "--json"]):
        done = run_dazzle(tmp_path, *words)
        assert (done.returncode, done.stderr) == (0, "Using the project in ./shop\n")
        if "--json" in words:
            assert json.loads(done.stdout)["ok"]
    assert run_dazzle(tmp_path / "shop", "validate").stderr == ""
    assert run_dazzle(tmp_path, "validate", "shop").stderr == ""


def test_several_projects_are_listed(tmp_path: Path) -> None:
    make(tmp_path, "shop/dazzle.toml", "shop/dsl/app.dsl", "a/blog/dazzle.toml", "a/blog/b.dsl")
    before = list_files(tmp_path)
    done = run_dazzle(tmp_path, "build")
    assert done.returncode == 1
    assert "error[several-projects]: there are several projects in `.`:\n" in done.stdout
    assert "\n  a/blog\n  shop\n  = " in done.stdout
    assert "`dazzle build a/blog`" in done.stdout
    assert list_files(tmp_path) == before


def test_project_below_is_no_part_of_one_above(tmp_path: Path) -> None:
    other = "entity Other:\n  title: str\n"
    make(tmp_path, "app.dsl", "shop/dazzle.toml", "shop/dsl/app.dsl")
    (tmp_path / "shop/dsl/app.dsl").write_text(other, encoding="utf-8")
    for settings in (None, SETTINGS):
        if settings:
            (tmp_path / "dazzle.toml").write_text(settings, encoding="utf-8")
        done = run_dazzle(tmp_path, "manifest")
        assert (done.returncode, done.stderr) == (0, "")
        assert "name: Task" in done.stdout and "Other" not in done.stdout


def test_project_may_be_called_dsl(tmp_path: Path) -> None:
    make(tmp_path, "dsl/dazzle.toml", "dsl/dsl/app.dsl")
    assert run_dazzle(tmp_path, "validate").stderr == "Using the project in ./dsl\n"


def test_virtual_environments_and_hidden_folders_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "shop/dazzle.toml", "shop/dsl/app.dsl")
    example = "lib/transformer/_data/fixtures/x"
    for place in ("venv", ".venv"):
        make(tmp_path, f"{place}/{example}/dazzle.toml", f"{place}/{example}/app.dsl")
    (tmp_path / "venv/pyvenv.cfg").touch()
    assert run_dazzle(tmp_path, "validate").stderr == "Using the project in ./shop\n"
    shutil.rmtree(tmp_path / "shop")
    assert "error[no-project]" in run_dazzle(tmp_path, "validate").stdout


@pytest.mark.parametrize("word", read_table("language/commands"))
def test_command_of_other_tools_says_what_does_that(tmp_path: Path, word: str) -> None:
    done = run_dazzle(tmp_path, word, "--port", "8000")
    said = " ".join(done.stderr.replace("│", " ").split())
    assert (done.returncode, done.stdout) == (2, "")
    assert f"There is no command `{word}`. {read_table('language/commands')[word]}." in said


def test_words_that_users_bring_are_there() -> None:
    asked = "run serve init migrate start runserver create generate check lint test watch deploy"
    assert set(asked.split()) <= set(read_table("language/commands"))


def test_typo_is_still_one(tmp_path: Path) -> None:
    done = run_dazzle(tmp_path, "buidl")
    assert done.returncode == 2
    assert "Did you mean 'build'?" in done.stderr


@pytest.mark.parametrize(("place", "shown"), [("dsl", ".."), ("dsl/deep", "../..")])
def test_folder_of_a_project_stands_for_it(tmp_path: Path, place: str, shown: str) -> None:
    make(tmp_path, "shop/dazzle.toml", "shop/dsl/deep/app.dsl")
    done = run_dazzle(tmp_path / "shop" / place, "build")
    assert (done.returncode, done.stderr) == (0, f"Using the project in {shown}\n")
    assert (tmp_path / "shop/build/django_micro/manage.py").is_file()
    assert not (tmp_path / "shop" / place / "build").exists()


def test_project_is_found_from_what_was_built(tmp_path: Path) -> None:
    make(tmp_path, "shop/dazzle.toml", "shop/dsl/app.dsl")
    assert run_dazzle(tmp_path / "shop", "build").returncode == 0
    done = run_dazzle(tmp_path / "shop/build/django_micro", "validate")
    assert (done.returncode, done.stderr) == (0, "Using the project in ../..\n")


def test_other_files_below_a_project_are_no_part_of_it(tmp_path: Path) -> None:
    make(tmp_path, "shop/dazzle.toml", "shop/dsl/app.dsl", "shop/notes/other.dsl")
    done = run_dazzle(tmp_path / "shop", "validate", "notes")
    assert (done.returncode, done.stderr) == (0, "")
