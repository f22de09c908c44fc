"""Apps that the tests which they bring along have to do with, whatever is unusual about them."""

from pathlib import Path

from tests.projects import BuiltProject, run_dazzle

MODES = ("list", "view", "create", "edit")


def run_own_tests(folder: Path, text: str, *names: str) -> None:
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    done = BuiltProject("app", folder / "out/django_micro").manage("test", *names)
    assert done.returncode == 0, done.stderr[-2000:]


def test_app_of_many_entities(tmp_path: Path) -> None:
    text = "".join(f"entity Thing{number}:\n  name: str\n" for number in range(120))
    run_own_tests(tmp_path, text, "pages.tests.test_forms")


def test_number_without_digits_before_the_point(tmp_path: Path) -> None:
    text = "entity Share:\n  part: decimal(12, 12) required\n  rest: decimal(12, 12) = 0\n"
    text += "  none: decimal(3, 3) min(0) max(0) required\n"
    for mode in MODES:
        text += f"surface share_{mode}:\n  uses entity Share\n  mode: {mode}\n"
    run_own_tests(tmp_path, text, "core")
