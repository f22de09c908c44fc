"""What relations make of a reference: the rule for its rows, and what one does from a page."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
entity Club:
  name: str required
  teams: has_many Team readonly
  grounds: has_many Ground cascade
  matches: has_many Match restrict
  card: has_one Card
  charter: has_one Charter readonly
entity Team:
  name: str required
  club: belongs_to Club required
entity Ground:
  name: str required
  club: ref Club required
entity Match:
  name: str required
  club: belongs_to Club
entity Card:
  number: str required
  club: ref Club required cascade
entity Charter:
  text: str required
  club: ref Club required cascade
@use crud_surface_set(entity_name=Club, title_field=name)
@use crud_surface_set(entity_name=Team, title_field=name)
@use crud_surface_set(entity_name=Ground, title_field=name)
@use crud_surface_set(entity_name=Match, title_field=name)
@use crud_surface_set(entity_name=Card, title_field=number)
@use crud_surface_set(entity_name=Charter, title_field=text)
"""
SCRIPT = """
import json
from core.models import Card, Charter, Club, Ground, Match, Team
from django.contrib.auth import get_user_model
from django.test import Client
from django.test.utils import setup_test_environment
setup_test_environment()
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("owner"))
found = {}
club = Club.objects.create(name="Rovers")
path = club.get_absolute_url()
def read(tab):
    page = client.get(f"{path}?tab={tab}")
    (chosen,) = [each for each in page.context["tabs"] if each["is_chosen"]]
    return chosen.get("add", ""), chosen.get("edit", ""), page.content.decode()
for tab in ("teams", "grounds", "card", "charter"):
    found[f"{tab} empty"] = read(tab)
sent = client.post(read("card")[0], {"number": "C-1", "club": club.pk})
found["made"] = [sent.status_code, sent.url, club.card.number]
again = client.post(read("card")[0] or "/cards/new/", {"number": "C-2", "club": club.pk})
found["second"] = [again.status_code, Card.objects.count()]
Charter.objects.create(text="All are equal", club=club)
for tab in ("card", "charter"):
    found[f"{tab} full"] = read(tab)
edit = read("card")[1]
sent = client.post(edit, {"number": "C-3", "club": club.pk})
club = Club.objects.get()
found["edited"] = [sent.status_code, sent.url, club.card.number]
match = Match.objects.create(name="Final", club=club)
Ground.objects.create(name="Meadow", club=club)
delete = f"{path}delete/"
found["restricted"] = [client.post(delete).status_code, Club.objects.count()]
match.delete()
found["cascaded"] = [client.post(delete).status_code, Club.objects.count(),
    Ground.objects.count(), Card.objects.count()]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a club's page offers, and what becomes of what it is sent."""
    folder: Path = tmp_path_factory.mktemp("relations")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert (done.returncode, "not-built" in done.stdout) == (0, False), done.stdout
    built = BuiltProject("app", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


def test_page_adds_what_is_not_readonly(found: dict[str, Any]) -> None:
    adding = {tab: bool(found[f"{tab} empty"][0]) for tab in ("teams", "grounds", "card")}
    assert adding == {"teams": False, "grounds": True, "card": True}
    assert found["charter empty"][:2] == ["", ""]


def test_one_record_is_made_from_the_page_once(found: dict[str, Any]) -> None:
    status, place, number = found["made"]
    assert (status, number) == (302, "C-1")
    assert place.startswith("/clubs/")
    assert found["second"] == [200, 1]
    add, _edit, page = found["card full"]
    assert add and not re.search(rf'href="{re.escape(add)}"', page)


def test_one_record_is_edited_from_the_page_unless_readonly(found: dict[str, Any]) -> None:
    _add, _edit, page = found["card full"]
    assert re.search(r'href="/cards/[^"]*/edit/\?next=[^"]*"', page)
    status, place, number = found["edited"]
    assert (status, number) == (302, "C-3")
    assert place.startswith("/clubs/") and place.endswith("?tab=card")
    assert found["charter full"][1] == ""
    assert "All are equal" in found["charter full"][2]


def test_rule_of_a_relation_is_that_of_its_reference(found: dict[str, Any]) -> None:
    assert found["restricted"] == [409, 1]
    assert found["cascaded"] == [302, 0, 0, 0]
