"""Invariants that ask who is signed in: whom, on which ways in, and where nobody is."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.projects import BACKEND, BuiltProject, run_dazzle

PROJECT = """\
app desk "Desk"

entity Member:
  auth: identity
  email: email required unique
  name: str required
  role: enum[agent "Agent", chief "Chief"]=agent
  level: int=1

entity Ticket:
  title: str required
  priority: enum[low "Low", high "High"]=low
  state: enum[fresh "New", done "Done"]=fresh
  cost: int=0
  owner: ref Member
  transitions:
    fresh -> done
  invariant: priority != high or role(chief)
    message: "Only a chief says what is urgent"
  invariant: cost <= 100 or role(chief) or owner = current_user and cost <= current_user.level * 100
    message: "Too dear"
  invariant: not (role(agent) and title = "secret")
    message: "Not for agents"
  invariant: state != done or title != "open" or not role(agent)
    message: "It is open"

@use crud_surface_set(entity_name=Ticket, title_field=title)
"""
SETTINGS = '[project]\nname = "desk"\n[app]\naccess = "{}"\n[features]\nimport = true\n'
PREPARE = """
import json, re
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.exceptions import ValidationError
from django.test import Client
from django.test.utils import setup_test_environment
from core.models import *
from core import forms
from records.members import add_to_members
from records.permissions import list_closed
setup_test_environment()

def sign_in(name, **values):
    person = Member.objects.create_user(f"{name}@example.com", name=name, **values)
    add_to_members(person)
    client = Client(HTTP_HOST="localhost")
    client.force_login(person)
    return person, client

(ann, agent), (bob, senior) = sign_in("ann"), sign_in("bob", level=3)
(cleo, chief), (root, superuser) = sign_in("cleo", role="chief"), sign_in(
    "root", is_staff=True, is_superuser=True
)
clients = {"agent": agent, "senior": senior, "chief": chief, "root": superuser}
clients["visitor"] = Client(HTTP_HOST="localhost")

def add(client, **values):
    '''What is said about a new ticket; nothing where it is made.'''
    answer = client.post("/tickets/new/", {"title": "A", "priority": "low", "cost": 0, **values})
    if answer.status_code == 302:
        return []
    errors = answer.context["form"].errors
    return sorted(text for texts in errors.values() for text in texts)

def say(answer):
    return [str(each) for each in answer.context["messages"]]

found = {}
"""


def build(folder: Path, access: str) -> BuiltProject:
    """The app, built and migrated."""
    (folder / "dazzle.toml").write_text(SETTINGS.format(access), encoding="utf-8")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "not-enforced" not in done.stdout
    built = BuiltProject("desk", folder / "out" / BACKEND)
    done = built.manage("migrate", "--verbosity=0")
    assert done.returncode == 0, done.stdout + done.stderr
    return built


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The app where visitors may do as much as members."""
    return build(tmp_path_factory.mktemp("desk"), "open")


def ask(desk: BuiltProject, folder: Path, script: str) -> Any:
    """What a script finds in a copy of it."""
    copy = desk.copy_to(folder / BACKEND)
    done = copy.manage("shell", "-v0", "-c", f"{PREPARE}{script}\nprint(json.dumps(found))")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


PEOPLE = """
for name, client in clients.items():
    person = {"agent": ann, "senior": bob}.get(name, cleo)
    found[name] = {
        "urgent": add(client, priority="high"),
        "dear": add(client, cost=250),
        "own": add(client, cost=250, owner=person.pk),
        "secret": add(client, title="secret"),
        "plain": add(client, cost=100),
    }
"""
FREE: dict[str, list[str]] = {name: [] for name in ("urgent", "dear", "own", "secret", "plain")}
URGENT, DEAR = ["Only a chief says what is urgent"], ["Too dear"]


def test_each_part_asks_whoever_is_signed_in(desk: BuiltProject, tmp_path: Path) -> None:
    secret = ["Not for agents"]
    assert ask(desk, tmp_path, PEOPLE) == {
        "agent": {**FREE, "urgent": URGENT, "dear": DEAR, "own": DEAR, "secret": secret},
        "senior": {**FREE, "urgent": URGENT, "dear": DEAR, "secret": secret},
        "chief": FREE,
        "root": FREE,
        # A visitor has no role, and is nobody's owner.
        "visitor": {**FREE, "urgent": URGENT, "dear": DEAR, "own": DEAR},
    }


WAYS = """
row = Ticket.objects.create(title="open")
def read():
    row.refresh_from_db()
    return row.priority
urgent = {"priority": "high"}
def go(name, client):
    Ticket.objects.filter(pk=row.pk).update(priority="low", state="fresh")
    values = {"title": "open", "cost": 0, **urgent, "state": "fresh"}
    client.post(f"/tickets/{row.pk}/edit/", values)
    edit = read()
    Ticket.objects.filter(pk=row.pk).update(priority="low")
    client.post(f"/tickets/{row.pk}/set/priority/", urgent)
    inline = read()
    Ticket.objects.filter(pk=row.pk).update(priority="low")
    client.post("/tickets/change/", {"row": [row.pk], "confirmed": "1", "change-priority": "=high"})
    bulk = read()
    Ticket.objects.filter(title="I").delete()
    file = SimpleUploadedFile("t.csv", b"title,priority\\nI,high", "text/csv")
    content = client.post("/tickets/import/", {"file": file}).context.get("content")
    client.post("/tickets/import/", {"content": content})
    imported = Ticket.objects.filter(title="I").exists()
    Ticket.objects.filter(pk=row.pk).update(priority="low")
    client.post(f"/tickets/{row.pk}/to/done/")
    row.refresh_from_db()
    found[name] = [edit, inline, bulk, imported, row.state]
for name in ("agent", "chief", "root", "visitor"):
    go(name, clients[name])
Member.objects.filter(pk=ann.pk).update(is_staff=True)
values = {"title": "open", "cost": "0", "priority": "high", "state": "fresh", "_save": "1"}
Ticket.objects.filter(pk=row.pk).update(priority="low", state="fresh")
agent.post(f"/admin/core/ticket/{row.pk}/change/", values)
found["admin"] = [read()]
superuser.post(f"/admin/core/ticket/{row.pk}/change/", values)
found["admin"].append(read())
"""


def test_every_way_in_asks(desk: BuiltProject, tmp_path: Path) -> None:
    found = ask(desk, tmp_path, WAYS)
    assert found["agent"] == ["low", "low", "low", False, "fresh"]
    assert found["chief"] == ["high", "high", "high", True, "done"]
    assert found["root"] == ["high", "high", "high", True, "done"]
    # Who has no role isn't kept from what agents are.
    assert found["visitor"] == ["low", "low", "low", False, "done"]
    assert found["admin"] == ["low", "high"]


CODE = """
def judge(row):
    try:
        row.full_clean()
    except ValidationError as error:
        return error.messages
    return []
found["nobody"] = judge(Ticket(title="secret", priority="high", cost=500))
form = forms.TicketForm({"title": "A", "priority": "high", "cost": "0"}, user=ann)
found["a form of somebody"] = [t for texts in form.errors.values() for t in texts]
form = forms.TicketForm({"title": "A", "priority": "high", "cost": "0"}, user=root)
found["a form of a superuser"] = form.errors
Member.objects.filter(pk=root.pk).update(is_active=False)
form = forms.TicketForm(
    {"title": "A", "priority": "high", "cost": "0"}, user=Member.objects.get(pk=root.pk)
)
found["who may not sign in"] = [t for texts in form.errors.values() for t in texts]
found["what is asked of them"] = sorted(list_closed(ann, ann))
"""


def test_nobody_is_asked_in_code_and_forms_ask_whose_they_are(
    desk: BuiltProject, tmp_path: Path
) -> None:
    assert ask(desk, tmp_path, CODE) == {
        "nobody": [],
        "a form of somebody": URGENT,
        "a form of a superuser": {},
        "who may not sign in": URGENT,
        "what is asked of them": ["level", "role"],
    }


UNBUILT = """
entity Room:
  size: int=1
  invariant: size >= max(Room.size) or role(chief)

entity Box:
  name: str required
  keeper: ref Member
  mine: computed keeper = current_user
  invariant: mine or name = "free"
"""


def test_what_would_let_only_superusers_save_is_not_built(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(PROJECT + UNBUILT, encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "app.dsl", "--output", "out")
    assert done.returncode == 1 and not (tmp_path / "out").exists()
    assert done.stdout.count("error[invariant-locks]") == 2
    assert "invariant: size >= max(Room.size) or role(chief)" in done.stdout
