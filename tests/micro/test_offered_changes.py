"""Buttons and inputs of pages, which are there only where their action would go through."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.projects import BACKEND, BuiltProject, run_dazzle

PROJECT = """\
app club "Club"
entity Member:
  auth: identity
  email: email required unique
  name: str required
  role: enum[guide, chair, guest]=guest
  card: has_one Card
entity Card:
  number: str required
  member: ref Member required
entity Walk:
  title: str required
  permit:
    list: role(guide) or role(chair)
    read: role(guide) or role(chair)
@use crud_surface_set(entity_name=Member, title_field=name)
@use crud_surface_set(entity_name=Walk, title_field=title)
surface card_view:
  uses entity Card
  mode: view
surface card_edit:
  uses entity Card
  mode: edit
  ux:
    for guide:
      read_only: true
"""
SCRIPT = """
import json, re
from django.contrib.auth.models import Permission
from django.test import Client
from django.test.utils import setup_test_environment
from core.models import Card, Member
from records.members import add_to_members
setup_test_environment()
def sign_in(name, **values):
    person = Member.objects.create_user(f"{name}@example.com", name=name, **values)
    add_to_members(person)
    client = Client(HTTP_HOST="localhost")
    client.force_login(person)
    return person, client
(ann, guide), (cleo, chair) = sign_in("ann", role="guide"), sign_in("cleo", role="chair")
kim = sign_in("kim", role="chair")[0]
(gus, guest), (root, superuser) = sign_in("gus"), sign_in("root", is_superuser=True, role="chair")
cleo.user_permissions.add(*Permission.objects.filter(codename="change_permission"))
card = Card.objects.create(number="1", member=gus)
found = {"edit": {}, "role": {}, "sent": {}}
for name, client in {"ann": guide, "cleo": chair, "gus": guest, "root": superuser}.items():
    page = client.get(f"/members/{gus.pk}/").content.decode()
    found["edit"][name] = [f"/cards/{card.pk}/edit/" in page,
        client.get(f"/cards/{card.pk}/edit/").status_code]
    page = client.get("/members/").content.decode()
    found["role"][name] = [f"/members/{x.pk}/set/role/" in page for x in (gus, kim, cleo)]
    found["sent"][name] = []
    for person, role in ((gus, "chair"), (kim, "")):
        client.post(f"/members/{person.pk}/set/role/", {"role": role})
        found["sent"][name].append(Member.objects.get(pk=person.pk).role)
        Member.objects.filter(pk=person.pk).update(role=person.role)
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What each of four people is offered, and what becomes of what they send."""
    folder: Path = tmp_path_factory.mktemp("club")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("club", folder / "out" / BACKEND)
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


def test_form_that_is_closed_to_somebody_has_no_button_at_the_only_record(
    found: dict[str, Any],
) -> None:
    open_form = [True, 200]
    assert found["edit"] == {
        "ann": [False, 403],
        "cleo": open_form,
        "gus": open_form,
        "root": open_form,
    }


def test_role_is_changed_in_a_list_only_by_those_who_may_give_it(found: dict[str, Any]) -> None:
    kept = ["guest", "chair"]
    # What somebody hasn't got they neither give nor take.
    assert found["sent"] == {
        "ann": kept,
        "cleo": ["guest", ""],
        "gus": kept,
        "root": ["chair", ""],
    }
    assert found["role"] == {
        "ann": [False, False, False],
        "cleo": [False, True, False],
        "gus": [False, False, False],
        "root": [True, True, True],
    }
