"""Apps on PostgreSQL: their own tests, what it keeps less of than SQLite, and poolers."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.compatibility import POOLED, run_own_tests, serve_database
from tests.conftest import Finder
from tests.interpreters import find_interpreter, install
from tests.pooler import find_pooler, serve_pooler
from tests.postgres import find_command, serve_postgres
from tests.projects import BuiltProject, hold_lock

pytestmark = pytest.mark.skipif(not find_command("initdb"), reason="needs PostgreSQL")

ELSEWHERE = ("simple_task", "support_tickets")
SEND_JSON = """
import json
from core.models import Choice
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.test import Client
client = Client(HTTP_HOST="localhost", raise_request_exception=False)
client.force_login(get_user_model().objects.create_superuser("json"))
def send(payload):
    sent = {"code": "a", "colour": "red", "payload": payload}
    answer = client.post("/choices/new/", {**sent, "scan": ContentFile(b"x", "a.txt")})
    return [answer.status_code, b"Enter a valid JSON" in answer.content]
texts = ['{"a": NaN}', "1e999", '{"a": "\\\\u0000"}', '{"a": "\\\\\\\\u0000"}']
print(json.dumps([send(text) for text in texts]))
"""
# Of 50,000 tasks, a few hundred each day.
RANGE = """
import json
from core.filters import TaskFilterSet
from core.models import Task
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("INSERT INTO core_task (id, title, description, status, priority, completed, "
        "created_at, updated_at) SELECT gen_random_uuid(), 'x', '', 'todo', 'low', false, "
        "timestamptz '2025-01-01 UTC' + number * interval '5 minutes', now() "
        "FROM generate_series(1, 50000) number")
    cursor.execute("ANALYZE core_task")
days = {"created_at_from": "2025-02-01", "created_at_to": "2025-02-20"}
rows = TaskFilterSet(days, Task.objects.all()).qs
print(json.dumps([rows.count(), rows.order_by().explain()]))
"""
EXPORT = """
from collections import Counter
from threading import Barrier, Thread
from core.models import Task
from django.contrib.auth import get_user_model
from django.db import connections
from django.test import Client
account = get_user_model().objects.create_superuser("exporter")
Task.objects.bulk_create(Task(title=f"T{number}") for number in range(5000))
outcomes, together = [], Barrier(6)
def export():
    client = Client(HTTP_HOST="localhost")
    client.force_login(account)
    together.wait()
    for _ in range(3):
        try:
            answer = client.get("/tasks/?export=csv")
            outcomes.append(b"".join(answer.streaming_content).count(b"T") > 5000)
            client.get("/tasks/?status=done")
        except Exception as error:
            outcomes.append(type(error).__name__)
    connections.close_all()
threads = [Thread(target=export) for _ in range(6)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(dict(Counter(outcomes)))
"""


@pytest.fixture
def database() -> Iterator[str]:
    """The address of an empty database."""
    with serve_postgres() as address:
        yield address


def test_own_tests_pass(find_built: Finder, database: str) -> None:
    done = find_built("support_tickets").manage("test", DATABASE_URL=database)
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.fixture(scope="module")
def newest(find_built: Finder, common_folder: Path) -> str:
    """Python 3.13 with the newest Django that apps permit."""
    interpreter = find_interpreter("3.13")
    if not interpreter:
        pytest.skip("needs Python 3.13")
    folder = common_folder / "newest"
    needed = [find_built(name).folder / "requirements.txt" for name in ELSEWHERE]
    with hold_lock(common_folder / "newest.lock"):
        if (folder / "ready").exists():
            return str(folder / "bin/python")
        python = install(folder, interpreter, *(f"--requirement={file}" for file in needed))
        (folder / "ready").touch()
        return python


@pytest.mark.skipif(not find_pooler(), reason="needs PgBouncer")
@pytest.mark.parametrize("name", ELSEWHERE)
def test_own_tests_pass_elsewhere(name: str, find_built: Finder, newest: str) -> None:
    with serve_database(POOLED) as variables:
        outcome = run_own_tests(find_built(name).folder, newest, **variables)
    assert outcome.failure == ""
    assert outcome.ran > 100


def test_json_that_postgres_cannot_keep_is_an_error(find_built: Finder, database: str) -> None:
    built = find_built("field_types")
    assert built.manage("migrate", "-v0", DATABASE_URL=database).returncode == 0
    done = built.manage("shell", "-v0", "-c", SEND_JSON, DATABASE_URL=database)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [*[[200, True]] * 3, [302, False]]


def test_index_of_a_date_serves_a_range_of_many_rows(find_built: Finder, database: str) -> None:
    built = find_built("simple_task")
    assert built.manage("migrate", "-v0", DATABASE_URL=database).returncode == 0
    done = built.manage("shell", "-v0", "-c", RANGE, DATABASE_URL=database)
    assert done.returncode == 0, done.stderr
    count, plan = json.loads(done.stdout)
    assert count == 20 * 24 * 12
    assert "Index Cond: ((created_at >= " in plan, plan


@pytest.mark.skipif(not find_pooler(), reason="needs PgBouncer")
@pytest.mark.parametrize("is_said", [True, False])
def test_exports_go_through_a_pooler(
    task_project: BuiltProject, database: str, is_said: bool
) -> None:
    with serve_pooler(database) as address:
        variables = {"DATABASE_URL": address, "DATABASE_POOLED": str(is_said)}
        assert task_project.manage("migrate", "-v0", **variables).returncode == 0
        done = task_project.manage("shell", "-v0", "-c", EXPORT, **variables)
    assert done.returncode == 0, done.stderr
    # Else the test tests nothing.
    assert (done.stdout.strip() == "{True: 18}") == is_said, done.stdout
