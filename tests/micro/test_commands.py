"""Django's and ruff's own checks of every project that is built."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.projects import PROJECTS, BuiltProject, Done

LONGEST = "repair_desk"
"""The example whose own tests take longest; tests/rules tries most of them in any case."""
OWN_TESTS = [
    pytest.param(name, marks=[pytest.mark.long] if name == LONGEST else []) for name in PROJECTS
]
CHECK_TEMPLATES = """\
import pathlib, django
django.setup()
from django.template.loader import get_template
paths = [
    path.relative_to(folder)
    for folder in pathlib.Path().glob("*/templates")
    for path in folder.rglob("*.*")
]
for path in paths:
    get_template(path.as_posix())
print(len(paths))
"""
LIST_UNKNOWN_NAMES = """\
import inspect, pathlib
from core import views
shared = [path for name in ("pages", "records") for path in pathlib.Path(name).rglob("*.*")]
texts = [path.read_text() for path in shared if path.suffix in {".py", ".html"}]
for view in vars(views).values():
    if inspect.isclass(view) and view.__module__ == views.__name__:
        for name in vars(view):
            is_known = any(hasattr(each, name) for each in view.__mro__[1:])
            if not is_known and not any(f"self.{name}" in t or f"view.{name}" in t for t in texts):
                print(f"{view.__name__}.{name}")
"""


def expect_success(done: Done) -> str:
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def run_ruff(built: BuiltProject, *arguments: str) -> str:
    command = [sys.executable, "-m", "ruff", *arguments, "--isolated", "--no-cache", "."]
    return expect_success(
        subprocess.run(command, cwd=built.folder, capture_output=True, text=True, check=False)
    )


def test_django_finds_nothing_wrong(built: BuiltProject) -> None:
    assert "no issues" in expect_success(built.manage("check", "--fail-level", "WARNING"))


def test_django_finds_nothing_wrong_in_production(built: BuiltProject) -> None:
    secret = {"SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"}
    secret["ALLOWED_HOSTS"] = "example.com"
    done = built.manage("check", "--deploy", "--fail-level", "WARNING", DEBUG="False", **secret)
    said = expect_success(done)
    assert "no issues" in said
    assert "warning" not in said.lower().replace("warnings=", "")


def test_migrations_lack_nothing(built: BuiltProject) -> None:
    done = built.manage("makemigrations", "--check", "--dry-run")
    assert expect_success(done).strip() == "No changes detected"


@pytest.mark.parametrize("built", OWN_TESTS, indirect=True)
def test_own_tests_pass_without_warnings(built: BuiltProject, tmp_path: Path) -> None:
    data = {"DATA_DIR": str(tmp_path), "PYTHONWARNINGS": "default"}
    said = expect_success(built.manage("test", **data))
    assert "\nOK" in said
    assert "Warning" not in said
    assert list(tmp_path.iterdir()) == []


def test_ruff_would_format_nothing(built: BuiltProject) -> None:
    run_ruff(built, "format", "--check")


def test_ruff_finds_nothing_wrong(built: BuiltProject) -> None:
    run_ruff(built, "check", "--select", "E,F,I,UP,B,DJ")


def test_djlint_finds_nothing_wrong(built: BuiltProject, common_folder: Path) -> None:
    """What stands in several apps is looked at in the first; djlint takes its time."""
    templates = sorted(built.folder.rglob("*.html"))
    assert templates
    digests = {path: sha256(path.read_bytes()).hexdigest() for path in templates}
    marks = {str(path): common_folder / f"{digests[path]}.linted" for path in templates}
    left = [path for path, mark in marks.items() if not mark.exists()]
    if left:
        command = [sys.executable, "-m", "djlint", "--lint", "--profile", "django", "--quiet"]
        expect_success(
            subprocess.run([*command, *left], capture_output=True, text=True, check=False)
        )
    for path in left:
        marks[path].touch()


@pytest.mark.skipif(os.name == "nt", reason="manage.py is called by its name")
def test_manage_can_be_started_by_its_name(task_project: BuiltProject) -> None:
    assert (task_project.folder / "manage.py").stat().st_mode & 0o100


def test_every_template_can_be_parsed(built: BuiltProject) -> None:
    code = "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'app.settings'\n" + CHECK_TEMPLATES
    folder = built.folder
    done = subprocess.run(
        [sys.executable, "-B", "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )
    assert int(expect_success(done)) > 5


def test_views_declare_what_is_read(built: BuiltProject) -> None:
    """A misspelt name would do nothing: what `masked` names otherwise would be shown."""
    assert expect_success(built.manage("shell", "-v0", "-c", LIST_UNKNOWN_NAMES)) == ""
