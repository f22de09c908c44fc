"""Rules that ask what a record is linked to: as it is going to be, on each way in."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.projects import BACKEND, BuiltProject, run_dazzle

PROJECT = """\
app lessons "Lessons"
entity Member:
  auth: identity
  email: email required unique
  role: enum[agent, chief]=agent
entity Helper:
  name: str required
  level: int=1
  secret: bool=false
  rooms: many_to_many Room
  permit:
    list: role(agent) or role(chief)
    read: role(agent) or role(chief)
    create: role(chief)
  scope:
    list: secret = false
      as: agent
    list: all
      as: chief
entity Room:
  name: str required
  helpers: many_to_many Helper
  invariant: count(helpers) <= 1
entity Talk:
  name: str required
  changed: datetime auto_update
  revision: int=1
  helpers: many_to_many Helper
  versions: revision
entity Workshop:
  name: str required
  seats: int=2
  size: enum[large, small]=large
  state: enum[planned, open, shut]=planned
  helpers: many_to_many Helper "Who helps"
  transitions:
    planned -> open: count(helpers) >= 1
    open -> shut: sum(helpers.level where secret = false) > 3
  invariant: count(helpers) <= seats
    message: "Too many"
  invariant: count(helpers where level > 8) = 0 or role(chief)
    message: "Only a chief asks them"
  invariant: size = large or count(helpers) <= 1
  permit:
    list: role(agent) or role(chief)
    read: role(agent) or role(chief)
    create: role(agent) or role(chief)
    update: role(agent) or role(chief)
    delete: count(helpers) = 0
  scope:
    list: all
@use crud_surface_set(entity_name=Workshop, title_field=name)
@use crud_surface_set(entity_name=Room, title_field=name)
@use crud_surface_set(entity_name=Talk, title_field=name)
"""
SETTINGS = '[project]\nname = "lessons"\n[features]\nimport = true\n'
SCRIPT = """
import json
from core.models import Helper, Member, Room, Talk, Workshop
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import setup_test_environment
from records.members import add_to_members
setup_test_environment()
def sign_in(role):
    person = Member.objects.create_user(email=f"{role}@example.com", role=role, is_staff=True)
    add_to_members(person)
    client = Client(HTTP_HOST="localhost")
    client.force_login(person)
    return client
agent, chief = sign_in("agent"), sign_in("chief")
found = {}
ada, bob, spy, guru = (Helper.objects.create(name=name, level=level, secret=name == "Spy")
    for name, level in (("Ada", 1), ("Bob", 3), ("Spy", 5), ("Guru", 9)))
row = Workshop.objects.create(name="A")
page = row.get_absolute_url()
def look():
    row.refresh_from_db()
    return [row.seats, row.state, sorted(row.helpers.values_list("name", flat=True))]
def edit(client, *helpers, path=f"{page}edit/", **values):
    data = {"name": "A", "seats": 2, "size": row.size, "state": row.state}
    data["helpers"] = [each.pk for each in helpers]
    answer = client.post(path, data | values)
    form = answer.context and (answer.context.get("form") or answer.context["adminform"].form)
    return [form and [t for texts in form.errors.values() for t in texts], look()]
def make(client, *helpers):
    data = {"name": "B", "seats": 1, "size": "large", "helpers": [each.pk for each in helpers]}
    client.post("/workshops/new/", data)
    return [each.helpers.count() for each in Workshop.objects.filter(name="B")]
def press(state):
    agent.post(f"{page}to/{state}/")
    return look()[1]
found["new"] = [make(agent, ada, bob), make(agent, ada)]
found["none yet"] = [press("open"), "needs" in agent.get(page).content.decode()]
found["with the state"] = edit(agent, ada, state="open")
found["sum"] = [press("shut"), edit(agent, ada, bob), press("shut")]
found["one more"] = edit(agent, ada, bob, guru)
row.helpers.set([ada, spy])
found["hidden"] = [edit(agent, ada, seats=1), edit(agent, bob, seats=2)]
admin = f"/admin/core/workshop/{row.pk}/change/"
found["admin"] = [edit(agent, bob, ada, path=admin), edit(agent, path=admin)]
row.helpers.set([ada, bob])
def shrink():
    agent.post(f"{page}set/size/", {"size": "small"})
    inline = Workshop.objects.get(pk=row.pk).size
    Workshop.objects.update(size="large")
    data = {"row": [row.pk], "confirmed": "1", "change-size": "=small"}
    agent.post("/workshops/change/", data)
    bulk = Workshop.objects.get(pk=row.pk).size
    Workshop.objects.update(size="large")
    return [inline, bulk]
found["smaller"] = [shrink()]
row.helpers.set([ada])
found["smaller"].append(shrink())
def bring(text):
    file = SimpleUploadedFile("w.csv", text.encode(), "text/csv")
    content = agent.post("/workshops/import/", {"file": file}).context.get("content")
    agent.post("/workshops/import/", {"content": content})
    return sorted(Workshop.objects.filter(name__startswith="C").values_list("name", flat=True))
titles = "Name,Seats,Who helps\\n"
found["file"] = [bring(f"{titles}C1,1,Ada; Bob\\n"), bring(f"{titles}C2,1,Ada\\n")]
row.helpers.clear()
found["role"] = [edit(agent, guru), edit(chief, guru)]
def delete():
    status = agent.post(f"{page}delete/").status_code
    return [status, Workshop.objects.filter(pk=row.pk).count()]
found["delete"] = delete()
row.helpers.clear()
found["deleted"] = delete()
room = Room(name="R")
ada.rooms.add(Room.objects.create(name="Q"))
found["other end"] = []
for links in ([], [ada], [ada, bob]):
    room.helpers.set(links) if links else room.save()
    try:
        room.full_clean()
        found["other end"].append("")
    except Exception as error:
        found["other end"].append(error.messages)
talk = Talk.objects.create(name="S")
place = f"/talks/{talk.pk}/edit/"
found["counted"] = []
for links in ([ada], [ada], [], [bob]):
    before = Talk.objects.get()
    chief.post(place, {"name": "S", "helpers": [each.pk for each in links]})
    after = Talk.objects.get()
    found["counted"].append([after.revision, after.changed > before.changed])
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What people get at with links, and what they are told."""
    folder: Path = tmp_path_factory.mktemp("lessons")
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "--output", "out")
    assert (done.returncode, "not-built" in done.stdout) == (0, False), done.stdout
    built = BuiltProject("lessons", folder / "out" / BACKEND)
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


def test_new_record_is_judged_with_its_links(found: dict[str, Any]) -> None:
    assert found["new"] == [[], [1]]


def test_transition_asks_for_the_links_that_there_will_be(found: dict[str, Any]) -> None:
    assert found["none yet"] == ["planned", True]
    assert found["with the state"] == [None, [2, "open", ["Ada"]]]
    assert found["sum"] == ["open", [None, [2, "open", ["Ada", "Bob"]]], "shut"]


def test_links_that_break_an_invariant_are_not_saved(found: dict[str, Any]) -> None:
    told, kept = found["one more"]
    assert (told, kept) == (["Too many", "Only a chief asks them"], [2, "shut", ["Ada", "Bob"]])
    # Those out of sight stay, and count.
    assert found["hidden"] == [
        [["Too many"], [2, "shut", ["Ada", "Spy"]]],
        [None, [2, "shut", ["Bob", "Spy"]]],
    ]


def test_every_other_way_in_asks(found: dict[str, Any]) -> None:
    assert found["admin"] == [
        [["Too many"], [2, "shut", ["Bob", "Spy"]]],
        [None, [2, "shut", ["Spy"]]],
    ]
    assert found["smaller"] == [["large", "large"], ["small", "small"]]
    assert found["file"] == [[], ["C2"]]


def test_part_that_asks_for_a_role_asks_who_saves(found: dict[str, Any]) -> None:
    refused, saved = found["role"]
    assert refused == [["Only a chief asks them"], [2, "shut", []]]
    assert saved == [None, [2, "shut", ["Guru"]]]


def test_permission_asks_for_the_links_that_there_are(found: dict[str, Any]) -> None:
    assert found["delete"] == [403, 1]
    assert found["deleted"] == [302, 0]


def test_far_end_of_links_is_asked_as_well(found: dict[str, Any]) -> None:
    assert found["other end"][:2] == ["", ""] and found["other end"][2]


def test_change_of_links_is_a_change_of_the_record(found: dict[str, Any]) -> None:
    assert found["counted"] == [[2, True], [2, False], [3, True], [4, True]]
