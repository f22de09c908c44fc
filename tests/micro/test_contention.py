"""Eight people at the same rows: nothing is lost unseen, nothing is made twice, nothing breaks."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Finder
from tests.micro.test_serving import PRODUCTION, serve
from tests.postgres import serve_postgres
from tests.projects import ROOT, BuiltProject

PEOPLE = 8
SECONDS = float(os.environ.get("CONTENTION_SECONDS", "6"))
"""`make contention` takes a minute."""
FILL = """
import json
from django.contrib.auth import get_user_model
from django.test import Client
from core.models import Task
user = get_user_model().objects.create_superuser("ada")
Task.objects.bulk_create(Task(title=f"shared {n}") for n in range(4))
Task.objects.bulk_create(Task(title=f"doomed {n}") for n in range(200))
client = Client(HTTP_HOST="127.0.0.1")
client.force_login(user)
client.get("/tasks/new/")  # whose answer has the other cookie
print(json.dumps({name: morsel.value for name, morsel in client.cookies.items()}))
"""
READ = """
import json
from core.models import Task
print(json.dumps({"rows": {str(t.pk): t.description for t in Task.objects.all()},
    "added": list(Task.objects.filter(title__startswith="added").values_list("title", flat=True))}))
"""


@contextmanager
def open_database(name: str, folder: Path) -> Iterator[dict[str, str]]:
    """The variables that lead to an empty database."""
    if name == "SQLite":
        yield {"DATA_DIR": str(folder)}
    else:
        with serve_postgres() as address:
            yield {"DATABASE_URL": address}


def run_people(port: int, cookie: str) -> list[dict[str, Any]]:
    """Let people work at once, and return what each was answered."""
    start = [sys.executable, "-m", "tests.micro.contender", str(port), cookie]
    running = [
        subprocess.Popen([*start, str(number), str(SECONDS)], cwd=ROOT, stdout=subprocess.PIPE)
        for number in range(PEOPLE)
    ]
    return [json.loads(each.communicate(timeout=SECONDS + 120)[0]) for each in running]


def run_shell(built: BuiltProject, script: str, variables: dict[str, str]) -> Any:
    done = built.manage("shell", "-v0", "-c", script, **PRODUCTION, **variables)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def list_faults(database: str, built: BuiltProject, folder: Path) -> dict[str, Any]:
    """Let people work at an app's rows; what broke, was lost, or was made twice or never."""
    with open_database(database, folder) as variables:
        for command in (("migrate", "-v0"), ("collectstatic", "--noinput", "-v0")):
            assert built.manage(*command, **PRODUCTION, **variables).returncode == 0
        cookies = run_shell(built, FILL, variables)
        cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        with serve(built, **PRODUCTION, **variables, WEB_CONCURRENCY="2") as port:
            people = run_people(port, cookie)
        found = run_shell(built, READ, variables)
    counts = sum((Counter(each["counts"]) for each in people), Counter[str]())
    assert counts["POST 302"] > PEOPLE
    saved = [pair for each in people for pair in each["saved"]]
    made = Counter(found["added"])
    made.subtract(title for each in people for title in each["added"])
    return {
        "broken": [status for status in counts if status.split()[1] >= "500"],
        "lost": [word for key, word in saved if word not in found["rows"][key]],
        "made otherwise than once": [title for title, number in made.items() if number],
    }


NOTHING: dict[str, list[str]] = {"broken": [], "lost": [], "made otherwise than once": []}


@pytest.mark.parametrize("database", ["SQLite", "PostgreSQL"])
def test_people_at_the_same_rows_lose_nothing_unseen(
    database: str, find_built: Finder, tmp_path: Path
) -> None:
    built = find_built("simple_task").copy_to(tmp_path)
    assert list_faults(database, built, tmp_path) == NOTHING


@pytest.mark.long
def test_app_that_tells_of_no_conflict_is_noticed(find_built: Finder, tmp_path: Path) -> None:
    built = find_built("simple_task").copy_to(tmp_path)
    module = built.folder / "pages/forms/models.py"
    source = module.read_text(encoding="utf-8")
    assert "self.report_conflict(name)" in source
    module.write_text(source.replace("self.report_conflict(name)", "pass"), encoding="utf-8")
    assert list_faults("SQLite", built, tmp_path)["lost"]
