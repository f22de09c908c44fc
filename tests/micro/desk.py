"""A help desk whose tickets have states, and scripts that ask it."""

import json
from pathlib import Path
from typing import Any

from tests.projects import BACKEND, BuiltProject, run_dazzle

PROJECT = """\
app desk "Desk"

entity Member:
  auth: identity
  email: email required unique
  name: str required
  role: enum[agent "Agent", chief "Chief"]=agent

entity Ticket:
  title: str required
  status: enum[fresh "New", taken "Taken", done "Done", shut "Shut"]=fresh
  assignee: ref Member
  hours: int=0
  transitions:
    fresh -> taken: requires assignee
    taken -> done: requires assignee and hours > 0
    done -> taken: role(chief)
    * -> shut: role(chief) or assignee = current_user
    track: true

entity Note:
  text: str required
  state: enum[a, b, c]
  transitions:
    a -> b
    b -> c: text contains "x"

@use crud_surface_set(entity_name=Ticket, title_field=title)
@use crud_surface_set(entity_name=Note, title_field=text)
"""
SETTINGS = '[project]\nname = "desk"\n[features]\nimport = true\n'
PREPARE = """
import json, re
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import setup_test_environment
from core.models import *
from records.members import add_to_members
setup_test_environment()

def add(name, **values):
    person = Member.objects.create_user(f"{name}@example.com", name=name, **values)
    add_to_members(person)
    return person

def sign_in(person):
    client = Client(HTTP_HOST="localhost")
    client.force_login(person)
    return client

def put(status, **values):
    made = Ticket.objects.create(title="T", **values)
    Ticket.objects.filter(pk=made.pk).update(status=status)
    return Ticket.objects.get(pk=made.pk)

def read(row):
    return Ticket.objects.values_list("status", flat=True).get(pk=row.pk)

def say(response):
    return [str(each) for each in response.context["messages"]]

def press(client, row, state, before=None):
    sent = {"state-before": read(row) if before is None else before}
    return say(client.post(f"/tickets/{row.pk}/to/{state}/", sent, follow=True))

def see(client, row):
    page = client.get(f"/tickets/{row.pk}/")
    steps = page.context["transitions"]["steps"]
    return {each["title"]: list(each["reasons"]) for each in steps}

def offer(form, name="status"):
    return [value for value, _ in form.fields[name].widget.choices]

ann, bob = add("ann"), add("bob")
chief = add("chief", role="chief")
root = add("root", is_superuser=True, is_staff=True)
clients = {each.name: sign_in(each) for each in (ann, bob, chief, root)}
found = {}
"""


def build_desk(folder: Path, text: str = PROJECT) -> BuiltProject:
    """The app, migrated."""
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    done = run_dazzle(folder, "build", "--output", "out", "--strict")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("desk", folder / "out" / BACKEND)
    done = built.manage("migrate", "-v0")
    assert done.returncode == 0, done.stderr
    return built


def ask_desk(built: BuiltProject, folder: Path, script: str) -> Any:
    """What a script finds in an app that has its people, and no tickets yet."""
    copy = built.copy_to(folder / BACKEND)
    code = f"{PREPARE}\n{script}\nprint(json.dumps(found))"
    done = copy.manage("shell", "-v0", "-c", code)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
