"""Links that pages hide from a role: no page of either end has them, and no form takes them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.projects import BuiltProject, run_dazzle

RULES = """\
  permit:
    list: role(coach) or role(guest)
    read: role(coach) or role(guest)
    create: role(coach) or role(guest)
    update: role(coach) or role(guest)
  scope:
    list: all
"""
HIDE = """\
  ux:
    for guest:
      hide: players
"""
PROJECT = f"""\
app club
entity User:
  email: email required unique
  role: enum[coach, guest]=guest
entity Member:
  name: str required
{RULES}entity Team:
  name: str required
  players: many_to_many Member "Who plays"
  audit: [update]
{RULES}@use crud_surface_set(entity_name=Member, title_field=name)
surface team_list "Teams":
  uses entity Team
  mode: list
  section main "Teams":
    field name
    field players
{HIDE}surface team_view "Team":
  uses entity Team
  mode: view
{HIDE}surface team_create "New team":
  uses entity Team
  mode: create
{HIDE}surface team_edit "Edit the team":
  uses entity Team
  mode: edit
{HIDE}"""
SCRIPT = """
import json
from core.models import Member, Team, User
from django.test import Client
from django.test.utils import setup_test_environment
from records.members import add_to_members
setup_test_environment()
def sign_in(role):
    user = User.objects.create_user(email=f"{role}@example.com", role=role, is_staff=True)
    add_to_members(user)
    client = Client(HTTP_HOST="localhost")
    client.force_login(user)
    return client
coach, guest = sign_in("coach"), sign_in("guest")
ada, bob = (Member.objects.create(name=name) for name in ("Ada", "Bob"))
team = Team.objects.create(name="Reds")
page = team.get_absolute_url()
coach.post(f"{page}edit/", {"name": "Reds", "players": [ada.pk]})
def tell(client):
    places = {"view": page, "list": "/teams/", "filters": "/teams/?panel=filters",
        "edit": f"{page}edit/", "new": "/teams/new/", "csv": "/teams/?export=csv",
        "other end": f"{ada.get_absolute_url()}?tab=teams",
        "admin": f"/admin/core/team/{team.pk}/change/"}
    found = []
    for name, path in places.items():
        answer = client.get(path)
        content = b"".join(answer) if answer.streaming else answer.content
        word = b"Reds" if name == "other end" else b"Who plays"
        if word in content or (name == "view" and b"Ada" in content):
            found.append(name)
    return found
found = {"coach": tell(coach), "guest": tell(guest)}
def search(client):
    return len(client.get(f"/teams/?players={bob.pk}").context["object_list"])
found["searched"] = [search(coach), search(guest)]
sent = guest.post(f"{page}edit/", {"name": "Blues", "players": [bob.pk]})
team.refresh_from_db()
found["sent"] = [sent.status_code, team.name, [each.name for each in team.players.all()]]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a coach and a guest are told of a team's players."""
    folder: Path = tmp_path_factory.mktemp("hidden")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("app", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


def test_no_page_of_either_end_tells_of_hidden_links(found: dict[str, Any]) -> None:
    assert found["guest"] == []
    everywhere = ["view", "list", "filters", "edit", "new", "csv", "other end", "admin"]
    assert found["coach"] == everywhere
    assert found["searched"] == [0, 1]


def test_hidden_links_are_not_taken(found: dict[str, Any]) -> None:
    assert found["sent"] == [302, "Blues", ["Ada"]]
