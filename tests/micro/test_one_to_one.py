"""A record to which one other record belongs, on its page."""

import re
from pathlib import Path

from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
entity Person:
  name: str required
entity Card "Library card":
  number: str required
  owner: ref Person required unique
entity Loan:
  title: str required
  reader: ref Person required
surface person_view:
  uses entity Person
  mode: view
"""
ASK = """\
from django.contrib.auth import get_user_model
from django.test import Client
from core.models import Card, Loan, Person
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("tester"))
person = Person.objects.create(name="Ada")
print(client.get(person.get_absolute_url()).content.decode())
card = Card.objects.create(number="C-17", owner=person)
Loan.objects.create(title="A book", reader=person)
assert person.card == card
print("---")
print(client.get(person.get_absolute_url()).content.decode())
"""


def read_headings(page: str) -> list[str]:
    """The titles of the tabs of related records, with single spaces."""
    found = re.findall(r'<li><a href="\?tab=.*?>(.*?)</a></li>', page)
    return [" ".join(re.sub(r"<.*?>", " ", heading).split()) for heading in found]


def test_one_record_is_not_counted(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(tmp_path, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stderr
    built = BuiltProject("app", tmp_path / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = built.manage("shell", "-v0", "-c", ASK)
    assert done.returncode == 0, done.stderr
    empty, full = done.stdout.split("\n---\n")
    assert read_headings(empty)[-2:] == ["Library card", "Loans 0"]
    assert read_headings(full)[-2:] == ["Library card", "Loans 1"]
    assert "C-17" not in empty and "C-17" in full
    assert "no issues" in built.manage("check", "--fail-level", "WARNING").stdout
