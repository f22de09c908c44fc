"""An app whose records are put away instead of being deleted, and scripts that ask it."""

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

entity House:
  name: str required unique
  gone_at: datetime
  gone_by: ref Member
  open: computed count(repairs) "Open"
  soft_delete: gone_at by gone_by

entity Repair:
  title: str required
  code: str unique
  house: ref House required cascade
  status: enum[fresh "Fresh", done "Done"]=fresh
  plan: file
  gone_at: datetime
  gone_by: ref Member
  soft_delete: gone_at by gone_by
  permit:
    list: role(agent) or role(chief)
    read: role(agent) or role(chief)
    create: role(agent) or role(chief)
    update: role(agent) or role(chief)
    delete: role(chief)
  forbid:
    delete: status = done
  audit: all

entity Note:
  repair: ref Repair required cascade
  text: str required

entity Visit:
  name: str required
  repair: ref Repair
  audit: all

entity Invoice:
  repair: ref Repair required
  amount: int required

entity Tool:
  code: str pk
  name: str required
  away: datetime
  soft_delete: away

@use crud_surface_set(entity_name=House, title_field=name)
@use crud_surface_set(entity_name=Repair, title_field=title)
@use crud_surface_set(entity_name=Note, title_field=text)
@use crud_surface_set(entity_name=Visit, title_field=name)
@use crud_surface_set(entity_name=Invoice, title_field=amount)
@use crud_surface_set(entity_name=Tool, title_field=name)
"""
SETTINGS = '[project]\nname = "desk"\n[features]\nimport = true\npdf = true\n'
PREPARE = """
import csv, io, json, re
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
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

def name(rows):
    return sorted(map(str, rows))

def say(response):
    return [str(each) for each in response.context["messages"]]

def kept(model):
    entries = AuditEntry.objects.filter(content_type__model=model._meta.model_name)
    return [[each.who, each.operation, each.object_name] for each in entries.order_by("pk")]

ann, chief = add("ann"), add("chief", role="chief")
root = add("root", is_superuser=True, is_staff=True)
clients = {each.name: sign_in(each) for each in (ann, chief, root)}
boss = clients["chief"]
home = House.objects.create(name="Home")
def put(title, **values):
    return Repair.objects.create(**{"title": title, "house": home, "code": title, **values})
found = {}
"""


def build_put_away(folder: Path, text: str = PROJECT) -> BuiltProject:
    """The app, migrated."""
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    done = run_dazzle(folder, "build", "--output", "out")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("desk", folder / "out" / BACKEND)
    done = built.manage("migrate", "-v0")
    assert done.returncode == 0, done.stderr
    return built


def ask_put_away(built: BuiltProject, script: str) -> Any:
    """What a script finds in an app that has its people, and a house; also where it fails."""
    tried = (
        f"try:\n    exec({script!r})\nexcept Exception as error:\n    found['error'] = repr(error)"
    )
    code = f"{PREPARE}\n{tried}\nprint(json.dumps(found, default=str))"
    done = built.manage("shell", "-v0", "-c", code)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
