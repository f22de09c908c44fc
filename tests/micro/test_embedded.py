"""Records that are parts of others: edited in their forms, shown on their pages, gone with them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
app inn
entity User:
  email: email required unique
  role: enum[clerk, boss]=clerk
entity Guest:
  name: str required
  passport: embeds Passport required
  home: embeds Address "At home"
  work: embeds Address "At work"
  permit:
    list: true
    read: true
    create: true
    update: true
    delete: true
entity Passport:
  number: str(20) required unique
  note: str
  audit: all
entity Address:
  street: str
  town: str required
  code: str sensitive
  is_fixed: bool=false
  permit:
    list: true
    read: true
    create: true
    update: role(boss) or is_fixed = false
    delete: true
surface guest_list "Guests":
  uses entity Guest
  mode: list
surface guest_view "Guest":
  uses entity Guest
  mode: view
surface guest_create "New guest":
  uses entity Guest
  mode: create
  section main:
    field name
    field home
    field work
surface guest_edit "Edit the guest":
  uses entity Guest
  mode: edit
"""
SCRIPT = """
import json
from core.models import Address, Guest, Passport, User
from django.test import Client
from django.test.utils import setup_test_environment
from records.audit.models import AuditEntry
from records.members import add_to_members
setup_test_environment()
def sign_in(role):
    user = User.objects.create_user(email=f"{role}@example.com", role=role)
    add_to_members(user)
    (client := Client(HTTP_HOST="localhost")).force_login(user)
    return client
clerk, boss = sign_in("clerk"), sign_in("boss")
found = {}
def lay_out(name, **parts):
    sent = {"name": name}
    for part, values in parts.items():
        sent |= {f"{part}-form-count": 1, **{f"{part}-0-{k}": v for k, v in values.items()}}
    return sent
def read():
    return [[each.name, each.passport.number, *(
        getattr(getattr(each, part, None), "town", None) for part in ("home", "work"))]
        for each in Guest.objects.order_by("name")]
new = "/guests/new/"
form = clerk.get(new).content.decode()
found["asked"] = [name for name in ("passport-0-number", "home-0-town", "work-0-town",
    "passport-0-guest", "home-0-guest_home", "home-0-guest_work") if f'name="{name}"' in form]
found["marked"] = ["home-0-form-remove" in form, "passport-0-form-remove" in form,
    'value="home" formnovalidate' in form]
found["lacking"] = [clerk.post(new, sent).status_code for sent in (lay_out("Ada"),
    lay_out("Ada", passport={"number": ""}), lay_out("Ada", passport={}),
    lay_out("Ada", passport={"number": "P1", "form-remove": 1}, home={"street": "Lane"}))]
found["nobody"] = Guest.objects.count() + Passport.objects.count() + Address.objects.count()
found["made"] = [clerk.post(new, lay_out("Ada", passport={"number": "P1"},
    home={"town": "York"}, work={"town": ""})).status_code, read()]
clerk.post(new, lay_out("Bob", passport={"number": "P2"}, home={"town": "Ely"}))
ada, bob = Guest.objects.order_by("name")
page = clerk.get(f"{ada.get_absolute_url()}?tab=home").content.decode()
found["shown"] = ["York" in page, "At work" in page,
    "P1" in clerk.get(f"{ada.get_absolute_url()}?tab=passport").content.decode()]
edit = f"{ada.get_absolute_url()}edit/"
def send(client, **parts):
    return [client.post(edit, lay_out("Ada", **parts)).status_code, read()[0]]
def about(row, **values):
    return {"form-key": row.pk, **values}
found["changed"] = send(clerk, home=about(ada.home, town="Hull"), work={"town": "Bath"})
found["forged"] = [send(clerk, home=values) for values in (
    about(bob.home, town="Mine"), about(Guest.objects.get(pk=ada.pk).work, town="Mine"),
    about(bob.passport, town="Mine"), {"town": "Second"})]
found["moved"] = [send(clerk, home=about(ada.home, town="Hull", guest_home=bob.pk,
    guest_work=bob.pk, guest_home_id=bob.pk, id=bob.home.pk)), read()[1]]
found["kept"] = send(clerk, passport=about(ada.passport, number="P1", **{"form-remove": 1}))
found["taken"] = send(clerk, passport=about(ada.passport, number="P2"))
found["emptied"] = send(clerk, home=about(ada.home, town="Hull", **{"form-remove": 1}))
Address.objects.filter(guest_work=ada).update(is_fixed=True)
work = Address.objects.get(guest_work=ada)
found["fixed"] = [send(each, work=about(work, town="Deal")) for each in (clerk, boss)]
found["pages"] = [clerk.get(f"/{name}/").status_code for name in ("addresses", "passports")]
found["audited"] = AuditEntry.objects.filter(object_key=str(ada.passport.pk)).count()
ada.refresh_from_db()
confirm = clerk.get(f"{ada.get_absolute_url()}delete/").content.decode()
found["deleted"] = ["P1" in confirm, clerk.post(f"{ada.get_absolute_url()}delete/").status_code,
    Address.objects.count(), Passport.objects.count()]
print(json.dumps(found, default=str))
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """An inn whose guests have a passport and addresses."""
    folder: Path = tmp_path_factory.mktemp("embedded")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert (done.returncode, "not-built" in done.stdout) == (0, False), done.stdout
    assert "field-added" in done.stdout
    built = BuiltProject("app", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    return built


@pytest.fixture(scope="module")
def found(built: BuiltProject) -> dict[str, Any]:
    """What a clerk and a boss see and do."""
    done = built.manage("shell", "-v0", "--no-imports", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


def test_project_has_no_findings(built: BuiltProject) -> None:
    assert built.manage("makemigrations", "--check").returncode == 0
    assert "no issues" in built.manage("check", "--fail-level", "WARNING").stdout


def test_form_asks_for_parts_and_not_for_their_owner(found: dict[str, Any]) -> None:
    assert found["asked"] == ["passport-0-number", "home-0-town", "work-0-town"]
    assert found["marked"] == [False, False, False]
    assert found["pages"] == [404, 404]


def test_record_is_made_with_its_parts_and_not_without_those_required(
    found: dict[str, Any],
) -> None:
    assert found["lacking"] == [200] * 4
    assert found["nobody"] == 0
    assert found["made"] == [302, [["Ada", "P1", "York", None]]]


def test_page_of_the_record_shows_its_parts(found: dict[str, Any]) -> None:
    assert found["shown"] == [True, True, True]


def test_parts_are_changed_made_and_removed(found: dict[str, Any]) -> None:
    assert found["changed"] == [302, ["Ada", "P1", "Hull", "Bath"]]
    assert found["kept"] == [302, ["Ada", "P1", "Hull", "Bath"]]
    assert found["taken"] == [200, ["Ada", "P1", "Hull", "Bath"]]
    assert found["emptied"] == [302, ["Ada", "P1", None, "Bath"]]
    assert found["audited"] == 1


def test_forged_key_or_owner_changes_nothing(found: dict[str, Any]) -> None:
    assert found["forged"] == [[200, ["Ada", "P1", "Hull", "Bath"]]] * 4
    assert found["moved"] == [[302, ["Ada", "P1", "Hull", "Bath"]], ["Bob", "P2", "Ely", None]]


def test_rules_of_a_part_hold_in_the_form(found: dict[str, Any]) -> None:
    as_it_was, changed = ["Ada", "P1", None, "Bath"], ["Ada", "P1", None, "Deal"]
    assert found["fixed"] == [[302, as_it_was], [302, changed]]


def test_parts_go_with_their_owner(found: dict[str, Any]) -> None:
    assert found["deleted"] == [True, 302, 1, 1]
