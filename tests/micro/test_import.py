"""Data in: what a file changes, and that a preview writes nothing."""

import pytest

from tests.micro.things import ask, build_things
from tests.projects import BuiltProject


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The project of things."""
    return build_things(tmp_path_factory.mktemp("things"))


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


def test_two_lines_about_the_same_row_are_refused(built: BuiltProject) -> None:
    script = r"""
fill()
page = upload("code;what it is\n-1;Renamed\n-1;Renamed again\n")
print(json.dumps([errors(page), count(page)]))
"""
    errors, counts = ask(built, script)
    assert errors == [[3, "–", "Line 2 is about the same row."]]
    assert counts == [0, 1, 0, 1]


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
        [0, 1, 0, 0], 302, "Renamed", False, "part", "+49 1", 999, "-1234.50", False
    ]  # fmt: skip


def test_nothing_changes_that_the_edit_page_lacks(built: BuiltProject) -> None:
    script = r"""
fill()
same = upload("code,weight\n-1,-0.5\n")
other = upload("code,name,weight\n-1,Renamed,7\n5,New,7\n")
print(json.dumps([count(same), count(other), errors(other)]))
"""
    same, other, errors = ask(built, script)
    assert same == [0, 0, 1, 0]
    assert other == [1, 0, 0, 1]
    assert errors == [[2, "weight", "This can’t be changed."]]


def test_keys_that_no_row_can_have(built: BuiltProject) -> None:
    script = f"""
page = upload("id,code,name\\n{"9" * 30},9,New\\n")
print(json.dumps([len(errors(page)), count(page)]))
"""
    assert ask(built, script) == [1, [0, 0, 0, 1]]


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


def test_rows_refer_to_rows_above(built: BuiltProject) -> None:
    script = r"""
page = upload("Code,Name,Part of,Box\n1,Shed,,Attic\n2,Door,Shed,\n")
status = confirm(page)
print(json.dumps([count(page), status, Item.objects.get(code="2").part_of.code]))
"""
    assert ask(built, script) == [[2, 0, 0, 0], 302, "1"]


def test_a_preview_writes_nothing_and_tells_nobody(built: BuiltProject) -> None:
    script = r"""
from contextlib import ExitStack
from django.db import connection
from django.db.models import signals
from django.test.utils import CaptureQueriesContext
fill()
heard = []
for signal in (signals.pre_save, signals.post_save, signals.m2m_changed):
    signal.connect(lambda sender, **kwargs: heard.append(sender.__name__), sender=Item, weak=False)
text = "Code,Name,Part of\n-1,Renamed,\n1,Shed,\n2,Renamed,\n3,Door,Shed\n"
with CaptureQueriesContext(connection) as queries:
    page = upload(text)
verbs = {query["sql"].split()[0] for query in queries.captured_queries}
told = list(heard)
status = confirm(page)
print(json.dumps([count(page), told, sorted(verbs), status, len(heard)]))
"""
    counts, told, verbs, status, heard = ask(built, script)
    assert (counts, told) == ([2, 2, 0, 0], [])
    assert verbs == ["SELECT"]
    assert (status, heard) == (302, 8)


def test_others_write_while_a_preview_is_made(built: BuiltProject) -> None:
    script = r"""
import sqlite3
from unittest import mock
from django.conf import settings
from pages.csv_import import Importer
waits, process_line = [], Importer.process_line
def write_meanwhile(*args):
    other = sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=0)
    try:
        other.execute("BEGIN IMMEDIATE")
        other.rollback()
    except sqlite3.OperationalError as error:
        waits.append(str(error))
    other.close()
    return process_line(*args)
with mock.patch.object(Importer, "process_line", write_meanwhile):
    page = upload("Code,Name\n1,a\n2,b\n")
print(json.dumps([count(page), waits]))
"""
    assert ask(built, script) == [[2, 0, 0, 0], []]


def test_lines_clash_with_what_earlier_lines_change(built: BuiltProject) -> None:
    script = r"""
fill()
keys = dict(Item.objects.values_list("code", "pk"))
page = upload(f"id,Code,Name\n{keys['-1']},9,a\n,9,b\n{keys['2']},2,c\n")
print(json.dumps([errors(page), count(page)]))
"""
    errors, counts = ask(built, script)
    assert errors == [[3, "Code", "Item with this Code already exists."]]
    assert counts == [0, 2, 0, 1]


def test_what_others_change_meanwhile_stays(built: BuiltProject) -> None:
    script = r"""
fill()
page = upload("Code,Name\n-1,Renamed\n")
Item.objects.filter(code="-1").update(count=99, name="Theirs")
status = confirm(page)
item = Item.objects.get(code="-1")
print(json.dumps([status, item.name, item.count]))
"""
    assert ask(built, script) == [302, "Renamed", 99]


def test_errors_of_the_database_are_told_by_line(built: BuiltProject) -> None:
    script = r"""
from django.db import IntegrityError
from django.db.models import signals
def refuse(instance, **kwargs):
    if instance.code == "2":
        raise IntegrityError("a trigger")
signals.pre_save.connect(refuse, sender=Item)
page = upload("Code,Name\n1,a\n2,b\n")
[content] = re.findall('name="content" value="([^"]+)"', page)
answer = client.post("/items/import/", {"content": content})
print(json.dumps([answer.status_code, errors(answer.content.decode()), Item.objects.count()]))
"""
    clash = "This clashes with something that is there already."
    assert ask(built, script) == [409, [[3, "–", clash]], 0]


def test_rows_without_a_key_refer_to_each_other(built: BuiltProject) -> None:
    script = r"""
page = upload("Label,Under\nTop,\nMiddle,Top\nMiddle,Top\nLow,Middle\n", "nodes")
one = upload("Label,Under\nTop,\nMiddle,Top\nLow,Middle\n", "nodes")
status = confirm(one, "nodes")
print(json.dumps([errors(page), status, str(Node.objects.get(label="Low").under.under)]))
"""
    [[number, column, error]], status, top = ask(built, script)
    assert (number, column) == (5, "Under")
    assert "Several are called" in error
    assert (status, top) == (302, "Top")
