"""Somebody with several roles sees and does on a page what any of them may."""

import json
from collections.abc import Sequence

import pytest

from tests.projects import BuiltProject
from tests.rules.ruled_apps import build_app

PROJECT = """\
app club "Club"
entity Tool "Tool":
  name: str(80) required
  state: enum[fine, broken]=fine
  cost: int
  note: str(80)
persona keeper "Keeper":
  description: "Keeps tools."
persona mender "Mender":
  description: "Mends tools."
persona chair "Chair":
  description: "Sees all."
surface tool_list "Tools":
  uses entity Tool
  mode: list
  ux:
    for keeper:
      scope: state = fine
      hide: cost, note
      read_only: true
    for mender:
      scope: state = broken
      hide: cost
"""
SCRIPT = """
import json
from core.models import Tool
from django.contrib.auth.models import Group
from django.test import Client
from pages.testing import add_account
Tool.objects.create(name="Drill", state="fine", cost=4711, note="oiled")
Tool.objects.create(name="Saw", state="broken", cost=1234, note="rusty")
found = {}
for roles in ("", "keeper", "mender", "chair", "keeper mender", "keeper chair"):
    account = add_account(roles or "nobody")
    account.groups.add(*(Group.objects.get(name=each) for each in roles.split()))
    client = Client(HTTP_HOST="localhost")
    client.force_login(account)
    text = client.get("/tools/").content.decode()
    words = ("Drill", "Saw", "4711", "oiled", "rusty", 'name="row"')
    said = [word for word in words if word in text.replace(",", "")]
    found[roles] = [*said, client.post("/tools/delete/").status_code]
print(json.dumps(found))
"""
EVERYTHING = ["Drill", "Saw", "4711", "oiled", "rusty", 'name="row"', 302]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    folder = tmp_path_factory.mktemp("club")
    built: BuiltProject = build_app(folder, "club", PROJECT)
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, list[object]] = json.loads(done.stdout.splitlines()[-1])
    return answers


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ("keeper", ["Drill", 403]),
        ("mender", ["Saw", "rusty", 'name="row"', 302]),
        ("keeper mender", ["Drill", "Saw", "oiled", "rusty", 'name="row"', 302]),
        ("keeper chair", EVERYTHING),
        ("chair", EVERYTHING),
        ("", EVERYTHING),
    ],
)
def test_what_any_role_allows_holds(
    found: dict[str, list[object]], roles: str, expected: Sequence[object]
) -> None:
    assert found[roles] == expected
