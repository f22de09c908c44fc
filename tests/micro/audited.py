"""An app that keeps what became of its records, and scripts that ask it."""

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
  phone: str sensitive
  role: enum[agent "Agent", chief "Chief"]=agent
  audit: all

entity Ticket:
  title: str required
  status: enum[fresh "New", taken "Taken", done "Done"]=fresh
  assignee: ref Member
  hours: decimal(6,2)=0
  due: date
  code: str sensitive
  seen_at: datetime auto_update
  transitions:
    fresh -> taken
    taken -> done
  permit:
    list: role(agent) or role(chief)
    read: role(agent) or role(chief)
    create: role(chief)
    update: role(chief)
    delete: role(chief)
  audit: all

entity Note:
  ticket: ref Ticket required cascade
  text: str required
  audit: [create, delete]

entity Tag:
  number: int pk
  name: str required
  audit: [update]

entity Plain:
  name: str required

@use crud_surface_set(entity_name=Member, title_field=name)
@use crud_surface_set(entity_name=Ticket, title_field=title)
@use crud_surface_set(entity_name=Note, title_field=text)
@use crud_surface_set(entity_name=Tag, title_field=name)
@use crud_surface_set(entity_name=Plain, title_field=name)
"""
SETTINGS = '[project]\nname = "desk"\n[features]\nimport = true\n'
PREPARE = """
import csv, io, json, re
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, setup_test_environment
from core.models import *
from records.audit.models import AuditEntry
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

def kept(model=None):
    entries = AuditEntry.objects.order_by("pk").select_related("user")
    name = model and model._meta.model_name
    entries = entries.filter(content_type__model=name) if model else entries
    return [tell(each) for each in entries]

def tell(entry):
    who = entry.who or None
    return [who, entry.operation, entry.object_name, dict(sorted(entry.changes.items()))]

def forget():
    AuditEntry.objects.all().delete()

def say(response):
    return [str(each) for each in response.context["messages"]]

ann, chief = add("ann"), add("chief", role="chief")
root = add("root", is_superuser=True, is_staff=True)
clients = {each.name: sign_in(each) for each in (ann, chief, root)}
boss = clients["chief"]
forget()
found = {}
"""


def build_audited(folder: Path, text: str = PROJECT) -> BuiltProject:
    """The app, migrated."""
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    done = run_dazzle(folder, "build", "--output", "out", "--strict")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("desk", folder / "out" / BACKEND)
    done = built.manage("migrate", "-v0")
    assert done.returncode == 0, done.stderr
    return built


def ask_audited(built: BuiltProject, script: str) -> Any:
    """What a script finds in an app that has its people, and nothing else yet."""
    code = f"{PREPARE}\n{script}\nprint(json.dumps(found, default=str))"
    done = built.manage("shell", "-v0", "-c", code)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
