"""What people may do with records, asked of every address and method."""

import json
from pathlib import Path

import pytest

from tests.conftest import Finder
from tests.projects import ROOT, BuiltProject, run_python

HERE = {"PYTHONPATH": str(ROOT)}


def list_findings(built: BuiltProject, data: Path) -> list[str]:
    """What goes through that shouldn't, and what doesn't that should."""
    done = run_python(built.folder, "-m", "tests.micro.rights", **HERE, DATA_DIR=str(data))
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", ["support_tickets", "repair_desk"])
def test_just_what_is_permitted_goes_through(name: str, find_built: Finder, tmp_path: Path) -> None:
    assert list_findings(find_built(name), tmp_path) == []


MUTANTS = {
    "a backend that permits": ("pages/permissions.py", "raise PermissionDenied", "return True"),
    "a page that doesn't ask": (
        "pages/generic/page.py",
        "return has_more and self.may(self.action)",
        "return has_more",
    ),
    "a page of the wrong action": (
        "pages/generic/changes.py",
        'action = "delete"',
        'action = "change"',
    ),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_app_that_asks_otherwise_is_noticed(
    mutant: str, find_built: Finder, tmp_path: Path
) -> None:
    place, old, new = MUTANTS[mutant]
    built = find_built("simple_task").copy_to(tmp_path)
    source = (built.folder / place).read_text(encoding="utf-8")
    assert old in source
    (built.folder / place).write_text(source.replace(old, new), encoding="utf-8")
    assert list_findings(built, tmp_path) != []
