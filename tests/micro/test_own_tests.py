"""Apps that the tests which they bring along have to do with, whatever is unusual about them."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import Finder
from tests.projects import FIXTURES, BuiltProject, run_dazzle, run_python

MODES = ("list", "view", "create", "edit")


def run_own_tests(folder: Path, text: str, *names: str) -> str:
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    done = BuiltProject("app", folder / "out/django_micro").manage("test", *names)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stderr


AS_OTHERS_RUN_THEM = """\
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "app.settings"
import django
django.setup()
from django.conf import settings
from django.test.utils import get_runner
sys.exit(get_runner(settings)(interactive=False).run_tests(["pages", "core"]))
"""


@pytest.mark.parametrize("debug", ["True", "False"])
def test_tests_are_the_same_where_no_command_runs_them(tmp_path: Path, debug: str) -> None:
    folder = FIXTURES / "simple_task"
    text = (folder / "dazzle.toml").read_text(encoding="utf-8") + '[app]\nlanguage = "de"\n'
    (tmp_path / "dazzle.toml").write_text(text, encoding="utf-8")
    shutil.copytree(folder / "dsl", tmp_path / "dsl")
    assert run_dazzle(tmp_path, "build", "--output", "out").returncode == 0
    variables = {"SECRET_KEY": "only-for-tests" * 5, "DEBUG": debug}
    # As pytest does it, which imports the settings under a name of its own.
    done = run_python(tmp_path / "out/django_micro", "-c", AS_OTHERS_RUN_THEM, **variables)
    assert done.returncode == 0, done.stderr[-2000:]


def test_pytest_runs_the_same_tests(find_built: Finder, tmp_path: Path) -> None:
    built = find_built("simple_task").copy_to(tmp_path)
    done = built.manage("test")
    assert done.returncode == 0, done.stderr[-2000:]
    counted = re.search(r"Ran (\d+) tests", done.stderr)
    done = run_python(built.folder, "-m", "pytest", "-q", "-p", "no:cacheprovider")
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    passed = re.search(r"(\d+) passed", done.stdout)
    skipped = re.search(r"(\d+) skipped", done.stdout)
    assert counted and passed
    assert int(counted[1]) == int(passed[1]) + int(skipped[1] if skipped else 0) > 100


def test_app_of_many_entities(tmp_path: Path) -> None:
    text = "".join(f"entity Thing{number}:\n  name: str\n" for number in range(120))
    run_own_tests(tmp_path, text, "pages.tests.test_forms")


def test_number_without_digits_before_the_point(tmp_path: Path) -> None:
    text = "entity Share:\n  part: decimal(12, 12) required\n  rest: decimal(12, 12) = 0\n"
    text += "  none: decimal(3, 3) min(0) max(0) required\n"
    for mode in MODES:
        text += f"surface share_{mode}:\n  uses entity Share\n  mode: {mode}\n"
    run_own_tests(tmp_path, text, "core")


RULED = """\
entity Tool:
  name: str required
  state: enum[free, lent, broken]=free
  weight: int required
  price: decimal(8,2) required
  rate: decimal(8,2)
  created_at: datetime auto_add
  bought: date required
  sold: date
  on: bool=true
  buyer: ref Member
  gain: computed price * 2 - rate
  invariant: weight > 100
  invariant: price <= 10 and weight < 110
  invariant: not (state = lent and buyer is null)
  invariant: sold is null or sold >= bought + 2d
  invariant: created_at > sold
  invariant: gain > 3
  invariant: state = lent
  invariant: not on
  invariant: count(loans where returned is null) <= 1
entity Member:
  name: str required
  invariant: name contains "x"
entity Loan:
  tool: ref Tool required
  returned: date
  invariant: returned is null or returned >= today
entity Odd:
  name: str required
  invariant: name < "a" and name > "b"
entity Odder:
  odd: ref Odd required
"""


def test_app_whose_rules_no_plain_row_keeps(tmp_path: Path) -> None:
    text = RULED
    for entity in ("Tool", "Member", "Loan", "Odd", "Odder"):
        for mode in MODES:
            name = f"{entity.lower()}_{mode}"
            text += f"surface {name}:\n  uses entity {entity}\n  mode: {mode}\n"
    said = run_own_tests(tmp_path, text)
    # Of what no row can be, each test that needs a row is left out, and no other.
    assert "(skipped=10)" in said
