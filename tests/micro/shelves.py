"""A library whose books are searched for words in any of their forms."""

import json
from pathlib import Path

from tests.micro.living_app import LivingApp

BOOKS = """\
app library "Library"

entity Person:
  auth: identity
  name: str(80) required
  role: enum[reader, warden]=reader required

entity Book:
  code: uuid pk
  name: str(200) required
  blurb: text
  remark: text
  shelf: str(20) sensitive
  keeper: ref Person
  gone_at: datetime
  soft_delete: gone_at
  search: name, blurb, remark, shelf
  full_text: true
  permit:
    list: role(reader, warden)
    read: role(reader, warden)
    create: role(warden)
    delete: role(warden)
  scope:
    list: keeper = current_user or keeper is null
      as: reader
    list: all
      as: warden

entity Loan:
  book: ref Book
  days: int

surface book_list "Books":
  uses entity Book
  mode: list
  section main:
    field name
    field blurb
    field remark
  ux:
    for reader:
      hide: remark

surface loan_create "New loan":
  uses entity Loan
  mode: create
"""
ROWS = """\
from core.models import Book, Person
from django.contrib.auth.models import Group
reader = Person.objects.create(username="reader", name="Reader", role="reader")
warden = Person.objects.create(username="warden", name="Warden", role="warden")
for person in (reader, warden):
    person.groups.add(Group.objects.get(name="Members"))
Person.objects.filter(pk__in=[reader.pk, warden.pk]).update(is_staff=True)
for name, blurb, more in [
    ("Running wild", "A runner's diary, kept in the café.", {}),
    ("The lost keys", "Keys were lost by the well-known house.", {}),
    ("Keys of the lost", "Worship of locks.", {"remark": "The binding is torn", "shelf": "Attic"}),
    ("House prices", "Prices go on rising.", {"keeper": warden}),
    ("Cellar", "O'Hara wrote to anna@example.org", {"keeper": reader}),
]:
    Book.objects.create(name=name, blurb=blurb, **more)
Book.objects.create(name="Running away").delete()
"""
NAMES = (
    "Running away",
    "Running wild",
    "The lost keys",
    "Keys of the lost",
    "House prices",
    "Cellar",
)
FIND = """\
import json
from django.contrib.auth import get_user_model
from django.test import Client
def sign_in(name):
    client = Client(HTTP_HOST="localhost")
    client.force_login(get_user_model().objects.get(username=name))
    return client
# What a file, a type-ahead, a list in the admin and its own type-ahead find.
def find_elsewhere(text, name):
    client = sign_in(name)
    exported = b"".join(client.get("/books/", {"q": text, "export": "csv"}).streaming_content)
    ahead = client.get("/loans/new/", {"form-search": "book", "text": text}).json()["matches"]
    listed = client.get("/admin/core/book/", {"q": text}).content.decode()
    listed = listed.partition("<tbody")[2].partition("</tbody>")[0]
    asked = {"app_label": "core", "model_name": "loan", "field_name": "book", "term": text}
    offered = client.get("/admin/autocomplete/", asked).json()["results"]
    return [
        [name for name in NAMES if name in exported.decode()],
        [each["text"] for each in ahead],
        [name for name in NAMES if f">{name}<" in listed],
        [each["text"] for each in offered],
    ]
def find(text, name="warden"):
    answer = sign_in(name).get("/books/", {"q": text})
    assert answer.status_code == 200, (text, answer.status_code)
    rows = answer.content.decode().partition("<tbody")[2]
    return sorted(name for name in NAMES if f">{name}<" in rows)
"""


def start_library(folder: Path, variables: dict[str, str], text: str = BOOKS) -> LivingApp:
    """A library that is built and migrated, with books in it."""
    app = LivingApp(folder / "library", variables, text)
    app.accept()
    app.migrate()
    app.ask(ROWS)
    return app


def look(app: LivingApp, code: str) -> object:
    """The value of an expression in a library, after whatever stands before it."""
    *before, value = code.strip().rsplit("\n", 1)
    lines = [f"NAMES = {NAMES}", FIND, *before, f"print(json.dumps({value}))"]
    done = app.built.manage("shell", "-v0", "-c", "\n".join(lines), **app.variables)
    assert done.returncode == 0, done.stderr[-3000:]
    found: object = json.loads(done.stdout.splitlines()[-1])
    return found
