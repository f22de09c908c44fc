"""Times of day in forms."""

import json
import re

import pytest

from tests.projects import BuiltProject, run_dazzle, run_python

PROJECT = """\
entity Shift:
  starts: time="09:00"
  ends: time="17:30:15"
  noted: datetime="2026-03-01T09:00:00"
""" + "".join(
    f"surface shift_{mode}:\n  uses entity Shift\n  mode: {mode}\n"
    for mode in ("list", "view", "create", "edit")
)
ASK = """\
import django
django.setup()
from django.contrib.auth.models import AnonymousUser
from core.views import ShiftCreateView
print(ShiftCreateView.form_class(SENT or None, user=AnonymousUser()))
"""


# What is stored at the edge of the calendar, as an import by hand leaves it.
VISIT = """
import json, re
from datetime import UTC, datetime
from core.models import Shift
from django.contrib.auth import get_user_model
from django.test import Client
client = Client(HTTP_HOST="localhost", raise_request_exception=False)
client.force_login(get_user_model().objects.create_superuser("tester"))
rows = [Shift.objects.create(noted=moment) for moment in (
    datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC))]
answers, kept = {}, []
def read(path):
    answer = client.get(path)
    b"".join(answer.streaming_content if answer.streaming else [])
    return answer.status_code
for zone in ("Asia/Tokyo", "America/New_York", "UTC"):
    client.cookies["timezone"] = zone
    for path in ("/shifts/", "/shifts/?export=csv", "/shifts/?export=print",
            "/admin/core/shift/"):
        answers[f"{zone} {path}"] = read(path)
    for row in rows:
        for end in ("", "edit/"):
            answers[f"{zone} {row.noted.year} {end}"] = read(f"/shifts/{row.pk}/{end}")
        path = f"/admin/core/shift/{row.pk}/change/"
        answers[f"{zone} {row.noted.year} admin"] = read(path)
        page = client.get(path).content.decode()
        noted = dict(re.findall(r'name="(noted_[01])" value="([^"]*)"', page))
        client.post(path, {"starts": "08:00", "ends": "10:00", **noted})
        now = Shift.objects.get(pk=row.pk)
        kept.append((now.noted, now.starts.hour) == (row.noted, 8))
        Shift.objects.filter(pk=row.pk).update(starts="09:00")
    for text in ("0001-01-01T00:00", "9999-12-31T23:59"):
        sent = {"starts": "09:00", "ends": "10:00", "noted": text}
        answers[f"{zone} {text}"] = client.post("/shifts/new/", sent).status_code
print(json.dumps([answers, Shift.objects.count(), kept]))
"""


@pytest.fixture(scope="module")
def shifts(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """An app with times of day."""
    folder = tmp_path_factory.mktemp("shifts")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stderr
    built = BuiltProject("app", folder / "out/django_micro")
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    return built


def read_inputs(built: BuiltProject, sent: dict[str, str]) -> dict[str, tuple[str, bool]]:
    """Name of an input → its value, and whether it takes single seconds."""
    code = ASK.replace("SENT", repr(sent))
    done = run_python(built.folder, "-c", code, DJANGO_SETTINGS_MODULE="app.settings")
    assert done.returncode == 0, done.stderr
    tags = re.findall(r"<input[^>]*>", done.stdout)
    pairs = [dict(re.findall(r'(\w+)="([^"]*)"', tag)) for tag in tags]
    return {pair["name"]: (pair["value"], pair.get("step") == "1") for pair in pairs}


def test_seconds_stand_only_where_there_are_some(shifts: BuiltProject) -> None:
    assert read_inputs(shifts, {}) == {
        "starts": ("09:00", False),
        "ends": ("17:30:15", True),
        "noted": ("2026-03-01T09:00", False),
    }


def test_what_was_sent_comes_back(shifts: BuiltProject) -> None:
    sent = {"starts": "10:00", "ends": "soon", "noted": "2026-03-01T09:00:20"}
    assert read_inputs(shifts, sent) == {
        "starts": ("10:00", False),
        "ends": ("soon", False),
        "noted": ("2026-03-01T09:00:20", True),
    }


def test_edge_of_the_calendar_breaks_no_page(shifts: BuiltProject) -> None:
    done = shifts.manage("shell", "-v0", "-c", VISIT)
    assert done.returncode == 0, done.stderr
    answers, count, kept = json.loads(done.stdout.splitlines()[-1])
    assert set(answers.values()) == {200}, answers
    assert count == 2
    # Who changes something else in the admin leaves the moment as it was.
    assert kept == [True] * 6
