"""Invariants on the pages of an app: what people read when they break one, and where."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
app club
entity Court:
  name: str required
  size: int required
  least: int=1
  open: bool=true
  kind: enum[grass, clay]
  opened: date
  shut: date
  owner: ref Member
  booked_at: datetime auto_add
  invariant: size > 0
    message: "Too small, by 100%"
    code: SIZE
  invariant: shut is null or shut >= opened
    message: "It shuts before it opens"
  invariant: kind != clay or open
    message: "Clay is open"
  invariant: owner.age >= 18 or owner is null
    message: "Not a child's"
  invariant: count(matches) <= 1
    message: "One match"
  invariant: least <= size
    message: "More than there is"
  invariant: shut is null or shut > booked_at
    message: "Shut when it was booked"
entity Member:
  name: str required
  age: int
entity Locker:
  name: str required
  is_free: bool=false
  holder: ref Member
  invariant: is_free or holder is not null
    message: "Somebody holds it"
entity Desk:
  name: str required
  holder: ref Member
  invariant: name contains "free" or holder is not null
    message: "Somebody holds it"
entity Match:
  name: str required
  court: ref Court
surface member_list "Members":
  uses entity Member
  mode: list
surface member_view "Member":
  uses entity Member
  mode: view
surface court_list "Courts":
  uses entity Court
  mode: list
  section main:
    field name "Name"
    field kind "Kind"
    field open "Open"
surface court_create "New court":
  uses entity Court
  mode: create
surface court_edit "Court":
  uses entity Court
  mode: edit
  section main:
    field name "Name"
    field kind "Kind"
    field open "Open"
    field opened "Opened"
    field shut "Shut"
surface court_view "Court":
  uses entity Court
  mode: view
"""
SETTINGS = '[project]\nname = "club"\n[features]\nimport = true\n'
SCRIPT = """\
import datetime, json, re
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.utils import setup_test_environment
from core.models import *
setup_test_environment()
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("tester"))
def send(address, _form="form", **values):
    response = client.post(address, values)
    form = response.context and response.context.get(_form)
    return form.errors if form else response.status_code
def tell(address, values):
    response = client.post(address, values, follow=True)
    return [str(each) for each in response.context["messages"]]
day = datetime.date(2126, 5, 1)
child, adult = (Member.objects.create(name="x", age=age) for age in (9, 18))
broken = {"name": "A", "size": "0", "least": "5", "kind": "clay", "opened": "2126-05-02",
    "shut": "2126-05-01", "owner": child.pk}
found = {"all": send("/courts/new/", **broken)}
found["missing"] = send("/courts/new/", name="A", size="", open="on")
found["unreadable"] = send("/courts/new/", name="A", size="x", least="1", open="on")
found["past"] = send("/courts/new/", name="A", size="1", open="on", shut="2000-01-01",
    opened="2000-01-01")
right = {"name": "A", "size": "2", "open": "on", "owner": adult.pk, "shut": "2126-05-01",
    "opened": "2126-05-01"}
found["right"] = send("/courts/new/", **right)
court = Court.objects.get()
edit = f"{court.get_absolute_url()}edit/"
for name in "ab":
    Match.objects.create(name=name, court=court)
found["others"] = send(edit, name="B", opened="2126-05-01", shut="2126-05-01")
Match.objects.all().delete()
found["edit"] = send(edit, name="B", opened="2126-05-01", shut="2126-05-01")
Member.objects.update(age=3)
found["elsewhere"] = send(edit, name="C", opened="2126-05-01", shut="2126-05-01")
Member.objects.update(age=30)
Court.objects.filter(pk=court.pk).update(kind="clay", open=True)
found["inline"] = tell(f"/courts/{court.pk}/set/open/", {"open": "false"})
other = Court.objects.create(name="D", size=1, open=False)
both = {"row": [court.pk, other.pk], "confirmed": "1", "change-kind": "=clay"}
found["bulk"] = tell("/courts/change/", both)
found["bulk kept"] = [Court.objects.get(name="D").kind]
found["quick"] = send("/courts/add/", **{"quick-name": "E", "quick-size": "0"})
file = SimpleUploadedFile("a.csv", b"Name,Size,Opened,Shut,Open\\nE,0,2126-05-02,2126-05-01,yes\\n")
page = client.post("/courts/import/", {"file": file})
found["import"] = [each.errors for each in page.context["outcomes"]]
admin = "/admin/core/court/add/"
found["admin"] = client.post(admin, broken).context["adminform"].form.errors
key = f"/admin/core/court/{court.pk}/change/"
found["admin edit"] = client.post(key, broken).context["adminform"].form.errors
for made in (Locker, Desk):
    holder = Member.objects.create(name="H")
    place = made.objects.create(name="Place", holder=holder)
    page = f"{holder.get_absolute_url()}delete/"
    found[made.__name__] = [
        "This can’t be deleted" in client.get(page).content.decode(),
        client.post(page).status_code,
        client.post("/members/delete/", {"row": holder.pk, "confirmed": "1"}).status_code,
    ]
    where = f"/admin/core/member/{holder.pk}/delete/"
    said = [client.get(where), client.post(where, {"post": "yes"})]
    several = {"action": "delete_selected", "_selected_action": holder.pk, "post": "yes"}
    said.append(client.post("/admin/core/member/", several))
    found[f"{made.__name__} in the admin"] = [
        all("Somebody holds it" in answer.content.decode() for answer in (*said, client.get(page))),
        Member.objects.filter(pk=holder.pk).exists(),
    ]
    place.is_free, place.name = True, "free"
    place.save()
    found[made.__name__].append(client.post(page).status_code)
from django.core.exceptions import ValidationError
try:
    Court(name="", size=0, least=7, booked_at=None).full_clean()
except ValidationError as error:
    found["codes"] = {k: [e.code for e in each] for k, each in error.error_dict.items()}
    found["clean"] = error.message_dict
print(json.dumps(found))
"""
ABOVE = "__all__"
SMALL = "Too small, by 100%"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What the pages of the project answer, by name."""
    folder = tmp_path_factory.mktemp("club")
    (folder / "dsl").mkdir()
    (folder / "dsl/app.dsl").write_text(PROJECT, encoding="utf-8")
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    done = run_dazzle(folder, "build", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "not-built" not in done.stdout
    built = BuiltProject("club", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answers


def test_all_broken_rules_are_told_at_once(found: Mapping[str, Any]) -> None:
    assert found["all"] == {
        "size": [SMALL],
        "owner": ["Not a child's"],
        ABOVE: ["It shuts before it opens", "Clay is open", "More than there is"],
    }
    assert found["right"] == found["edit"] == 302


def test_value_that_is_missing_or_cannot_be_read_is_told_alone(found: Mapping[str, Any]) -> None:
    assert found["missing"] == {"size": ["This field is required."]}
    assert found["unreadable"] == {"size": ["Enter a whole number."]}


def test_new_row_is_judged_by_the_moment_that_it_will_have(found: Mapping[str, Any]) -> None:
    assert found["past"] == {"shut": ["Shut when it was booked"]}


def test_form_tells_of_fields_that_it_lacks(found: Mapping[str, Any]) -> None:
    assert found["others"] == {ABOVE: ["One match"]}
    assert found["elsewhere"] == {ABOVE: ["Not a child's"]}
    assert found["quick"] == {"size": [SMALL], ABOVE: ["More than there is"]}


def test_changes_in_a_list_are_refused_with_the_message(found: Mapping[str, Any]) -> None:
    assert found["inline"] == ["Clay is open"]
    assert found["bulk"] == ["Clay is open"]
    assert found["bulk kept"] == [""]


def test_file_is_refused_with_the_messages(found: Mapping[str, Any]) -> None:
    above = [["", "It shuts before it opens"], ["", "More than there is"]]
    assert found["import"] == [[["Size", SMALL], *above]]


def test_admin_tells_the_same(found: Mapping[str, Any]) -> None:
    for page in ("admin", "admin edit"):
        assert found[page]["size"] == [SMALL]
        assert set(found[page][ABOVE]) >= {"Clay is open", "More than there is"}


@pytest.mark.parametrize("entity", ["Locker", "Desk"])
def test_row_stays_without_which_another_would_break_a_rule(
    found: Mapping[str, Any], entity: str
) -> None:
    assert found[entity] == [True, 409, 409, 302]


def test_programs_are_told_the_code(found: Mapping[str, Any]) -> None:
    assert found["codes"] == {"name": ["blank"], "size": ["SIZE"], ABOVE: [None]}
    assert found["clean"]["size"] == [SMALL]


@pytest.mark.parametrize("entity", ["Locker", "Desk"])
def test_admin_and_pages_say_why_a_row_stays(entity: str, found: Mapping[str, Any]) -> None:
    assert found[f"{entity} in the admin"] == [True, True]
