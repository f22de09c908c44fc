"""Computed values on the pages of an emitted app: lists, records, forms, files and the admin."""

import csv
import json
from html import unescape
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Finder
from tests.micro.documents import list_faults, read_document, read_text
from tests.projects import BuiltProject, run_dazzle

START = """\
import json
from core.models import *
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from unittest import mock
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext
browser = Browser(HTTP_HOST="localhost")
browser.force_login(get_user_model().objects.create_superuser("tester"))
answers = {}
def read(address, **query):
    answer = browser.get(address, query)
    assert answer.status_code == 200, (address, answer.status_code)
    parts = answer.streaming_content if answer.streaming else [answer.content]
    return b"".join(parts).decode()
def list_queries(address, **query):
    with CaptureQueriesContext(connection) as queries:
        read(address, **query)
    return [each["sql"] for each in queries]
"""

PROJECT = """\
app shop "Shop"
enum Terms:
  now "At once"
  later "Later on"
entity Client:
  name: str required
  terms: Terms
  salary: decimal(8, 2) sensitive
entity Parcel:
  name: str required
  client: ref Client
  due: date
  sent: datetime
  back: datetime
  weight: decimal(6, 3)
  parts: computed sum(items.price) "Sum of parts"
  taxed: computed round(parts * 1.2, 2)
  number_of: computed count(items)
  share: computed parts * 100 / sum(Item.price)
  heavy: computed weight * 2
  late: computed due < today
  reminder: computed due + 7d
  away: computed back - sent
  came: computed back
  terms: computed client.terms
  whom: computed client
  label: computed name + " for " + client.name
  twice: computed client.salary * 2
  days: computed days_until(due)
entity Item:
  name: str required
  parcel: ref Parcel required cascade
  price: money required
  carrier: computed parcel.client
surface parcel_list "Parcels":
  uses entity Parcel
  mode: list
  section main:
    field name
    field parts
    field taxed
    field number_of
    field share
    field heavy
    field late
    field reminder
    field away
    field came
    field terms
    field whom "For whom"
    field label
    field twice
    field days hidden=true
surface parcel_plain "Plain":
  uses entity Parcel
  mode: list
  section main:
    field name
surface parcel_sums "Sums":
  uses entity Parcel
  mode: list
  section main:
    field name
    field parts
    field number_of
    field late
surface parcel_order "Order":
  uses entity Parcel
  mode: list
  section main:
    field name
  ux:
    sort: parts desc
    filter: reminder
surface parcel_view "Parcel":
  uses entity Parcel
  mode: view
  section main:
    field name
    field parts "All parts"
    field away
    field terms
    field late
    field twice
surface parcel_edit "Edit":
  uses entity Parcel
  mode: edit
  section main:
    field name
    field parts
    field terms
surface item_list "Items":
  uses entity Item
  mode: list
  section main:
    field name
    field carrier
"""

FILL = """
kim = Client.objects.create(name="Kim <i>", terms="later", salary=Decimal("10.25"))
lee = Client.objects.create(name="Lee", terms="now")
one = Parcel.objects.create(name="One", client=kim, due=date(2026, 3, 1), weight=Decimal("0.125"),
    sent=datetime(2026, 1, 1, 8, tzinfo=UTC), back=datetime(2026, 1, 3, 9, 30, tzinfo=UTC))
two = Parcel.objects.create(name="Two", client=lee, due=date(2026, 5, 1),
    sent=datetime(2026, 1, 1, 8, tzinfo=UTC), back=datetime(2026, 1, 1, 7, tzinfo=UTC))
three = Parcel.objects.create(name="Three")
Item.objects.create(name="a", parcel=one, price=Decimal("1000.10"))
Item.objects.create(name="b", parcel=one, price=Decimal("0.20"))
Item.objects.create(name="c", parcel=two, price=Decimal("3000.60"))
days = mock.patch("pages.functions.today", return_value=date(2026, 4, 1))
days.start()
"""

LOOK = """
answers["list"] = read("/parcels/")
for name in ("parts", "-parts", "reminder", "-reminder", "terms", "-terms", "whom", "away"):
    answers[f"sort {name}"] = read("/parcels/", sort=name)
answers["sort twice"] = read("/parcels/", sort="twice")
for query in ({"late": "true"}, {"late": "false"}, {"terms": "later"}, {"terms": "-"},
        {"reminder_from": "2026-03-09"}, {"reminder_to": "2026-03-08"}, {"came_to": "2026-01-01"}):
    answers[f"filter {query}"] = read("/parcels/", **query)
for name in ("csv", "excel", "print"):
    answers[name] = read("/parcels/", export=name)
answers["order"] = read("/parcels/list/parcel-order/")
answers["order to"] = read("/parcels/list/parcel-order/", reminder_to="2026-03-08")
answers["view"] = read(f"/parcels/{one.pk}/")
answers["edit"] = read(f"/parcels/{one.pk}/edit/")
answers["refused"] = browser.post(f"/parcels/{one.pk}/edit/", {"name": ""}).content.decode()
answers["changed"] = browser.post(f"/parcels/{one.pk}/edit/", {"name": "Uno"}).status_code
answers["name"] = Parcel.objects.get(pk=one.pk).name
answers["items"] = read("/items/")
answers["admin"] = read("/admin/core/parcel/", o="-8")
answers["admin row"] = read(f"/admin/core/parcel/{one.pk}/change/")
answers["admin add"] = read("/admin/core/parcel/add/")
days.stop()
with mock.patch("pages.functions.today", return_value=date(2026, 6, 1)):
    answers["in June"] = read("/parcels/", late="true")
plain, sums = "/parcels/list/parcel-plain/", "/parcels/list/parcel-sums/"
Parcel.objects.exclude(pk=one.pk).delete()
answers["few queries"] = list_queries(sums), list_queries(plain)
for number in range(19):
    parcel = Parcel.objects.create(name=str(number), client=kim)
    Item.objects.create(name="x", parcel=parcel, price=1)
    Parcel.objects.create(name=f"empty {number}")
answers["many queries"] = list_queries(sums, size=50), list_queries(plain, size=50)
answers["csv queries"] = list_queries(sums, export="csv")
print(json.dumps(answers))
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What all pages of the project say."""
    folder = tmp_path_factory.mktemp("computed")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "not-built" not in done.stdout
    built = BuiltProject("app", folder / "out/django_micro")
    return run(built, FILL + LOOK)


def run(built: BuiltProject, script: str) -> dict[str, Any]:
    """The answers that a script gathers in a fresh database."""
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "-c", f"{START}\n{script}")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def read_rows(page: str) -> list[dict[str, str]]:
    """The rows of the list on a page: title of a column → text."""
    assert list(list_faults(page)) == []
    cells = [
        {td.get("data-label", ""): read_text(td) for td in row.iter("td")}
        for row in read_document(page).iter("tr")
    ]
    return [{title: text for title, text in row.items() if title} for row in cells if row]


def read_names(page: str) -> list[str]:
    return [row["Name"] for row in read_rows(page)]


def read_facts(page: str) -> dict[str, str]:
    """Title of a fact → what the page shows of it."""
    assert list(list_faults(page)) == []
    lists = (one for one in read_document(page).iter("dl") if one.get("class") == "facts")
    facts = (fact for one in lists for fact in one)
    return {read_text(fact.find("dt")): read_text(fact.find("dd")) for fact in facts}


def test_list_shows_each_type_as_people_read_it(answers: dict[str, Any]) -> None:
    rows = {row["Name"]: row for row in read_rows(answers["list"])}
    assert rows["One"] == {
        "Name": "One",
        "Sum of parts": "1,000.30",
        "Taxed": "1,200.36",
        "Number of": "2",
        "Share": "25.001875",
        "Heavy": "0.250",
        "Late": "✓Yes",
        "Reminder": "March 8, 2026",
        "Away": "2 days, 1 hour, 30 minutes",
        "Came": "Jan. 3, 2026, 9:30 a.m.",
        "Terms": "Later on",
        "For whom": "Kim <i>",
        "Label": "One for Kim <i>",
        "Twice": "••••••",
    }
    assert rows["Three"] == dict.fromkeys(rows["One"], "") | {
        "Name": "Three",
        "Sum of parts": "0.00",
        "Taxed": "0.00",
        "Number of": "0",
        "Share": "0",
        "Late": "✗No",
        "Label": "Three for ",
    }
    assert rows["Two"]["Away"] == "−1 hour"
    assert rows["Two"]["Share"] == "74.998125"


def test_lists_are_sorted_by_computed_values(answers: dict[str, Any]) -> None:
    found = {name: read_names(page) for name, page in answers.items() if "sort" in name}
    assert found == {
        "sort parts": ["Three", "One", "Two"],
        "sort -parts": ["Two", "One", "Three"],
        "sort reminder": ["One", "Two", "Three"],
        "sort -reminder": ["Two", "One", "Three"],
        "sort terms": ["Two", "One", "Three"],
        "sort -terms": ["One", "Two", "Three"],
        "sort whom": ["One", "Two", "Three"],
        "sort away": ["Two", "One", "Three"],
        "sort twice": ["One", "Three", "Two"],
    }
    assert read_names(answers["order"]) == ["Two", "One", "Three"]


def test_lists_are_narrowed_by_computed_values(answers: dict[str, Any]) -> None:
    found = {name: set(read_names(page)) for name, page in answers.items() if "filter" in name}
    assert found == {
        "filter {'late': 'true'}": {"One"},
        "filter {'late': 'false'}": {"Two", "Three"},
        "filter {'terms': 'later'}": {"One"},
        "filter {'terms': '-'}": {"Three"},
        "filter {'reminder_from': '2026-03-09'}": {"Two"},
        "filter {'reminder_to': '2026-03-08'}": {"One"},
        "filter {'came_to': '2026-01-01'}": {"Two"},
    }
    assert read_names(answers["order to"]) == ["One"]
    assert "Reminder: – March 8, 2026" in unescape(answers["order to"])


def test_today_is_the_day_on_which_the_page_is_read(answers: dict[str, Any]) -> None:
    assert set(read_names(answers["in June"])) == {"Uno", "Two"}


def test_files_have_computed_values_but_no_secrets(answers: dict[str, Any]) -> None:
    first, *rows = csv.reader(StringIO(answers["csv"]))
    assert "Twice" not in first
    lines = {row[0]: dict(zip(first, row, strict=True)) for row in rows}
    assert lines["One"] | {"Came": ""} == {
        "Name": "One",
        "Sum of parts": "1000.30",
        "Taxed": "1200.36",
        "Number of": "2",
        "Share": "25.001875",
        "Heavy": "0.250",
        "Late": "true",
        "Reminder": "2026-03-08",
        "Away": "P2DT01H30M00S",
        "Came": "",
        "Terms": "later",
        "For whom": "Kim <i>",
        "Label": "One for Kim <i>",
    }
    assert "49:30:00" in answers["excel"]
    assert "-1:00:00" in answers["excel"]
    assert "Later on" in answers["print"]
    assert "20.50" not in "".join(answers[name] for name in ("list", "csv", "excel", "print"))


def test_record_shows_computed_values(answers: dict[str, Any]) -> None:
    assert read_facts(answers["view"]) == {
        "Name": "One",
        "All parts": "1,000.30",
        "Away": "2 days, 1 hour, 30 minutes",
        "Terms": "Later on",
        "Late": "✓Yes",
        "Twice": "20.50",
    }


def test_forms_show_computed_values_as_text(answers: dict[str, Any]) -> None:
    for page in ("edit", "refused"):
        assert read_facts(answers[page]) == {"Sum of parts": "1,000.30", "Terms": "Later on"}
        assert 'name="parts"' not in answers[page]
    assert answers["changed"] == 302
    assert answers["name"] == "Uno"


def test_record_is_called_what_it_is_displayed_as(answers: dict[str, Any]) -> None:
    assert {row["Carrier"] for row in read_rows(answers["items"])} == {"Kim <i>", "Lee"}


def test_admin_shows_and_sorts_computed_values(answers: dict[str, Any]) -> None:
    page = answers["admin"]
    assert [page.index(f">{name}</a>") for name in ("Two", "Uno", "Three")] == sorted(
        page.index(f">{name}</a>") for name in ("Two", "Uno", "Three")
    )
    assert "1200.36" in page
    assert "1000.30" in answers["admin row"]
    assert "20.50" not in page + answers["admin row"]
    assert "Sum of parts" in answers["admin add"]


def test_number_of_queries_does_not_grow_with_rows(answers: dict[str, Any]) -> None:
    few, many = answers["few queries"], answers["many queries"]
    assert [len(each) for each in few] == [len(each) for each in many]
    assert len(answers["csv queries"]) <= len(many[0])
    rows, plain = many
    assert sum("core_item" in sql for sql in rows) == 1
    assert not any("core_item" in sql or "CASE WHEN" in sql for sql in plain)


BY_HAND = """
client = Client.objects.create(code="ACME-001", name="Acme", email="a@example.com", terms="14 days")
first = Invoice.objects.create(number="1", client=client, due_on=date(2020, 1, 31))
second = Invoice.objects.create(number="2", client=client, due_on=date(2020, 1, 31),
    paid_on=date(2020, 1, 30))
for position, (quantity, price, day) in enumerate([("3", "9.99", None), ("0.5", "100", None),
        ("1.333", "0.99", date(2026, 1, 1))], 1):
    Line.objects.create(invoice=first, position=position, description="x", delivered_on=day,
        quantity=Decimal(quantity), unit_price=Decimal(price))
answers["invoices"] = read("/invoices/", sort="number")
answers["invoice"] = read(f"/invoices/{first.pk}/")
answers["edit"] = read(f"/invoices/{first.pk}/edit/")
answers["lines"] = read("/lines/", sort="position")
answers["clients"] = read("/clients/")
answers["pdf"] = browser.get(f"/invoices/{first.pk}/", {"export": "pdf"}).status_code
print(json.dumps(answers))
"""


def test_totals_of_invoices_are_those_by_hand(find_built: Finder, tmp_path: Path) -> None:
    """Lines of 29.97, 50.00 and 1.32 make 81.29; a fifth of that is 16.26, and both are 97.55."""
    found = run(find_built("invoices").copy_to(tmp_path), BY_HAND)
    lines = [
        (row["Amount"], row["The client's payment terms"]) for row in read_rows(found["lines"])
    ]
    assert lines == [("29.97", "14 days"), ("50.00", "14 days"), ("1.32", "14 days")]
    facts = read_facts(found["invoice"])
    sums = {name: facts[name] for name in ("Net", "VAT (20 %)", "Total", "Lines to deliver")}
    assert sums == {
        "Net": "81.29",
        "VAT (20 %)": "16.26",
        "Total": "97.55",
        "Lines to deliver": "2",
    }
    listed = [
        (row["Total"], row["To deliver"], row["Overdue"]) for row in read_rows(found["invoices"])
    ]
    assert listed == [("97.55", "2", "✓Yes"), ("0.00", "0", "✗No")]
    assert read_facts(found["edit"]) == {"Total": "97.55"}
    assert [row["Turnover"] for row in read_rows(found["clients"])] == ["97.55"]
    assert found["pdf"] == 200


UNBUILT = """\
app desk "Desk"
entity Person:
  name: str required
  helpers: many_to_many Helper
  cars: computed count(helpers)
  fine: computed name + "!"
  mine: computed name = current_user.username
  also: computed not mine
  chief: computed role(boss)
entity Helper:
  name: str required
surface person_list:
  uses entity Person
  mode: list
  section main:
    field name
    field fine
    field cars
    field also
"""


def test_values_that_no_query_can_add_are_not_built(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(UNBUILT, encoding="utf-8")
    for command in (["validate", "app.dsl"], ["build", "app.dsl", "--output", "out"]):
        said = json.loads(run_dazzle(tmp_path, *command, "--json").stdout)
        [problem] = [each for each in said["problems"] if "`computed`" in each["message"]]
        places = [problem["line"], *(each["line"] for each in problem["related"])]
        assert (problem["code"], places) == ("not-built", [5, 7, 8, 9])
    built = BuiltProject("app", tmp_path / "out/django_micro")
    found = run(
        built,
        "Person.objects.create(name='Kim'); answers['list'] = read('/people/')\n"
        "print(json.dumps(answers))",
    )
    assert read_rows(found["list"]) == [{"Name": "Kim", "Fine": "Kim!"}]


ODD = """\
app odd "Odd"
entity Thing:
  name: str required
  other: ref Thing
  class: computed name + "a"
  count: computed count(other_things)
  first: computed name + "b"
  filter: computed name + "c"
  save: computed name + "d"
  objects: computed name + "e"
  other_id: computed name + "f"
  get_absolute_url: computed name + "g"
  media: computed name + "h"
  functions: computed name + "i"
  with_computed: computed name + "j"
entity ThingQuerySet:
  name: str required
  object: computed name + "z"
""" + "".join(
    f"surface {name}_list:\n  uses entity {name}\n  mode: list\n  section main:\n    field name\n"
    + "".join(f"    field {each}\n" for each in fields.split())
    for name, fields in {
        "Thing": "class count first filter save objects other_id get_absolute_url media functions"
        " with_computed",
        "ThingQuerySet": "object",
    }.items()
)


def test_computed_values_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(ODD, encoding="utf-8")
    assert run_dazzle(tmp_path, "build", "app.dsl", "--output", "out").returncode == 0
    built = BuiltProject("app", tmp_path / "out/django_micro")
    found = run(
        built,
        "Thing.objects.create(name='x')\nanswers['list'] = read('/things/')\n"
        "answers['admin'] = read('/admin/core/thing/')\nprint(json.dumps(answers))",
    )
    [row] = read_rows(found["list"])
    assert list(row.values()) == ["x", "xa", "0", *(f"x{letter}" for letter in "bcdefghij")]
    assert built.manage("test").returncode == 0
