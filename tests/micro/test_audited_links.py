"""What is kept of changes of links, and to whom it is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
app club
entity User:
  email: email required unique
  role: enum[coach, chair]=coach
entity Member:
  name: str required
  secret: bool=false
  permit:
    list: role(coach) or role(chair)
  scope:
    list: secret = false
      as: coach
    list: all
      as: chair
entity Team:
  name: str required
  players: many_to_many Member "Who plays"
  permit:
    list: role(coach) or role(chair)
    read: role(coach) or role(chair)
    update: role(coach) or role(chair)
  scope:
    list: all
  audit: [update]
@use crud_surface_set(entity_name=Member, title_field=name)
@use crud_surface_set(entity_name=Team, title_field=name)
"""
SCRIPT = """
import json
from core.models import Member, Team, User
from django.test import Client
from records.audit.models import AuditEntry
from records.members import add_to_members
def sign_in(role):
    user = User.objects.create_user(email=f"{role}@example.com", role=role, is_staff=True)
    add_to_members(user)
    client = Client(HTTP_HOST="localhost")
    client.force_login(user)
    return client
coach, chair = sign_in("coach"), sign_in("chair")
ada, bob, spy = (Member.objects.create(name=name, secret=name == "Spy")
    for name in ("Ada", "Bob", "Spy"))
team = Team.objects.create(name="Reds")
page = team.get_absolute_url()
def send(client, *players):
    client.post(f"{page}edit/", {"name": "Reds", "players": [each.pk for each in players]})
def list_entries():
    return [[each.who, *([row["name"] for row in side] for side in each.changes["players"])]
        for each in AuditEntry.objects.order_by("pk")]
send(chair, ada)
send(coach, ada, bob)
send(coach, ada, bob)
send(chair, bob, spy)
bob.teams.clear()
spy.teams.remove(team)
ada.teams.add(team)
ada.delete()
found = {"entries": list_entries()}
def show(client):
    text = client.get(page).content.decode()
    return [name for name in ("Ada", "Bob", "Spy") if name in text]
def export(client):
    answer = client.get(f"{page}?export=changes")
    text = b"".join(answer.streaming_content).decode()
    return [[line.split(",")[1], *line.split(",")[-2:]] for line in text.split("\\r\\n")[1:-1]]
found["shown"] = {"coach": show(coach), "chair": show(chair)}
found["exported"] = {"coach": export(coach), "chair": export(chair)}
sheet = coach.get(f"/admin/core/team/{team.pk}/change/").content.decode()
found["admin"] = [sheet.count("Who plays: "), "Spy" in sheet]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is kept of a team's changes, and told of it."""
    folder: Path = tmp_path_factory.mktemp("audited")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    assert run_dazzle(folder, "build", "app.dsl", "--output", "out").returncode == 0
    built = BuiltProject("app", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


COACH, CHAIR = "coach@example.com", "chair@example.com"


def test_each_change_from_either_end_is_kept(found: dict[str, Any]) -> None:
    assert found["entries"] == [
        [CHAIR, [], ["Ada"]],
        [COACH, [], ["Bob"]],
        [CHAIR, ["Ada"], ["Spy"]],
        ["", ["Bob"], []],
        ["", ["Spy"], []],
        ["", [], ["Ada"]],
        ["", ["Ada"], []],
    ]


def test_changes_of_links_to_rows_out_of_sight_are_not_told_of(found: dict[str, Any]) -> None:
    assert found["shown"] == {"coach": ["Bob"], "chair": ["Ada", "Bob", "Spy"]}
    assert found["exported"]["coach"] == [["", "Bob", ""], [COACH, "", "Bob"]]
    assert [CHAIR, "Ada", "Spy"] in found["exported"]["chair"]
    assert found["admin"] == [2, False]
