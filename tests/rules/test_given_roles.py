"""Roles decide what rules permit, so only somebody who may give rights gives one."""

import json
from pathlib import Path

import pytest

from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
app library
entity User:
  email: email required unique
  role: enum[reader, librarian]=reader
  floor: int
  nickname: str
entity Secret:
  name: str required
  floor: int
  scope:
    read: role(librarian) or floor = current_user.floor
@use crud_surface_set(entity_name=User, title_field=email)
@use crud_surface_set(entity_name=Secret, title_field=name)
"""
SCRIPT = """
import json
from core.models import *
from django.test import Client
from django.urls import reverse
from pages.testing import add_account
def sign_in(account):
    client = Client(HTTP_HOST="localhost")
    client.force_login(account)
    return client
reader, other = add_account("reader"), add_account("other")
owner = sign_in(User.objects.create_superuser("owner@example.com"))
client = sign_in(reader)
def edit(client, row, role):
    data = {"email": row.email, "role": role}
    return client.post(f"/users/{row.pk}/edit/", data).status_code
def set_role(client, row, role):
    return client.post(f"/users/{row.pk}/set/role/", {"role": role}).status_code
def read(row):
    return User.objects.get(pk=row.pk).role
def add(client, email, role):
    client.post("/users/new/", {"email": email, "role": role})
    return list(User.objects.filter(email=email).values_list("role", flat=True))
found = {}
edit(client, reader, "librarian"), set_role(client, reader, "librarian")
edit(client, other, "librarian"), set_role(client, other, "librarian")
client.post("/users/change/", {"row": [reader.pk], "confirmed": "1", "change-role": "=librarian"})
found["taken"] = [read(reader), read(other)]
found["made"] = [add(client, "a@example.com", "librarian"), add(client, "b@example.com", "reader")]
found["kept"] = edit(client, reader, "reader")
found["given"] = [edit(owner, reader, "librarian"), read(reader),
    set_role(owner, other, "librarian"), read(other), add(owner, "c@example.com", "librarian")]
floor = {"email": reader.email, "role": "librarian", "nickname": "x"}
client.post(f"/users/{reader.pk}/edit/", floor | {"floor": "3"})
found["floor"] = [User.objects.get(pk=reader.pk).floor]
client.post(f"/users/{reader.pk}/edit/", floor)
found["nickname"] = User.objects.get(pk=reader.pk).nickname
owner.post(f"/users/{reader.pk}/edit/", floor | {"floor": "3"})
found["floor"].append(User.objects.get(pk=reader.pk).floor)
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    return ask_app(tmp_path_factory.mktemp("roles"), PROJECT)


def ask_app(folder: Path, text: str) -> dict[str, object]:
    """What people make of their roles, and what somebody does who may give rights."""
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("library", folder / "out/django_micro")
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    said: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return said


def test_nobody_takes_a_role(found: dict[str, object]) -> None:
    assert found["taken"] == ["reader", "reader"]
    assert found["made"] == [[], ["reader"]]


def test_nobody_takes_what_transitions_ask_for(tmp_path: Path) -> None:
    states = "  state: enum[a, b]=a\n  transitions:\n    a -> b: "
    text = PROJECT.replace("  scope:\n    read: ", states)
    assert "scope" not in text
    found = ask_app(tmp_path, text)
    assert found["taken"] == ["reader", "reader"]
    assert found["floor"] == [None, 3]


def test_nobody_takes_what_rules_ask_for(found: dict[str, object]) -> None:
    assert found["floor"] == [None, 3]
    assert found["nickname"] == "x"


def test_who_gives_rights_gives_roles(found: dict[str, object]) -> None:
    assert found["kept"] == 302
    assert found["given"] == [302, "librarian", 302, "librarian", ["librarian"]]
