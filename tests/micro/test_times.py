"""Times of day in forms."""

import re

import pytest

from tests.projects import BuiltProject, run_dazzle, run_python

PROJECT = """\
entity Shift:
  starts: time="09:00"
  ends: time="17:30:15"
  noted: datetime="2026-03-01T09:00:00"
surface shift_create:
  uses entity Shift
  mode: create
"""
ASK = """\
import django
django.setup()
from django.contrib.auth.models import AnonymousUser
from core.views import ShiftCreateView
print(ShiftCreateView.form_class(SENT or None, user=AnonymousUser()))
"""


@pytest.fixture(scope="module")
def shifts(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """An app with times of day."""
    folder = tmp_path_factory.mktemp("shifts")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stderr
    return BuiltProject("app", folder / "out/django_micro")


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
