"""An app whose records have versions, and scripts that ask it."""

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
  role: enum[agent "Agent", chief "Chief", guest "Guest", clerk, typist, reader, blind]=agent

entity Ticket:
  title: str required
  text: text
  cost: decimal(8, 2)=0
  due: date
  done: bool
  owner: ref Member
  state: enum[fresh "New", shut "Shut"]=fresh
  code: str sensitive
  revision: int=1
  transitions:
    fresh -> shut
  invariant: cost <= 100 or role(chief)
    message: "Too dear"
  permit:
    list: true
    read: not role(blind)
    create: role(agent) or role(chief)
    update: not role(guest)
  versions: revision
  history: true

entity Note:
  text: str required
  size: enum[small, mid, large]=small
  version: int=1
  versions: version

surface ticket_list:
  uses entity Ticket
  mode: list
surface ticket_view:
  uses entity Ticket
  mode: view
  access: persona(agent, chief, guest, clerk, reader, blind)
  ux:
    for guest:
      hide: cost
    for clerk:
      hide: cost
      scope: done = false
    for reader:
      read_only: true
surface ticket_create:
  uses entity Ticket
  mode: create
surface ticket_edit:
  uses entity Ticket
  mode: edit
  ux:
    for chief:
      hide: due
@use crud_surface_set(entity_name=Note, title_field=text)
"""
PREPARE = """
import datetime, json, re
from decimal import Decimal
from django.core.exceptions import ValidationError
from django.test import Client
from django.test.utils import setup_test_environment
from core.models import *
from records.audit.models import AuditEntry
from records.members import add_to_members
setup_test_environment()

def sign_in(name, **values):
    person = Member.objects.create_user(f"{name}@example.com", name=name, **values)
    add_to_members(person)
    client = Client(HTTP_HOST="localhost")
    client.force_login(person)
    return person, client

(ann, agent), (cleo, chief), (gus, guest) = (
    sign_in("ann"), sign_in("cleo", role="chief"), sign_in("gus", role="guest")
)

def say(answer):
    return [str(each) for each in answer.context["messages"]]

def read(row):
    row.refresh_from_db()
    return [row.title, row.revision]

def restore(client, row, number, **sent):
    place = f"/tickets/{row.pk}/versions/{number}/restore/"
    return say(client.post(place, sent, follow=True))[-1:]

found = {}
"""


def build_versioned(folder: Path) -> BuiltProject:
    """The app, built and migrated."""
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "not-built" not in done.stdout, done.stdout
    built = BuiltProject("desk", folder / "out" / BACKEND)
    done = built.manage("migrate", "--verbosity=0")
    assert done.returncode == 0, done.stdout + done.stderr
    return built


def ask_versioned(built: BuiltProject, script: str) -> Any:
    """What a script finds there."""
    done = built.manage("shell", "-v0", "-c", f"{PREPARE}{script}\nprint(json.dumps(found))")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
