"""Data in and out: what lists export, and what comes back in from a file."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

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
def upload(text):
    file = SimpleUploadedFile("items.csv", text if isinstance(text, bytes) else text.encode())
    return client.post("/items/import/", {"file": file}).content.decode()
def confirm(page):
    [content] = re.findall('name="content" value="([^"]+)"', page)
    return client.post("/items/import/", {"content": content}).status_code
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


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """A project of things that are kept in boxes, with everything that is optional."""
    folder = tmp_path_factory.mktemp("exchange")
    (folder / "app.dsl").write_text(f"module app\napp things\n{PROJECT}", encoding="utf-8")
    (folder / "dazzle.toml").write_text(SETTINGS, encoding="utf-8")
    done = run_dazzle(folder, "build", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    built = BuiltProject("things", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    return built


def ask(built: BuiltProject, script: str) -> Any:
    """What a script says at its end about the app."""
    done = built.manage("shell", "-v0", "-c", f"{START}\n{script}")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def read_rows(text: str, delimiter: str = ",") -> list[list[str]]:
    """The rows of a CSV file."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def test_for_programs(built: BuiltProject) -> None:
    text = ask(built, 'fill(); translation.activate("de"); print(json.dumps(export("csv")))')
    head, *rows = read_rows(text)
    assert head[:3] == ["Code", "What it is", "Where"]
    assert "Phone" not in head
    first, second = sorted(rows)
    assert first[:8] == ["'-1", "'=SUM(A1)", "Attic", "part", "-1234.50", "-0.5", "-3", "false"]
    assert first[8:] == ["2026-03-31", "2026-03-31T14:30:05+00:00"]
    assert second == ["2", 'a "b"; c,\r\nd €', "", "tool", "", "", "", "true", "", ""]


def test_for_spreadsheets(built: BuiltProject) -> None:
    text = ask(built, 'fill(); translation.activate("de"); print(json.dumps(export("excel")))')
    assert text.startswith("\ufeff")
    rows = sorted(read_rows(text.removeprefix("\ufeff"), ";")[1:])
    assert rows[0][1:8] == ["'=SUM(A1)", "Attic", "Spare part", "-1234,50", "-0,5", "-3", "Nein"]
    assert rows[0][8:] == ["31.03.2026", "31.03.2026 14:30:05"]


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("export", ["csv", "excel"])
def test_files_come_back(built: BuiltProject, language: str, export: str) -> None:
    script = f"""
fill(); translation.activate("{language}")
text = export("{export}")
again = count(upload(text))
before = list(Item.objects.order_by("code").values_list("code", "name", "box", "kind", "price",
    "weight", "count", "in_use", "bought"))
Item.objects.all().delete()
page = upload(text)
status = confirm(page)
after = list(Item.objects.order_by("code").values_list("code", "name", "box", "kind", "price",
    "weight", "count", "in_use", "bought"))
print(json.dumps([again, count(page), status, before == after]))
"""
    assert ask(built, script) == [[0, 0, 2, 0], [2, 0, 0, 0], 302, True]


def test_errors_by_row_and_column(built: BuiltProject) -> None:
    script = r"""
fill()
text = "Code,What it is,Where,Kind,Price,In use,Bought,Unknown\n" \
    "2,Same code,Attic,HAND TOOL,1.50,yes,2026-01-02,x\n" \
    "3,,Cellar,toy,dear,perhaps,32.13.2026,\n" \
    "\n" \
    "4,Fine,,,,,,\n4,Twice,,,,,,\n"
page = upload(text)
print(json.dumps([errors(page), count(page), "content" in re.findall('name="(.*?)"', page),
    Item.objects.count(), "Unknown" in page]))
"""
    errors, counts, can_confirm, kept, says_unknown = ask(built, script)
    columns = ["What it is", "Where", "Kind", "Price", "In use", "Bought"]
    assert sorted(column for number, column, _ in errors if number == 3) == sorted(columns)
    assert [row[:2] for row in errors if row[0] != 3] == [[6, "Code"]]  # a second 4
    assert counts == [1, 1, 0, 2]
    assert (can_confirm, kept, says_unknown) == (False, 2, True)


def test_values_of_columns_that_a_file_lacks_stay(built: BuiltProject) -> None:
    script = r"""
fill()
page = upload("code;what it is\n-1;Renamed\n")
status = confirm(page)
item = Item.objects.get(code="-1")
print(json.dumps([count(page), status, item.name, item.in_use, item.kind, item.owner_phone,
    item.seen.microsecond, str(item.price), "+49" in page]))
"""
    assert ask(built, script) == [
        [0, 1, 0, 0], 302, "Renamed", False, "part", "+49 1", 0, "-1234.50", False
    ]  # fmt: skip


def test_limits(built: BuiltProject) -> None:
    script = r"""
pages = [upload("code\n" + "x\n" * 2001), upload(b"x" * 1_100_000), upload(b"\0\1"), upload("a\nb")]
print(json.dumps([re.findall('(?s)invalid-feedback.*?>(.*?)</div>', page) for page in pages]))
"""
    found = [messages[0] for messages in ask(built, script)]
    assert "more than 2000 rows" in found[0]
    assert "larger than" in found[1]
    assert "text file" in found[2]
    assert "none of the column titles" in found[3]


def test_many_rows_take_little_memory(built: BuiltProject) -> None:
    script = """
import tracemalloc
Item.objects.bulk_create([Item(code=str(n), name="word " * 20, box=box) for n in range(20_000)],
    batch_size=1000)
found = []
export("csv")  # what is loaded once doesn't count
for name in ("csv", "excel"):
    tracemalloc.start()
    size = sum(map(len, client.get(f"/items/?export={name}").streaming_content))
    found.append([size, tracemalloc.get_traced_memory()[1]])
    tracemalloc.stop()
answers = [client.get(f"/items/?export={name}&page=2", follow=True) for name in ("pdf", "print")]
print(json.dumps([found, ["more than 1000 rows" in a.content.decode() for a in answers]]))
"""
    found, refused = ask(built, script)
    for size, peak in found:
        assert size > 2_500_000
        assert peak < 6_000_000
    assert refused == [True, True]


def test_pdf(built: BuiltProject) -> None:
    script = """
fill()
pages = ["/items/", Item.objects.first().get_absolute_url()]
answers = [client.get(page, {"export": "pdf"}) for page in pages]
print(json.dumps([[a["Content-Type"], a["Content-Disposition"], a.content[:5].decode()]
    for a in answers]))
"""
    listed, single = ask(built, script)
    assert listed == ["application/pdf", 'inline; filename="Things- all-any.pdf"', "%PDF-"]
    assert single[::2] == ["application/pdf", "%PDF-"]


def test_without_features(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "out/django_micro"
    names = {path.name for path in folder.rglob("*")}
    assert not names & {"pdf.py", "imports.py", "importing.py", "fonts", "import.html"}
    assert "fpdf2" not in (folder / "requirements.txt").read_text(encoding="utf-8")
    assert "Import" not in (folder / "core/views.py").read_text(encoding="utf-8")
