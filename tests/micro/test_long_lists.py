"""Long lists whose rows follow from what they refer to: the same rows, however they are found."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.projects import BuiltProject, run_dazzle

DSL = """\
app visits "Visits"

entity Team:
  name: str(40) required

entity Person:
  auth: identity
  email: email required unique
  role: enum[nurse, clerk]=nurse
  team: ref Team

entity Client:
  name: str(80) required
  team: ref Team

entity Visit:
  title: str(80) required
  day: date required
  client: ref Client
  length: int required
  doubled: computed length * 2
  scope:
    list: client.team = current_user.team
      as: nurse
    list: all
      as: clerk

surface visit_list "Visits":
  uses entity Visit
  mode: list
  section main:
    field title
    field day
    field length
    field doubled

surface days_list "Days":
  uses entity Visit
  mode: list
  section main:
    field day
    field doubled
  ux:
    sort: day, doubled desc
"""
SCRIPT = """\
import datetime, json, operator
from core.models import Client, Person, Team, Visit
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext, setup_test_environment
from records.members import add_to_members
from pages.paging import FEW, LimitedPaginator, find_rows

setup_test_environment()

days = [datetime.date(2026, 1, 1) + datetime.timedelta(n) for n in range(400)]
teams = [Team.objects.create(name=name) for name in "abc"]
clients = [Client.objects.create(name=n, team=t) for n, t in zip("xyzw", teams + [None])]
sizes = [4 * FEW + 5, 30, 4 * FEW, 7]
Visit.objects.bulk_create(
    Visit(title=f"{n * 7919 % 10007}", day=days[n % 400], client=client, length=n)
    for client, size in zip(clients, sizes) for n in range(size)
)
browsers = {}
for name, role, team in (("many", "nurse", 0), ("few", "nurse", 1), ("all", "clerk", 0)):
    person = Person.objects.create_user(email=f"{name}@example.com", role=role, team=teams[team])
    add_to_members(person)
    browsers[name] = Browser()
    browsers[name].force_login(person)
expected = {"many": [0], "few": [1], "all": [0, 1, 2, 3]}
orders = {order: operator.attrgetter(order) for order in ("title", "day", "length")}
orders["doubled"] = orders["length"]
PATHS = {"": "/visits/list/days-list/"}
orders[""] = lambda row: (row.day, -row.length)
answers = []
def name_way(queries):
    for sql in (query["sql"] for query in queries if " LIMIT " in query["sql"]):
        if "CROSS JOIN" in sql:
            return "in order"
        if sql.startswith('SELECT "core_visit"."id" AS "pk"'):
            return "keys in order" if "EXISTS(" in sql else "sorted keys"
def ask(name, order, sign, page, rows, **given):
    with CaptureQueriesContext(connection) as queries:
        path = PATHS.get(order, "/visits/")
        asked = {"page": page, "sort": f"{sign}{order}", **given}
        found = browsers[name].get(path, asked)
    shown = [row.pk for row in found.context["page_obj"].object_list]
    first = (page - 1) * 20
    answers.append({
        "asked": " ".join([name, f"{sign}{order}", str(page), *given]),
        "is_right": bool(shown) and shown == [row.pk for row in rows[first:first + 20]],
        "way": name_way(queries),
    })
for name, numbers in expected.items():
    rows = list(Visit.objects.filter(client__in=[clients[number] for number in numbers]))
    for order, key in orders.items():
        for sign in ("", "-") if order else ("",):
            rows.sort(key=lambda row: row.pk, reverse=bool(sign) or not order)
            rows.sort(key=key, reverse=bool(sign))
            for page in (1, 2) if name == "few" else (1, 2, 6, 201):
                ask(name, order, sign, page, rows)
            if order == "day":
                late = [row for row in rows if row.day >= days[10]]
                ask(name, order, sign, 1, late, day_from=days[10])
turned = Visit.objects.filter(client__team=teams[0]).order_by("day", "pk").reverse()
page = LimitedPaginator(turned, 20).get_page(1)
answers.append({
    "asked": "turned round",
    "is_right": list(find_rows(page)) == list(turned[:20]),
    "way": None,
})
print(json.dumps(answers))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Each page that was asked for."""
    folder: Path = tmp_path_factory.mktemp("visits")
    (folder / "app.dsl").write_text(DSL, encoding="utf-8")
    assert run_dazzle(folder, "build").returncode == 0
    built = BuiltProject("visits", folder / "build/django_micro")
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_pages_have_their_rows_in_order(answers: list[dict[str, Any]]) -> None:
    assert len(answers) == 9 * (4 + 2 + 4) + 3 * 2 + 1
    assert [each["asked"] for each in answers if not each["is_right"]] == []


def test_rows_are_found_in_the_way_that_is_sooner(answers: list[dict[str, Any]]) -> None:
    """Those of many that follow from others, where an index has their order."""
    found = {each["asked"]: each["way"] for each in answers if each["way"]}
    signs = [f"{sign}{order}" for order in ("title", "day", "length") for sign in ("", "-")]
    expected = {f"many {sign} {page}": "in order" for sign in signs for page in (1, 2, 6)}
    # Where nearly all others come before them.
    expected |= {f"many {sign} 201": "sorted keys" for sign in signs}
    expected |= {f"many {sign} 1 day_from": "keys in order" for sign in ("day", "-day")}
    assert found == expected
