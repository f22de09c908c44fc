"""Links and buttons of a list's rows, as those hear them who don't see them."""

import json
from typing import Any

import pytest

from tests.conftest import Finder
from tests.micro.documents import read_document, read_text
from tests.projects import ROOT, BuiltProject

START = """
import json
from django.contrib.auth import get_user_model
from django.test import Client
from core.models import *
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("tester"))
def read(path):
    return client.get(path).content.decode()
"""
# An order is called by its payment, which a new one hasn't got.
ORDERS = """
ann = Customer.objects.create(name="Ann", email="ann@example.com")
orders = [Order.objects.create(customer=ann, payment=text) for text in ("", "Cash")]
print(json.dumps([read("/orders/"), sorted(map(str, orders))]))
"""
TASKS = """
for title in ("Sweep", "Mop"):
    Task.objects.create(title=title)
print(json.dumps(read("/tasks/")))
"""


def ask(built: BuiltProject, script: str) -> Any:
    """What a script says at its end."""
    done = built.manage("shell", "-v0", "-c", START + script, PYTHONPATH=str(ROOT))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_link_to_a_row_without_a_name_says_which_it_is(
    find_built: Finder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    built = find_built("bookshop").copy_to(tmp_path_factory.mktemp("orders"))
    page, names = ask(built, ORDERS)
    links = [a for a in read_document(page).iter("a") if a.get("class") == "row-link"]
    assert sorted(map(read_text, links)) == names
    assert all(names)


def test_button_that_ticks_a_row_names_it(task_project: BuiltProject) -> None:
    document = read_document(ask(task_project, TASKS))
    ticks = [b.get("aria-label", "") for b in document.iter("button") if b.get("class") == "tick"]
    assert sorted(ticks) == ["Done: Mop", "Done: Sweep"]
    boxes = [i.get("aria-label") for i in document.iter("input") if i.get("name") == "row"]
    assert sorted(map(str, boxes)) == ["Mop", "Sweep"]
