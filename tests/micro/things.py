"""A project of things that are kept in boxes, to take data out of and into."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from tests.projects import BuiltProject, run_dazzle

SETTINGS = """\
[project]
name = "things"
version = "0.1.0"
root = "app"

[modules]
paths = ["."]

[features]
pdf = true
import = true
"""
PROJECT = """\
entity Shelf:
  room: str required
entity Box:
  display_field: shelf
  shelf: ref Shelf required
entity Item "Item":
  code: str(20) required unique
  name: str required
  box: ref Box
  kind: enum[tool "Hand tool", part "Spare part"]=tool
  price: decimal(10, 2)
  weight: float
  count: int=1
  in_use: bool=true
  bought: date
  seen: datetime
  owner_phone: str pii(category=contact)
  part_of: ref Item
  noted_on: date=today
entity Node:
  id: int pk
  label: str required
  under: ref Node
surface node_list "Nodes":
  uses entity Node
  mode: list
surface node_create "New node":
  uses entity Node
  mode: create
surface item_list "Things: all/any":
  uses entity Item
  mode: list
  section main:
    field code "Code"
    field name "What it is"
    field box "Where"
    field kind "Kind"
    field price "Price"
    field weight "Weight"
    field count "How many"
    field in_use "In use"
    field bought "Bought"
    field seen "Last seen"
    field owner_phone "Phone"
surface item_view "Item":
  uses entity Item
  mode: view
surface item_edit "Change the item":
  uses entity Item
  mode: edit
  section main:
    field code
    field name
    field box
    field kind
    field price
    field count
    field in_use
    field bought
    field seen
    field owner_phone
    field part_of
    field noted_on
surface item_create "Add an item":
  uses entity Item
  mode: create
"""
START = """\
import datetime, json, re, sys
from decimal import Decimal
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation
from core.models import *
client = Client(HTTP_HOST="localhost")
people = get_user_model().objects
client.force_login(people.first() or people.create_superuser("tester"))
def export(name):
    return b"".join(client.get(f"/items/?export={name}").streaming_content).decode()
def upload(text, rows="items"):
    file = SimpleUploadedFile("rows.csv", text if isinstance(text, bytes) else text.encode())
    return client.post(f"/{rows}/import/", {"file": file}).content.decode()
def confirm(page, rows="items"):
    [content] = re.findall('name="content" value="([^"]+)"', page)
    return client.post(f"/{rows}/import/", {"content": content}).status_code
def count(page):
    return [int(n) for n in re.findall(r"<li><b>(\\d+)</b>", page)]
def errors(page):
    found = re.findall(r"<tr><td>(\\d+)</td><td>(.*?)</td><td>(.*?)</td></tr>", page)
    return [[int(number), *rest] for number, *rest in found]
Item.objects.all().delete(), Box.objects.all().delete(), Shelf.objects.all().delete()
box = Box.objects.create(shelf=Shelf.objects.create(room="Attic"))
def fill():
    moment = datetime.datetime(2026, 3, 31, 14, 30, 5, 999, tzinfo=datetime.UTC)
    Item.objects.create(code="-1", name="=SUM(A1)", box=box, kind="part", in_use=False,
        price=Decimal("-1234.50"), weight=-0.5, count=-3, seen=moment,
        bought=datetime.date(2026, 3, 31), owner_phone="+49 1")
    Item.objects.create(code="2", name='a "b"; c,\\r\\nd €', count=None)
"""


def build_things(folder: Path, more: str = "") -> BuiltProject:
    """The project with everything that is optional, perhaps with more pages, migrated."""
    (folder / "app.dsl").write_text(f"module app\napp things\n{PROJECT}{more}", encoding="utf-8")
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    done = run_dazzle(folder, "build", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    built = BuiltProject("things", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    return built


def ask(built: BuiltProject, script: str, **variables: str) -> Any:
    """What a script says at its end about the app."""
    done = built.manage("shell", "-v0", "-c", f"{START}\n{script}", **variables)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def read_rows(text: str, delimiter: str = ",") -> list[list[str]]:
    """The rows of a CSV file."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
