"""Links of many on both sides, chosen in a form, under the rules of both ends."""

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
  fans: many_to_many Member
entity Member:
  name: str required
  secret: bool=false
  permit:
    list: role(coach) or role(chair)
    read: role(coach) or role(chair)
    create: role(chair)
    update: role(chair)
    delete: role(chair)
  scope:
    list: secret = false
      as: coach
    list: all
      as: chair
entity Team:
  name: str required
  players: many_to_many Member "Who plays"
  rivals: many_to_many Team
  skills: many_to_many Skill readonly
  shown: computed count(players where secret = false)
  permit:
    list: role(coach) or role(chair)
    read: role(coach) or role(chair)
    create: role(coach) or role(chair)
    update: role(coach) or role(chair)
    delete: role(coach) or role(chair)
  scope:
    list: all
entity Skill:
  name: str required
  permit:
    list: role(coach) or role(chair)
    read: role(coach) or role(chair)
@use crud_surface_set(entity_name=Member, title_field=name)
@use crud_surface_set(entity_name=Team, title_field=name)
@use crud_surface_set(entity_name=Skill, title_field=name)
"""
SCRIPT = """
import json, re
from core.models import Member, Skill, Team, User
from django.test import Client
from records.members import add_to_members
from django.test.utils import setup_test_environment
setup_test_environment()
def sign_in(role):
    user = User.objects.create_user(email=f"{role}@example.com", role=role, is_staff=True)
    add_to_members(user)
    client = Client(HTTP_HOST="localhost")
    client.force_login(user)
    return client
coach, chair = sign_in("coach"), sign_in("chair")
found = {}
ada, bob, spy, mole = (Member.objects.create(name=name, secret=name in ("Spy", "Mole"))
    for name in ("Ada", "Bob", "Spy", "Mole"))
team = Team.objects.create(name="Reds")
page, edit = team.get_absolute_url(), f"{team.get_absolute_url()}edit/"
def list_players():
    return sorted(team.players.values_list("name", flat=True))
def send(client, players, path=edit, **data):
    answer = client.post(path, {"name": "Reds", "players": players, **data})
    return answer.status_code, list_players()
def read(client, path):
    return client.get(path).content.decode()
team.players.set([ada, spy])
told = {"edit": read(coach, edit), "page": read(coach, f"{page}?tab=players"),
    "list": read(coach, "/teams/?panel=filters"),
    "filtered": read(coach, f"/teams/?players={spy.pk}"),
    "chair": read(chair, f"{page}?tab=players")}
found["told"] = {place: [name for name in ("Ada", "Bob", "Spy", str(spy.pk)) if name in text]
    for place, text in told.items()}
found["ticked"] = re.findall(r'value="([^"]*)"[^>]*checked', told["edit"]) == [str(ada.pk)]
found["count"] = re.findall(r'Who plays <span class="count">(\\d+)', told["page"])
(row,) = Team.objects.with_computed("shown")
found["computed"] = row.shown
found["other"] = send(coach, [bob.pk])
found["none"] = send(coach, [])
found["forged"] = [send(coach, [ada.pk, mole.pk]), send(coach, [spy.pk]), send(coach, ["x"]),
    send(coach, ["00000000-0000-4000-8000-000000000000"])]
said = [coach.post(edit, {"name": "Reds", "players": [key]}).context["form"].errors["players"]
    for key in (mole.pk, "00000000-0000-4000-8000-000000000000")]
found["refusals"] = [str(each).replace(key, "KEY")
    for each, key in zip(said, (str(mole.pk), "00000000-0000-4000-8000-000000000000"))]
found["by chair"] = send(chair, [ada.pk, mole.pk])
def search(client, key):
    answer = client.get(f"/teams/?players={key}")
    return len(answer.context["object_list"])
found["searched"] = [search(coach, mole.pk), search(chair, mole.pk), search(coach, ada.pk),
    search(coach, bob.pk)]
found["back"] = "Reds" in read(chair, f"{mole.get_absolute_url()}?tab=teams")
admin = f"/admin/core/team/{team.pk}/change/"
sheet = read(coach, admin)
found["admin"] = ["Ada" in sheet, "Mole" in sheet, str(mole.pk) in sheet]
answer = coach.post(admin, {"name": "Reds", "players": [bob.pk], "rivals": []})
found["admin saved"] = [answer.status_code, list_players()]
answer = coach.post(admin, {"name": "Reds", "players": [spy.pk], "rivals": []})
found["admin forged"] = [answer.status_code, list_players()]
token = coach.get("/teams/new/").context["token"]
for _ in range(2):
    coach.post("/teams/new/", {"name": "Blues", "players": [ada.pk], "rivals": [team.pk],
        "idempotency-key": token})
(blues,) = Team.objects.filter(name="Blues")
found["made"] = [[each.name for each in blues.players.all()],
    [each.name for each in blues.rivals.all()], blues.rivals_teams.count()]
def fill(client, path, *rows):
    form = client.get(path, {"players": [row.pk for row in rows]}).context["form"]
    return [str(each) for each in form["players"].value() or ()]
found["filled"] = [fill(coach, "/teams/new/", ada, bob) == [str(ada.pk), str(bob.pk)],
    fill(coach, "/teams/new/", spy), coach.get("/teams/new/?players=12").status_code,
    coach.get(f"/admin/core/team/add/?players={spy.pk},{ada.pk}").status_code]
boss = User.objects.create_superuser(email="boss@example.com")
(chief := Client(HTTP_HOST="localhost")).force_login(boss)
path = f"/admin/core/user/{boss.pk}/change/"
form = chief.get(path).context["adminform"].form
data = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
data |= {"fans": [ada.pk], "groups": [], "last_login_0": "", "last_login_1": "",
    "date_joined_0": "2026-01-31", "date_joined_1": "09:30"}
data.pop("password", None)
found["account"] = [chief.post(path, data).status_code, [str(each) for each in boss.fans.all()]]
found["readonly"] = "skills" in coach.get(edit).context["form"].fields
tabs = coach.get(page).context["tabs"]
found["tabs"] = [(tab["name"], tab["title"]) for tab in tabs]
Member.objects.bulk_create(Member(name=f"Player {n:02}") for n in range(40))
team.players.set([ada, mole])
sheet = read(coach, edit)
found["large"] = [sheet.count('type="checkbox" name="players"'), "Player 07" in sheet]
asked = {"name": "Reds", "players": [ada.pk], "players-search": "07", "players-sought": ""}
shown = coach.post(edit, {**asked, "form-search": "players"})
found["sought"] = [shown.status_code, "Player 07" in shown.content.decode(),
    "Player 08" in shown.content.decode(), shown.content.decode().count("invalid-feedback")]
found["entered"] = send(coach, [ada.pk], **{"players-search": "07", "players-sought": ""})
seventh = Member.objects.get(name="Player 07")
found["picked"] = send(coach, [ada.pk, seventh.pk],
    **{"players-search": "07", "players-sought": "07"})
found["matches"] = coach.get(f"{edit}?form-search=players&text=Mo").json()["matches"]
confirm = coach.get(f"{page}delete/")
told = [confirm, coach.get(f"/admin/core/team/{team.pk}/delete/")]
found["confirmed"] = [confirm.status_code, *(word in each.content.decode()
    for each in told for word in ("Mole", "relationship", "object ("))]
found["deleted"] = [coach.post(f"{page}delete/").status_code, Member.objects.count(),
    ada.teams.count()]
found["member deleted"] = [chair.post(f"{ada.get_absolute_url()}delete/").status_code,
    Team.objects.count(), blues.players.count()]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """A club whose coaches don't see every member."""
    folder: Path = tmp_path_factory.mktemp("links")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert (done.returncode, "not-built" in done.stdout) == (0, False)
    built = BuiltProject("app", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    return built


@pytest.fixture(scope="module")
def found(built: BuiltProject) -> dict[str, Any]:
    """What coach and chair see and do."""
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


def test_migration_is_what_django_would_write(built: BuiltProject) -> None:
    assert built.manage("makemigrations", "--check").returncode == 0
    assert "no issues" in built.manage("check", "--fail-level", "WARNING").stdout


def test_no_page_tells_of_links_to_rows_out_of_sight(found: dict[str, Any]) -> None:
    told = found["told"]
    assert told["edit"] == ["Ada", "Bob"]
    assert told["page"] == ["Ada"]
    assert told["list"] == ["Ada", "Bob"]
    assert told["chair"][:1] == ["Ada"] and "Spy" in told["chair"]
    assert "Spy" not in told["filtered"]
    assert found["ticked"]
    assert found["count"] == ["1"]
    assert found["computed"] == 1
    assert found["searched"] == [0, 1, 1, 0]
    assert found["matches"] == []


def test_saving_keeps_links_to_rows_out_of_sight(found: dict[str, Any]) -> None:
    assert found["other"] == [302, ["Bob", "Spy"]]
    assert found["none"] == [302, ["Spy"]]
    assert found["by chair"] == [302, ["Ada", "Mole"]]
    assert found["back"]


def test_forged_key_changes_nothing_and_tells_nothing(found: dict[str, Any]) -> None:
    assert found["forged"] == [[200, ["Spy"]]] * 4
    assert len(set(found["refusals"])) == 1


def test_admin_heeds_the_same(found: dict[str, Any]) -> None:
    assert found["admin"] == [True, False, False]
    assert found["admin saved"] == [302, ["Bob", "Mole"]]
    assert found["admin forged"] == [200, ["Bob", "Mole"]]
    assert found["account"] == [302, ["Ada"]]


def test_new_row_is_made_once_with_its_links(found: dict[str, Any]) -> None:
    assert found["made"] == [["Ada"], ["Reds"], 0]


def test_address_fills_in_what_one_may_see(found: dict[str, Any]) -> None:
    assert found["filled"] == [True, [], 200, 200]


def test_readonly_links_are_shown_and_not_asked_for(found: dict[str, Any]) -> None:
    assert not found["readonly"]
    assert found["tabs"] == [
        ["players", "Who plays"],
        ["rivals", "Rivals"],
        ["skills", "Skills"],
        ["rivals_teams", "Teams (Rivals)"],
    ]


def test_of_many_rows_one_searches_without_scripts(found: dict[str, Any]) -> None:
    assert found["large"] == [1, False]
    assert found["sought"] == [200, True, False, 0]
    assert found["entered"] == [200, ["Ada", "Mole"]]
    assert found["picked"] == [302, ["Ada", "Mole", "Player 07"]]


def test_deletion_takes_links_and_no_more(found: dict[str, Any]) -> None:
    assert found["confirmed"] == [200, *[False] * 6]
    assert found["deleted"] == [302, 44, 1]
    assert found["member deleted"] == [302, 1, 0]
