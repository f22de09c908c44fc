"""Transitions by time where visitors see rows: pages make them, and nothing else does."""

import json
from pathlib import Path

import pytest

from tests.projects import BACKEND, BuiltProject, run_dazzle

DSL = """\
app notices "Notices"

entity Notice:
  title: str(80) required
  state: enum[open, over]=open
  transitions state:
    open -> over: auto after 2 days

surface notice_list "Notices":
  uses entity Notice
  mode: list
"""
PRIVATE, READ = 'access = "private"\n', 'access = "read"\n'
SCRIPT = """\
import json
from datetime import timedelta
from core.models import Notice
from django.test import Client
from django.utils import timezone

Notice.objects.create(title="a")
Notice.objects.update(state_since=timezone.now() - timedelta(days=3))
visitor, found = Client(HTTP_HOST="localhost"), []
for address in ("/healthz", "/notices/"):
    status = visitor.get(address).status_code
    found.append([status, Notice.objects.get().state])
print(json.dumps(found))
"""


@pytest.mark.parametrize(
    ("settings", "line"), [(PRIVATE, "  access: public\n"), (READ, "")], ids=["page", "app"]
)
def test_visitors_see_the_new_state_and_checks_of_health_change_nothing(
    tmp_path: Path, settings: str, line: str
) -> None:
    (tmp_path / "app.dsl").write_text("module notices.core\n" + DSL + line, "utf-8")
    project = '[project]\nname = "notices"\nversion = "0.1.0"\nroot = "notices.core"\n\n[app]\n'
    (tmp_path / "dazzle.toml").write_text(project + settings, "utf-8")
    done = run_dazzle(tmp_path, "build")
    assert done.returncode == 0, done.stdout
    built = BuiltProject("notices", tmp_path / "build" / BACKEND)
    assert built.manage("migrate", "-v0").returncode == 0
    done = built.manage("shell", "-v0", "-c", SCRIPT)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == [[200, "open"], [200, "over"]]
    done = built.manage("test", "pages.tests.test_health")
    assert done.returncode == 0, done.stderr
