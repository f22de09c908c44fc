"""A project whose parcels have computed values of every type, and what its pages say of them."""

import csv
import json
from io import StringIO
from typing import Any

from tests.micro.documents import list_faults, read_document, read_text
from tests.micro.pdf_texts import read_pdf
from tests.projects import BuiltProject

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
def read(address, coding="utf-8", **query):
    answer = browser.get(address, query)
    assert answer.status_code == 200, (address, answer.status_code)
    parts = answer.streaming_content if answer.streaming else [answer.content]
    return b"".join(parts).decode(coding)
def send(address, **data):
    return browser.post(address, data).content.decode()
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
days = mock.patch("records.functions.today", return_value=date(2026, 4, 1))
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
with mock.patch("records.functions.today", return_value=date(2026, 6, 1)):
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


def run(built: BuiltProject, script: str, **variables: str) -> dict[str, Any]:
    """The answers that a script gathers in a fresh database."""
    assert built.manage("migrate", "--verbosity=0", **variables).returncode == 0
    done = built.manage("shell", "-v0", "-c", f"{START}\n{script}", **variables)
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


def read_related(page: str) -> list[list[str]]:
    """The lines of the table on the page of a record: headings, rows, sums."""
    return [[read_text(cell) for cell in row] for row in read_document(page).iter("tr")]


def read_names(page: str) -> list[str]:
    return [row["Name"] for row in read_rows(page)]


def read_facts(page: str) -> dict[str, str]:
    """Title of a fact → what the page shows of it."""
    assert list(list_faults(page)) == []
    lists = (one for one in read_document(page).iter("dl") if one.get("class") == "facts")
    facts = (fact for one in lists for fact in one)
    return {read_text(fact.find("dt")): read_text(fact.find("dd")) for fact in facts}


def read_errors(page: str) -> list[str]:
    """What a form says of the whole of what it refused, and then of single values."""
    document = read_document(page)
    boxes = (one for one in document.iter("div") if "alert-danger" in one.get("class", ""))
    whole = (one for box in boxes for one in box.iter("p") if one.get("class") == "mb-0")
    fields = (one for one in document.iter("div") if "invalid-feedback" in one.get("class", ""))
    return [*map(read_text, whole), *map(read_text, fields)]


def read_csv(text: str) -> list[dict[str, str]]:
    """The rows of a CSV file: title of a column → text."""
    return list(csv.DictReader(StringIO(text)))


def read_sheet(answer: str) -> list[str]:
    """The texts of a PDF that a script read as Latin-1."""
    return read_pdf(answer.encode("latin-1"))
