"""Links in the columns of lists, and in files that lists become and are made from."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.projects import BuiltProject, run_dazzle

SETTINGS = '[project]\nname = "club"\n[features]\nimport = true\n'
PROJECT = """\
app club
entity User:
  email: email required unique
  role: enum[coach, chair, guest]=coach
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
  name: str required unique
  players: many_to_many Member "Who plays"
  rivals: many_to_many Team
  permit:
    list: role(coach) or role(chair) or role(guest)
    read: role(coach) or role(chair) or role(guest)
    create: role(coach) or role(chair)
    update: role(coach) or role(chair)
  scope:
    list: all
surface team_list "Teams":
  uses entity Team
  mode: list
  section main "Teams":
    field players "Squad"
    field name
surface team_create "New team":
  uses entity Team
  mode: create
surface team_edit "Edit the team":
  uses entity Team
  mode: edit
"""
SCRIPT = """
import html, json, re
from core.models import Member, Team, User
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment
from records.members import add_to_members
setup_test_environment()
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
team.players.set([ada, bob, spy])
found = {}
sheet = sign_in("guest").get(f"/admin/core/team/{team.pk}/change/")
found["view only"] = [sheet.status_code, "Reds" in sheet.content.decode(),
    "Spy" in sheet.content.decode()]
coach.post(f"/admin/core/team/{team.pk}/change/",
    {"name": "Reds", "players": [ada.pk, bob.pk], "rivals": []})
found["looked up"] = [coach.get(f"/admin/core/{path}").status_code for path in
    (f"team/?players={spy.pk}", f"team/?players__name=Spy", f"member/?teams={team.pk}",
    "team/?name=Reds")]
found["logged"] = LogEntry.objects.get().change_message
opened = {"name": "Reds", "initial-name": "Reds", "initial-players": [ada.pk],
    "initial-rivals": [""]}
sent = coach.post(f"/teams/{team.pk}/edit/", {**opened, "players": [bob.pk]})
found["conflict"] = str(sent.context["form"].errors["players"])
def read(client, **query):
    return client.get("/teams/", query).content.decode()
def cells(text):
    found = re.findall(r"<td data-label=.*?</td>", text)
    return [html.unescape(re.sub("<[^>]*>", "", each)).strip() for each in found]
found["cells"] = [cells(read(coach)), cells(read(chair))]
found["sorted"] = "sort=players" in read(coach)
def export(client, kind="csv"):
    answer = client.get("/teams/", {"export": kind})
    return b"".join(answer.streaming_content).decode().replace("\\r", "").splitlines()
found["exported"] = [export(coach), export(chair)]
found["printed"] = cells(read(coach, export="print")) or "Ada; Bob" in read(coach, export="print")
def count_queries():
    with CaptureQueriesContext(connection, ) as queries:
        read(coach)
    return len(queries)
before = count_queries()
for number in range(5):
    Team.objects.create(name=f"T{number}").players.set([ada])
found["queries"] = count_queries() - before
Team.objects.exclude(pk=team.pk).delete()
def take(client, text):
    file = SimpleUploadedFile("teams.csv", text.encode())
    page = client.post("/teams/import/", {"file": file})
    content = re.findall('name="content" value="([^"]+)"', page.content.decode())
    told = html.unescape(re.sub("<[^>]*>", " ", page.content.decode()))
    told = re.sub(r"\\s+", " ", told)
    sent = client.post("/teams/import/", {"content": content[0]}) if content else page
    return told, sent.status_code
def list_players(name):
    return sorted(Team.objects.get(name=name).players.values_list("name", flat=True))
found["taken"] = take(coach, "Name,Squad,Rivals\\nReds,Ada,\\nBlues,Ada; Bob,Reds\\n")
found["kept"] = [list_players("Reds"), list_players("Blues"),
    [each.name for each in Team.objects.get(name="Blues").rivals.all()]]
found["same"] = take(coach, "Name,Squad\\nReds,Ada\\n")[0]
found["forged"] = take(coach, "Name,Squad\\nReds,Ada; Spy\\n")[0]
found["after"] = list_players("Reds")
found["told"] = "a semicolon between" in coach.get("/teams/import/").content.decode()
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What lists, exports and imports do with links."""
    folder: Path = tmp_path_factory.mktemp("columns")
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "--output", "out")
    assert (done.returncode, "not-built" in done.stdout) == (0, False), done.stdout
    built = BuiltProject("app", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


def test_list_names_the_rows_that_one_may_see(found: dict[str, Any]) -> None:
    assert found["cells"] == [["Reds", "Ada, Bob"], ["Reds", "Ada, Bob, Spy"]]
    assert not found["sorted"]
    assert found["queries"] == 0


def test_admin_shows_no_links_to_who_may_only_look(found: dict[str, Any]) -> None:
    assert found["view only"] == [200, True, False]


def test_admin_is_not_narrowed_by_links(found: dict[str, Any]) -> None:
    assert found["looked up"] == [400, 400, 400, 200]


def test_admin_notes_no_change_where_there_is_none(found: dict[str, Any]) -> None:
    assert found["logged"] == "[]"


def test_conflict_names_what_one_may_see(found: dict[str, Any]) -> None:
    assert "changed to “Ada, Bob”" in found["conflict"]


def test_files_have_what_the_list_has(found: dict[str, Any]) -> None:
    coach, chair = found["exported"]
    assert coach == ["Name,Squad", "Reds,Ada; Bob"]
    assert chair == ["Name,Squad", "Reds,Ada; Bob; Spy"]
    assert found["printed"]


def test_import_takes_names_and_keeps_links_out_of_sight(found: dict[str, Any]) -> None:
    told, status = found["taken"]
    assert status == 302
    assert "Squad: Ada; Bob Ada" in told.replace("→ ", "") and "Spy" not in told
    assert found["kept"] == [["Ada", "Spy"], ["Ada", "Bob"], ["Reds"]]
    assert "0 new 0 changed 1 unchanged 0 with errors" in found["same"]
    assert found["told"]


def test_import_finds_no_row_out_of_sight(found: dict[str, Any]) -> None:
    assert "There is no “Spy”." in found["forged"]
    assert found["after"] == ["Ada", "Spy"]
