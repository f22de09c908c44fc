"""The page of rights: for whom it is, and that it says what `dazzle access` and the app do."""

import json
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Finder
from tests.projects import FIXTURES, BuiltProject, run_dazzle

RIGHTS = "/account/rights/"
SCRIPT = """
import json
from django.contrib.auth.models import Permission
from django.test import Client
from pages.testing import add_account
from core.tests import *
def ask(user, **data):
    client = Client(HTTP_HOST="localhost")
    client.force_login(user)
    answer = client.get("/account/rights/", data)
    return answer.status_code, answer.content.decode()
here, there = make_house(), House.objects.create(street="Elsewhere")
office = add_account("office", role="office", house=here)
tenant = add_account("tenant", role="tenant", house=here)
office.user_permissions.add(Permission.objects.get(codename="change_permission"))
own, hidden = make_repair(), make_repair()
Repair.objects.filter(pk=own.pk).update(house=here, title="Own drip")
Repair.objects.filter(pk=hidden.pk).update(house=there, title="Hidden drip")
question = {"account": "tenant@example.com", "model": "repair"}
found = {
    "tenant": ask(tenant)[0],
    "office": ask(office),
    "own": ask(office, **question, row=own.pk),
    "hidden": ask(office, **question, row=hidden.pk),
    "searched": ask(office, **question, row="drip"),
    "nobody": ask(office, account="x", model="nothing", row="y"),
}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> Any:
    built = find_built("repair_desk").copy_to(tmp_path_factory.mktemp("rights"))
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_it_is_for_those_who_may_give_roles(found: Any) -> None:
    assert found["tenant"] == 403
    assert found["office"][0] == 200


def test_it_has_the_words_of_the_command(found: Any) -> None:
    done = run_dazzle(FIXTURES, "access", "repair_desk", "--json")
    said = json.loads(done.stdout)
    told = [*said["rights"], *said["transitions"]]
    conditions = {each["condition"] for each in told if isinstance(each["condition"], str)}
    conditions |= {rule for each in said["pages"] for rule in each["rules"]}
    assert len(conditions) > 5
    page = unescape(found["office"][1])
    assert [each for each in conditions if each not in page] == []


def test_why_names_the_lines_that_decide(found: Any) -> None:
    page = unescape(found["own"][1])
    _, _, change = page.partition("Change: <strong>no</strong>")
    change, _, delete = change.partition("Delete: <strong>no</strong>")
    line = "permit update: role(office) or role(caretaker) and status not in [done, dropped]"
    assert f"{line}</code> <span" in change
    assert "forbid update: withdrawn_at is not null</code></dd>" in change
    assert "permit delete: role(office)</code> <span" in delete


def test_it_tells_nothing_of_what_one_may_not_see(found: Any) -> None:
    assert "There is no such record." in found["hidden"][1]
    assert "Hidden drip" not in found["hidden"][1]
    # One of the two is found.
    assert "Own drip" in found["searched"][1]
    assert "Hidden drip" not in found["searched"][1]
    assert found["nobody"][0] == 200


@pytest.mark.parametrize(
    ("place", "old", "new"),
    [
        ("core/policies.py", 'permit("delete", role("office"),', 'permit("delete", always,'),
        ("pages/accounts/reasons.py", "holds if allowed else not any(held)", "not holds"),
        ("pages/accounts/rights_page.py", "_required = GIVE_RIGHTS", "_required = ()"),
    ],
)
def test_page_that_says_otherwise_is_noticed(
    place: str, old: str, new: str, find_built: Finder, tmp_path: Path
) -> None:
    copy = find_built("repair_desk").copy_to(tmp_path)
    source = (copy.folder / place).read_text(encoding="utf-8")
    assert old in source
    (copy.folder / place).write_text(source.replace(old, new), encoding="utf-8")
    done = copy.manage("test", "pages.tests.test_rights")
    assert done.returncode == 1
    assert "AssertionError" in done.stderr


def test_app_without_rules_has_no_such_page(find_built: Finder) -> None:
    built: BuiltProject = find_built("simple_task")
    assert not (built.folder / "core/rights.py").exists()
    assert RIGHTS.strip("/") not in (built.folder / "pages/urls.py").read_text(encoding="utf-8")
