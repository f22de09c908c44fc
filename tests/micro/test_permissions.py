"""What people may do with records, asked of every address and method."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Finder
from tests.long_runs import take_some
from tests.projects import (
    BACKEND,
    FIXTURES,
    ROOT,
    BuiltProject,
    run_dazzle,
    run_python,
)

HERE = {"PYTHONPATH": str(ROOT)}


def list_findings(built: BuiltProject, data: Path) -> list[str]:
    """What goes through that shouldn't, and what doesn't that should."""
    done = run_python(built.folder, "-m", "tests.micro.rights", **HERE, DATA_DIR=str(data))
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", ["support_tickets", "invoices"])
def test_just_what_is_permitted_goes_through(name: str, find_built: Finder, tmp_path: Path) -> None:
    assert list_findings(find_built(name), tmp_path) == []


def test_who_waits_is_let_in_by_those_who_may(tmp_path: Path) -> None:
    assert list_findings(build_waiting(tmp_path), tmp_path) == []


def build_waiting(folder: Path) -> BuiltProject:
    """An app in which people make accounts for themselves."""
    shutil.copytree(FIXTURES / "simple_task", folder, dirs_exist_ok=True)
    with (folder / "dazzle.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[app]\nsignup = true\n")
    done = run_dazzle(folder, "build")
    assert done.returncode == 0, done.stdout
    return BuiltProject("simple_task", folder / "build" / BACKEND)


ADMIN, TASKS, TICKETS = "pages/admin.py", "simple_task", "support_tickets"
MUTANTS = {
    "a backend that permits": (
        *(TASKS, "records/permissions.py"),
        *("raise PermissionDenied", "return True"),
    ),
    "a page that doesn't ask": (
        *(TASKS, "pages/generic/page.py"),
        *(" and may(user, self.action, self.model)", ""),
    ),
    "a page of the wrong action": (
        *(TASKS, "pages/generic/changes.py"),
        *('action = "delete"', 'action = "change"'),
    ),
    "a home of all lists": (
        *(TASKS, "pages/generic/home.py"),
        *('if may(user, "view", each.model)', ""),
    ),
    "a menu of all lists": (
        *(TASKS, "core/templates/core/base.html"),
        *("{% if perms.core.view_task %}", "{% if 1 %}"),
    ),
    "an import for all": (
        *("invoices", "pages/generic/importing.py"),
        *('action = "add"', 'action = "view"'),
    ),
    "a door for all": (
        *("waiting", "pages/accounts/waiting.py"),
        *("permission_required = MAY_ADMIT", "permission_required = ()"),
    ),
    "an admin that shows": (TASKS, ADMIN, "return may_view or", "return True or"),
    "an admin that adds": (
        *(TASKS, ADMIN),
        *('return may(request.user, "add", self.model)', "return True"),
    ),
    "an admin that changes": (
        *(TASKS, ADMIN),
        *('return may(request.user, "change", self.model, obj)', "return True"),
    ),
    "an admin that deletes": (
        *(TASKS, ADMIN),
        *('return may(request.user, "delete", self.model, obj)', "return True"),
    ),
    "an admin that sets passwords": (
        *(TICKETS, "pages/accounts/admin.py"),
        *("if self.model.EMAIL_FIELD in list_closed(", "if False and list_closed("),
    ),
    "files for all": (
        *(TICKETS, "pages/media.py"),
        *("any(may(user, action, model, row) for row in rows)", "bool(rows)"),
    ),
}


@pytest.mark.parametrize("mutant", take_some(MUTANTS, 3))
def test_app_that_asks_otherwise_is_noticed(
    mutant: str, find_built: Finder, tmp_path: Path
) -> None:
    name, place, old, new = MUTANTS[mutant]
    is_here = name == "waiting"
    built = build_waiting(tmp_path) if is_here else find_built(name).copy_to(tmp_path)
    source = (built.folder / place).read_text(encoding="utf-8")
    assert old in source
    (built.folder / place).write_text(source.replace(old, new), encoding="utf-8")
    assert list_findings(built, tmp_path) != []
