"""Defaults that say `today` or `now` mean what expressions do: the app's time zone counts."""

from typing import Any

import pytest

from tests.micro.parcels import run
from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
app bills "Bills"
entity Bill:
  name: str required
  start: date=today
  due: date=today + 7d
  at: time=now
  begun: datetime=today
  invariant: start <= today
    message: "not in the future"
surface bill_list:
  uses entity Bill
  mode: list
surface bill_create:
  uses entity Bill
  mode: create
"""
SCRIPT = """
import re
from django.utils import timezone
moment = datetime(2026, 6, 15, 20, 30, tzinfo=UTC)  # the 16th in Auckland
def look():
    tags = re.findall("<input[^>]*>", read("/bills/new/"))
    inputs = [dict(re.findall(r'([a-z]+)="([^"]*)"', tag)) for tag in tags]
    said = {each["name"]: each.get("value") for each in inputs if "name" in each}
    send("/bills/new/", **{name: said[name] for name in ("start", "due", "at", "begun")},
        name="as said")
    Bill.objects.create(name="made")
    rows = [[each.name, each.start, each.due, each.at, each.begun]
        for each in Bill.objects.order_by("name")]
    Bill.objects.all().delete()
    return rows
for zone in ("UTC", "Pacific/Auckland", "America/Los_Angeles"):
    browser.cookies["timezone"] = zone
    with mock.patch.object(timezone, "now", return_value=moment):
        answers[zone] = look()
        with timezone.override(zone):
            answers[f"in {zone}"] = look()
print(json.dumps(answers, default=str))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The rows that readers in other time zones make, without changing a default."""
    folder = tmp_path_factory.mktemp("bills")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    assert run_dazzle(folder, "build", "app.dsl").returncode == 0
    return run(BuiltProject("bills", folder / "build" / "django_micro"), SCRIPT)


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/Los_Angeles"])
def test_defaults_are_the_same_for_every_reader(found: dict[str, Any], zone: str) -> None:
    for rows in (found[zone], found[f"in {zone}"]):
        assert [row[0] for row in rows] == ["as said", "made"]
        for _, start, due, at, begun in rows:
            assert (start, due, at[:5]) == ("2026-06-15", "2026-06-22", "20:30")
            assert begun.startswith("2026-06-15 00:00")
