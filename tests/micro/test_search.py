"""The search of an emitted app, against the plainest search that there is."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.projects import BuiltProject, run_dazzle

SEARCH = """\
import json, random
from django.db import connection
from django.test import RequestFactory
from django.contrib.auth.models import AnonymousUser
from core.models import Task
from core.views import TaskListView
from records.trigrams import find_candidates

chance = random.Random(7)
LETTERS = "abcd ÄäéEİΣσςß%_\\"'*-"

def spell(length):
    return "".join(chance.choice(LETTERS) for _ in range(length))

def search(text):
    view = TaskListView()
    request = RequestFactory().get("/", {"q": text})
    request.user = AnonymousUser()
    view.setup(request)
    view.object_list = view.get_queryset()
    return {row.pk for row in view.filter_queryset(view.object_list)}

def fold(text):  # SQLite knows only the sizes of ASCII letters
    return "".join(c.lower() if c.isascii() else c for c in text)

def compare(wrong):
    rows = list(Task.objects.all())
    for text in [spell(chance.randint(1, 6)) for _ in range(250)]:
        words = fold(text[:200]).split()
        wanted = {
            row.pk for row in rows
            if all(any(w in fold(t) for t in (row.title, row.description)) for w in words)
        }
        if search(text) != wanted:
            wrong.append(text)

wrong = []
Task.objects.bulk_create(Task(title=spell(9), description=spell(20)) for _ in range(150))
compare(wrong)
for row in Task.objects.all()[:40]:
    row.title = spell(12)
    row.save()
Task.objects.filter(pk__in=[row.pk for row in Task.objects.all()[60:90]]).delete()
connection.cursor().execute("VACUUM")
compare(wrong)
used = find_candidates(Task.objects.all(), ["title"], ["abc"]) is not None
print(json.dumps({"wrong": wrong, "used": used}))
"""


def run_search(project: BuiltProject) -> dict[str, object]:
    done = project.manage("shell", "-v0", "-c", SEARCH)
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.fixture
def copy(task_project: BuiltProject, tmp_path: Path) -> BuiltProject:
    return task_project.copy_to(tmp_path / "copy")


def test_search_finds_just_what_holds_all_words(copy: BuiltProject) -> None:
    assert run_search(copy) == {"wrong": [], "used": True}


def test_search_needs_no_index(copy: BuiltProject) -> None:
    statements = "c.execute('DROP TABLE core_task__search')"
    triggers = "".join(
        f"c.execute('DROP TRIGGER \"core_task__search_{name}\"'); "
        for name in ("insert", "update", "delete")
    )
    code = f"from django.db import connection; c = connection.cursor(); {triggers}{statements}"
    assert copy.manage("shell", "-v0", "-c", code).returncode == 0
    assert run_search(copy) == {"wrong": [], "used": False}


def test_index_is_mended_when_tables_are_migrated(copy: BuiltProject) -> None:
    code = """from django.db import connection; c = connection.cursor()
c.execute('DROP TRIGGER "core_task__search_insert"')"""
    assert copy.manage("shell", "-v0", "-c", code).returncode == 0
    assert copy.manage("migrate", "-v0").returncode == 0
    assert run_search(copy) == {"wrong": [], "used": True}


BOOKS = """\
app shelf
entity Book:
  title: str required
  blurb: text
  notes: str(50)
surface book_list "Books":
  uses entity Book
  mode: list
"""
LOOK = """\
from core.models import Book
from records.search import search_rows
from records.trigrams import find_candidates
def find(text):
    return [book.title for book in search_rows(Book.objects.all(), Book.search_fields, text)]
"""


@dataclass
class Shelf:
    """A project of books that changes."""

    folder: Path

    @property
    def project(self) -> BuiltProject:
        return BuiltProject("shelf", self.folder / "out/django_micro")

    def rebuild(self, text: str) -> None:
        """Build the project anew, and bring its tables up to date."""
        (self.folder / "shelf.dsl").write_text(text, encoding="utf-8")
        done = run_dazzle(self.folder, "build", "shelf.dsl", "--output", "out", "--allow-data-loss")
        assert done.returncode == 0, done.stdout + done.stderr
        done = self.project.manage("migrate", "-v0")
        assert done.returncode == 0, done.stderr

    def look(self, value: str, before: str = "") -> object:
        """The value of an expression in the app."""
        code = f"import json\n{before}\nprint(json.dumps({value}))"
        done = self.project.manage("shell", "-v0", "-c", code)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])


def test_searched_fields_may_change_and_go(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.rebuild(BOOKS)
    make = 'Book.objects.create(title="Emma", blurb="green", notes="worn")'
    assert shelf.look('[find("gree"), find("worn")]', LOOK + make) == [["Emma"], ["Emma"]]
    changed = BOOKS.replace("  blurb: text\n", "")
    shelf.rebuild(changed.replace("notes: str(50)", "remarks: str(80) was=notes"))
    make = 'Book.objects.create(title="Persuasion", remarks="worn too")'
    found = shelf.look('[find("gree"), sorted(find("worn"))]', LOOK + make)
    assert found == [[], ["Emma", "Persuasion"]]
    assert (
        shelf.look(
            'find_candidates(Book.objects.all(), Book.search_fields, ["worn"]) is not None', LOOK
        )
        is True
    )


def test_index_goes_with_its_table(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.rebuild(BOOKS)
    start = "from django.db import connection; c = connection.cursor()"
    names = "c.execute(\"SELECT name FROM sqlite_master WHERE name GLOB 'core_book*'\").fetchall()"
    found = shelf.look(names, start)
    assert ["core_book__search_insert"] in found  # type: ignore[operator]
    shelf.rebuild("app shelf\nentity Reader:\n  name: str\n")
    assert shelf.look(names, start) == []


def test_old_databases_do_without_an_index(copy: BuiltProject) -> None:
    code = """from unittest.mock import patch
from django.core.management import call_command
with patch("records.trigrams.NEEDED", (99, 0)):
    call_command("migrate", "core", "zero", verbosity=0)
    call_command("migrate", verbosity=0)"""
    done = copy.manage("shell", "-v0", "-c", code)
    assert done.returncode == 0, done.stderr
    assert run_search(copy) == {"wrong": [], "used": False}


ORDERS = """\
app orders
entity Customer:
  name: str required
entity Order:
  note: str searchable
  remark: str
  customer: ref Customer
surface order_list "Orders":
  uses entity Order
  mode: list
"""
FIND = """\
from django.contrib.auth import get_user_model
from django.test import Client
from core.models import Customer, Order
from records.trigrams import find_candidates
client = Client(HTTP_HOST="localhost")
users = get_user_model().objects
client.force_login(users.first() or users.create_superuser("tester"))
if not Order.objects.exists():
    customer = Customer.objects.create(name="Turing")
    Order.objects.create(note="Gift", remark="Wrapped", customer=customer)
def find(text):
    rows = client.get("/orders/", {"q": text}).content.decode().partition("<tbody")[2]
    return rows.count("<tr")
def is_indexed():
    return find_candidates(Order.objects.all(), Order.search_fields, ["gif"]) is not None
"""


def change_search(shelf: Shelf, *names: str) -> None:
    """Name other fields to search, by hand."""
    models = shelf.project.folder / "core/models.py"
    text = models.read_text(encoding="utf-8")
    changed = re.sub(r'search_fields = \["note".*', f"search_fields = {[*names]}", text)
    assert changed != text
    models.write_text(changed.replace("['note'", '["note"'), encoding="utf-8")


def test_all_is_found_that_is_searched_by_hand(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.rebuild(ORDERS)
    assert shelf.look('[find("gift"), find("wrap"), is_indexed()]', FIND) == [1, 0, True]
    change_search(shelf, "note", "remark")
    assert shelf.look('[find("gift"), find("wrap"), is_indexed()]', FIND) == [1, 1, False]
    assert shelf.project.manage("migrate", "-v0").returncode == 0
    assert shelf.look('[find("gift"), find("wrap"), is_indexed()]', FIND) == [1, 1, True]


def test_what_has_no_column_is_searched_without_an_index(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.rebuild(ORDERS)
    change_search(shelf, "note", "customer__name")
    done = shelf.project.manage("migrate", "-v0")
    assert done.returncode == 0, done.stderr
    assert "(pages.W001) `search_fields` has 'customer__name'" in done.stderr
    assert shelf.look('[find("gift"), find("turing"), find("gift turing")]', FIND) == [1, 1, 1]
    change_search(shelf, "note", "^remark", "customer")
    done = shelf.project.manage("check")
    assert done.returncode == 1
    assert [
        done.stderr.count(f"(pages.E001) `search_fields` has {name}")
        for name in ("'^remark'", "'customer'", "'note'")
    ] == [1, 1, 0]
