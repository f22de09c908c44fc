"""A project of customers and their orders, to look at pages of records and at the start page."""

import json
from pathlib import Path
from typing import Any

from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
entity Customer:
  name: str required
entity Order:
  display_field: number
  number: str required
  customer: ref Customer required cascade
  status: enum[open, in_progress "In progress", done, overdue, cancelled]=open
  total: money(EUR)
  weight: decimal(12, 3)
  paid: bool
  gift: bool=false
  details: json
  note: text
  link: url
  scan: file sensitive
  photo: image
  due: date
  made: datetime auto_add
entity Complaint:
  text: str required
  customer: ref Customer nullify
entity Contract:
  name: str required
  customer: ref Customer required restrict
""" + "".join(
    f"surface {entity.lower()}_{mode}:\n  uses entity {entity}\n  mode: {mode}\n"
    for entity in ("Customer", "Order", "Complaint", "Contract")
    for mode in ("list", "view", "create")
)
START = """\
import json, re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client
from core.models import *
client = Client(HTTP_HOST="localhost")
people = get_user_model().objects
client.force_login(people.first() or people.create_superuser("tester"))
for model in (Contract, Complaint, Order, Customer):
    model.objects.all().delete()
def read(address, **query):
    return client.get(address, query).content.decode()
def find_section(page, mark):
    return page[page.index(mark):].partition("</section>")[0]
"""


def build_orders(folder: Path) -> BuiltProject:
    """The project, migrated."""
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    built = BuiltProject("app", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    return built


def ask(built: BuiltProject, script: str) -> Any:
    """What a script says at its end about the app."""
    done = built.manage("shell", "-v0", "-c", f"{START}\n{script}")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
