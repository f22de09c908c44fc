"""What people need of a page, said under `ux:`, in an emitted app."""

import json
import re
from pathlib import Path

import pytest

from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
app shelf
entity Book:
  title: str required searchable
  blurb: text
  pages: int
  read: time
  state: enum[wanted, here, lent]=here
  weight: computed pages * 2
  shout: computed title + "!"
surface book_list "Books":
  uses entity Book
  mode: list
  section main:
    field title "Title"
    field blurb "Blurb"
  ux:
    purpose: "Find what to <read>."
    show: state, title, pages
    sort: state desc, title
    filter: pages, state, title, read, weight, shout
    search: blurb
    empty: "Nothing to read."
surface book_view "Book":
  uses entity Book
  mode: view
  ux:
    purpose: "All of it."
    show: pages, title
entity Note:
  name: str
  text: str searchable
surface note_list "Notes":
  uses entity Note
  mode: list
"""
SCRIPT = """\
import json
from django.contrib.auth import get_user_model
from django.test import Client
from core.models import *
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("tester"))
def read(address):
    return client.get(address).content.decode()
found = {"nothing": read("/books/")}
for title, state, blurb in (("B", "here", "green"), ("A", "here", ""), ("C", "lent", "red")):
    book = Book.objects.create(title=title, state=state, blurb=blurb, pages=ord(title) - 64)
Note.objects.create(name="green", text="red")
found |= {"list": read("/books/"), "search": read("/books/?q=green"), "title": read("/books/?q=C")}
narrow = ("title=b", "shout=B!", "pages_from=2&pages_to=3", "weight_from=6", "pages_from=x")
found |= {query: read(f"/books/?{query}") for query in narrow}
found |= {"filters": read("/books/?panel=filters"), "book": read(book.get_absolute_url())}
for n in range(8):
    Book.objects.create(title=f"X{n}", state="wanted")
found |= {"sorted": read("/books/?sort=state")}
rows = client.get("/books/?sort=state&export=csv").streaming_content
found |= {"sorted_file": b"".join(rows).decode()}
found |= {"notes": read("/notes/?q=green"), "texts": read("/notes/?q=red")}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the pages of the project say, by name."""
    folder = tmp_path_factory.mktemp("needs")
    (folder / "shelf.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "shelf.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout + done.stderr
    assert said.count("warning[not-built]") == said.count("`filter` by `read`") == 1
    built = BuiltProject("shelf", Path(folder / "out/django_micro"))
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = json.loads(done.stdout.splitlines()[-1])
    return found


def list_titles(page: str) -> list[str]:
    return re.findall(r'data-label="Title"><a [^>]*>(\w+)<', page)


def test_purpose_is_told(pages: dict[str, str]) -> None:
    assert '<p class="purpose">Find what to &lt;read&gt;.</p>' in pages["list"]
    assert '<p class="purpose">All of it.</p>' in pages["book"]


def test_shown_fields_take_the_place_of_others(pages: dict[str, str]) -> None:
    labels = re.findall(r'<td data-label="(\w+)"', pages["list"])
    assert labels == ["State", "Title", "Pages"] * 3
    assert re.findall(r"<dt>(\w+)</dt>", pages["book"]) == ["Pages", "Title"]


def test_list_begins_in_the_order_that_is_said(pages: dict[str, str]) -> None:
    assert list_titles(pages["list"]) == ["C", "A", "B"]


def test_file_has_the_order_of_the_page(pages: dict[str, str]) -> None:
    lines = pages["sorted_file"].splitlines()[1:]
    assert list_titles(pages["sorted"]) == [line.split(",")[1] for line in lines]
    assert [line.split(",")[0] for line in lines] == ["wanted"] * 8 + ["here"] * 2 + ["lent"]


def test_list_is_narrowed_by_what_is_said(pages: dict[str, str]) -> None:
    panel = pages["filters"].partition('id="filters"')[2].partition("<button")[0]
    names = re.findall(r'<(?:select|input) [^>]*?name="(?!panel)(\w+)"', panel)
    numbers = ["pages_from", "pages_to", "pages_empty"]
    assert names == [*numbers, "state", "title", "weight_from", "weight_to", "shout"]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("title=b", ["B"]),
        ("shout=B!", ["B"]),
        ("pages_from=2&pages_to=3", ["C", "B"]),
        ("weight_from=6", ["C"]),
        ("pages_from=x", ["C", "A", "B"]),
    ],
)
def test_list_is_narrowed_by_texts_and_numbers_that_are_named(
    pages: dict[str, str], query: str, titles: list[str]
) -> None:
    assert list_titles(pages[query]) == titles


def test_search_looks_where_it_is_told_to(pages: dict[str, str]) -> None:
    assert list_titles(pages["search"]) == ["B"]
    assert list_titles(pages["title"]) == []


def test_search_looks_in_fields_that_are_marked(pages: dict[str, str]) -> None:
    assert 'name="row"' not in pages["notes"]
    assert 'name="row"' in pages["texts"]


def test_empty_list_says_what_it_is_told_to(pages: dict[str, str]) -> None:
    assert "Nothing to read." in pages["nothing"]
    assert "Nothing to read." not in pages["list"]
