"""The search of an emitted app, against the plainest search that there is."""

import json
from pathlib import Path

import pytest

from tests.projects import BuiltProject

SEARCH = """\
import json, random
from django.db import connection
from django.test import RequestFactory
from django.contrib.auth.models import AnonymousUser
from core.models import Task
from core.views import TaskListView
from pages.trigrams import find_candidates

chance = random.Random(7)
LETTERS = "abcd ÄäéE%_\\"'*-"

def spell(length):
    return "".join(chance.choice(LETTERS) for _ in range(length))

def search(text):
    view = TaskListView()
    view.setup(RequestFactory().get("/", {"q": text}))
    return {row.pk for row in view.get_queryset()}

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
used = find_candidates(Task.objects.all(), ["abc"]) is not None
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
    statements = "c.execute('DROP TABLE core_task_search')"
    triggers = "".join(
        f"c.execute('DROP TRIGGER \"core_task_search_{name}\"'); "
        for name in ("insert", "update", "delete")
    )
    code = f"from django.db import connection; c = connection.cursor(); {triggers}{statements}"
    assert copy.manage("shell", "-v0", "-c", code).returncode == 0
    assert run_search(copy) == {"wrong": [], "used": False}


def test_index_is_mended_when_tables_are_migrated(copy: BuiltProject) -> None:
    code = """from django.db import connection; c = connection.cursor()
c.execute('DROP TRIGGER "core_task_search_insert"')"""
    assert copy.manage("shell", "-v0", "-c", code).returncode == 0
    assert copy.manage("migrate", "-v0").returncode == 0
    assert run_search(copy) == {"wrong": [], "used": True}
