"""An app whose offers change their state by themselves, and scripts that ask it."""

import json
from pathlib import Path
from typing import Any

from tests.projects import BACKEND, BuiltProject, run_dazzle

PROJECT = """\
app offers "Offers"

entity Member:
  auth: identity
  email: email required unique
  name: str required
  role: enum[agent "Agent", chief "Chief"]=agent

entity Offer:
  title: str required
  state: enum[draft "Draft", sent "Sent", lapsed "Lapsed", asked "Asked again", shut "Shut"]=draft
  contact: str
  note: str
  transitions:
    draft -> sent
    sent -> lapsed: auto after 7 days
    lapsed -> asked: requires contact and role(chief) auto after 2 hours or manual
    asked -> draft
    * -> shut: auto after 90 days
    track: true
  invariant: state != lapsed or note != "keep"
    message: "What is kept doesn't lapse"
  permit:
    list: true
    read: true
    create: true
    update: role(chief)
  audit: all

entity Line:
  offer: ref Offer required cascade
  text: str required

@use crud_surface_set(entity_name=Offer, title_field=title)
@use crud_surface_set(entity_name=Line, title_field=text)

surface offer_news "News":
  uses entity Offer
  mode: list
  access: public
  section main:
    field state "State"
"""
PREPARE = """
import io, json, re
from datetime import timedelta
from unittest import mock
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.test.utils import setup_test_environment
from django.utils import timezone
from core.models import *
from records.audit.models import AuditEntry
from records.members import add_to_members
from records.tracking.models import StateChange
setup_test_environment()

def sign_in(name, **values):
    person = Member.objects.create_user(f"{name}@example.com", name=name, **values)
    add_to_members(person)
    client = Client(HTTP_HOST="localhost")
    client.force_login(person)
    return client

ann, chief = sign_in("ann"), sign_in("chief", role="chief")

def put(title, state, **values):
    '''A row that has had its state for some time.'''
    since = timezone.now() - timedelta(**values.pop("ago", {}))
    return Offer.objects.create(title=title, state=state, state_since=since, **values)

def read():
    return dict(Offer.objects.order_by("title").values_list("title", "state"))

def advance():
    '''What the command says and how it ends.'''
    said, wrong, status = io.StringIO(), io.StringIO(), 0
    try:
        call_command("advance", stdout=said, stderr=wrong)
    except CommandError as error:
        status = str(error)
    keys = re.compile(r" [(][0-9a-f-]{36}[)]")
    return [keys.sub("", text) for text in (said.getvalue(), wrong.getvalue())] + [status]

found = {}
"""


def build_offers(folder: Path) -> BuiltProject:
    """The app, built and migrated."""
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    built = BuiltProject("offers", folder / "out" / BACKEND)
    done = built.manage("migrate", "--verbosity=0")
    assert done.returncode == 0, done.stdout + done.stderr
    return built


def ask_offers(built: BuiltProject, script: str) -> Any:
    """What a script finds there."""
    done = built.manage("shell", "-v0", "-c", f"{PREPARE}{script}\nprint(json.dumps(found))")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
