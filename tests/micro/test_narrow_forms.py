"""What a form hasn't for a role is hidden from it nowhere else."""

import json
from pathlib import Path

from tests.projects import BuiltProject
from tests.rules.ruled_apps import build_app

PROJECT = """\
app shop
entity Member:
  auth: identity
  email: email required unique
  role: enum[clerk, guest]=guest
entity Item:
  name: str required
  note: str(40)
  cost: int
surface item_list "Items":
  uses entity Item
  mode: list
  ux:
    sort: cost
surface item_create "New item":
  uses entity Item
  mode: create
  ux:
    for guest:
      show: name, note
surface item_edit "Edit item":
  uses entity Item
  mode: edit
  ux:
    for guest:
      show: name
      hide: note
"""
SCRIPT = """
import json
from core.models import *
from django.contrib.auth.models import Group
from django.test import Client
from django.test.utils import setup_test_environment
setup_test_environment()
for name, cost in (("A", 3), ("B", 1), ("C", 2)):
    Item.objects.create(name=name, note="hush", cost=cost)
found = {}
for role in ("guest", "clerk"):
    member = Member.objects.create(email=f"{role}@example.com", role=role)
    member.groups.add(Group.objects.get(name="Members"))
    client = Client(HTTP_HOST="localhost")
    client.force_login(member)
    page = client.get("/items/")
    own = client.get("/items/new/").context["form"].fields
    edited = client.get(f"/items/{Item.objects.get(name='A').pk}/edit/").context["form"].fields
    client.post("/items/new/", {"name": role, "note": "x", "cost": "9"})
    found[role] = [
        [each.name for each in page.context["object_list"]],
        list(page.context["view"].columns), sorted(own), sorted(edited),
        Item.objects.get(name=role).cost,
    ]
print(json.dumps(found))
"""


def ask(built: BuiltProject) -> dict[str, list[object]]:
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    found: dict[str, list[object]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_show_of_a_form_is_about_that_form(tmp_path: Path) -> None:
    built = build_app(tmp_path, "shop", PROJECT)
    whole = ["cost", "name", "note"]
    rows = ["B", "C", "A"]
    assert ask(built) == {
        "guest": [rows, ["name", "note", "cost"], ["name", "note"], ["name"], None],
        "clerk": [["B", "C", "A", "guest"], ["name", "note", "cost"], whole, whole, 9],
    }
    done = built.manage("test", "core")
    assert done.returncode == 0, done.stderr
