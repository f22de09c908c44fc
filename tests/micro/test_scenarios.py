"""Rows to try an app with are all made or none, and nobody else is let in as their people."""

from pathlib import Path

import pytest

from tests.conftest import Finder
from tests.long_runs import take_some
from tests.projects import BuiltProject

COUNT = "from core.models import *; print(House.objects.count(), User.objects.count())"
TESTS = "pages.tests.test_scenarios"
TRYING = "pages/accounts/trying_out.py"
MUTANTS = {
    "in production": ("return settings.DEBUG and ", "return "),
    "from elsewhere": ('request.META["REMOTE_ADDR"] in LOOPBACK', "True"),
    "under another name": (" and host in OWN_HOSTS", ""),
    "through a proxy": (' and "X-Forwarded-For" not in request.headers', ""),
    "as anybody": ('**{f"{get_user_model().USERNAME_FIELD}__in": names}', ""),
    "without asking": ("if not is_own_machine(request)", "if False"),
}


@pytest.fixture
def desk(find_built: Finder, tmp_path: Path) -> BuiltProject:
    """The repair desk, with an empty database."""
    built = find_built("repair_desk").copy_to(tmp_path)
    assert built.manage("migrate", "-v0").returncode == 0
    return built


def count_rows(desk: BuiltProject) -> str:
    return desk.manage("shell", "-v0", "-c", COUNT).stdout.strip()


def test_rows_and_people_are_made_once(desk: BuiltProject) -> None:
    assert desk.manage("scenario").stdout == "monday: A Monday morning\n"
    done = desk.manage("scenario", "monday")
    assert done.returncode == 0, done.stderr
    assert "Made 2 Houses.\nMade 4 Residents and staff.\n" in done.stdout
    assert "Sign in as office@example.com, " in done.stdout
    again = desk.manage("scenario", "monday")
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == "CommandError: There are Houses already. Nothing was made.\n"
    assert count_rows(desk) == "2 4"


def test_rows_that_break_a_rule_are_not_made(desk: BuiltProject) -> None:
    source = desk.folder / "core/scenarios.py"
    text = source.read_text("utf-8")
    late = "finished_at=now() - datetime.timedelta(days=18),"
    assert late in text
    source.write_text(text.replace(late, ""), "utf-8")
    done = desk.manage("scenario", "monday")
    assert done.returncode == 1
    assert "CommandError: Repair “The shutter is stuck”: Say when it was" in done.stderr
    assert count_rows(desk) == "0 0"


@pytest.mark.parametrize("name", take_some(MUTANTS, 3))
def test_app_that_lets_in_others_is_noticed(desk: BuiltProject, name: str) -> None:
    old, new = MUTANTS[name]
    source = (desk.folder / TRYING).read_text("utf-8")
    assert old in source
    (desk.folder / TRYING).write_text(source.replace(old, new), "utf-8")
    done = desk.manage("test", TESTS)
    assert done.returncode == 1 and "FAILED (" in done.stderr


def test_keys_that_count_up_are_counted_within_a_scenario(
    find_built: Finder, tmp_path: Path
) -> None:
    clinic = find_built("clinic").copy_to(tmp_path / "clinic")
    script = """
from core.models import Invoice, Line
from django.db import connection
from records.scenarios import list_scenarios
connection.cursor().execute("INSERT INTO sqlite_sequence VALUES ('core_invoice', 40)")
for each in list_scenarios():
    each().make_rows()
print(Invoice.objects.get().pk, {line.invoice_id for line in Line.objects.all()})
"""
    done = clinic.manage("shell", "-v0", "-c", script)
    assert done.stdout == "41 {41}\n", done.stdout + done.stderr
