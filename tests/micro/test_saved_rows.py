"""Invariants with aggregates judge what is being saved, whatever is stored."""

from typing import Any

import pytest

from tests.micro.parcels import run
from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
app inv "Inv"
entity Order:
  name: str required
  budget: decimal(10,2) required
  rate: decimal(4,2) required
  invariant: count(lines where price > order.budget) = 0
    message: "a line is too dear"
  invariant: sum(lines.part) < 100
    message: "the parts are too much"
entity Line:
  order: ref Order required
  price: decimal(8,2) required
  part: computed price * order.rate
entity Room:
  name: str required
  size: int required
  invariant: sum(Room.size) <= 100
    message: "the house is full"
  invariant: sum(Room.size) > 0
    message: "the house is empty"
surface order_list:
  uses entity Order
  mode: list
surface order_edit:
  uses entity Order
  mode: edit
surface room_list:
  uses entity Room
  mode: list
surface room_create:
  uses entity Room
  mode: create
surface room_edit:
  uses entity Room
  mode: edit
"""
SCRIPT = """
MESSAGES = ("a line is too dear", "the parts are too much", "the house is full")
def save(name, row, **values):
    text = send(f"/{name}s/{row.pk}/edit/" if row else f"/{name}s/new/", name="x", **values)
    if text:
        assert any(each in text for each in MESSAGES), text
    return [each for each in MESSAGES if each in text]
order = Order.objects.create(name="x", budget=100, rate=1)
line = Line.objects.create(order=order, price=10)
answers["less"] = save("order", order, budget="5", rate="1")
answers["enough"] = save("order", order, budget="10", rate="1")
Line.objects.update(price=20)
answers["still less"] = save("order", order, budget="15", rate="1")
answers["mended"] = save("order", order, budget="200", rate="1")
answers["rated"] = save("order", order, budget="200", rate="5")
Order.objects.update(rate=50)
answers["rated less"] = save("order", order, budget="200", rate="4.99")
answers["nothing"] = browser.post(f"/orders/{order.pk}/edit/", {"name": "x"}).status_code
room = Room.objects.create(name="x", size=60)
answers["too large"] = save("room", None, size="41")
answers["fits"] = save("room", None, size="40")
answers["grown"] = save("room", room, size="61")
Room.objects.filter(pk=room.pk).update(size=90)
answers["shrunk"] = save("room", room, size="60")
from django.db import connection
from django.test.utils import CaptureQueriesContext
with CaptureQueriesContext(connection) as asked:
    room.clean()
answers["queries"] = len(asked)
answers["kept"] = [str(each) for each in Order.objects.values_list("budget", "rate").get()]
answers["sizes"] = sorted(Room.objects.values_list("size", flat=True))
print(json.dumps(answers))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is said of rows that are saved."""
    folder = tmp_path_factory.mktemp("saved")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl")
    assert done.returncode == 0, done.stderr
    return run(BuiltProject("inv", folder / "build" / "django_micro"), SCRIPT)


def test_a_row_that_breaks_a_rule_is_refused(found: dict[str, Any]) -> None:
    assert found["less"] == found["still less"] == ["a line is too dear"]
    assert found["rated"] == ["the parts are too much"]
    assert found["too large"] == found["grown"] == ["the house is full"]


def test_a_row_that_is_mended_is_saved(found: dict[str, Any]) -> None:
    for name in ("enough", "mended", "rated less", "fits", "shrunk"):
        assert found[name] == [], name
    assert found["kept"] == ["200.00", "4.99"]
    assert found["sizes"] == [40, 60]


def test_what_is_left_empty_is_no_failure(found: dict[str, Any]) -> None:
    assert found["nothing"] == 200


def test_rules_ask_for_a_sum_once(found: dict[str, Any]) -> None:
    assert found["queries"] == 1
