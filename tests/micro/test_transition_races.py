"""Several people who change the same state at once: one wins, and the others are told."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from tests.micro.test_contention import open_database, run_shell
from tests.micro.test_serving import PRODUCTION, ask, serve
from tests.projects import BACKEND, BuiltProject, clean_environment, run_dazzle

PROJECT = """\
app race "Race"

entity Task:
  name: str required
  state: enum[open, left, right, done]=open
  transitions:
    open -> left
    open -> right
    left -> done
    track: true

@use crud_surface_set(entity_name=Task, title_field=name)
"""
TASKS, PEOPLE = 6, 6
FILL = f"""
import json
from django.contrib.auth import get_user_model
from django.test import Client
from core.models import Task
user = get_user_model().objects.create_superuser("ada")
keys = [str(Task.objects.create(name=f"task {{n}}").pk) for n in range({TASKS})]
client = Client(HTTP_HOST="127.0.0.1")
client.force_login(user)
client.get("/tasks/new/")  # whose answer has the other cookie
cookies = {{name: morsel.value for name, morsel in client.cookies.items()}}
print(json.dumps({{"keys": keys, "cookies": cookies}}))
"""
READ = """
import json
from core.models import Task
from records.tracking.records import list_changes
found = {str(t.pk): [t.state, [c.after for c in list_changes(t)]] for t in Task.objects.all()}
print(json.dumps(found))
"""
SAVE = """
import sys
from django.core.exceptions import ValidationError
from core.models import Task
rows = list(Task.objects.order_by("name"))
print("ready", flush=True)
sys.stdin.readline()
for row in rows:
    row.state = WANTED
    try:
        row.save()
        print("saved")
    except ValidationError:
        print("refused")
"""


@pytest.fixture(scope="module")
def race(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    folder = tmp_path_factory.mktemp("race")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout
    return BuiltProject("race", folder / "out" / BACKEND)


def prepare(built: BuiltProject, variables: dict[str, str]) -> None:
    for command in (("migrate", "-v0"), ("collectstatic", "--noinput", "-v0")):
        assert built.manage(*command, **PRODUCTION, **variables).returncode == 0


def press_all(port: int, key: str, cookies: dict[str, str]) -> Counter[str]:
    """What people are told who press two buttons of a row at the same moment."""
    barrier = Barrier(PEOPLE)
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())

    def press(number: int) -> str:
        state = ("left", "right")[number % 2]
        barrier.wait()
        headers = {"Cookie": cookie, "X-CSRFToken": cookies["csrftoken"]}
        status, found, _ = ask(
            port, f"/tasks/{key}/to/{state}/", {"state-before": "open"}, **headers
        )
        assert status == 302
        # What is said comes with the answer, for the page that follows.
        said = next(each for each in found.get_all("Set-Cookie") if each.startswith("messages="))
        headers["Cookie"] += f"; {said.partition(';')[0]}"
        _, _, page = ask(port, found["Location"], **headers)
        return next(word for word in ("was saved", "Meanwhile", "") if word in page)

    with ThreadPoolExecutor(PEOPLE) as people:
        return Counter(people.map(press, range(PEOPLE)))


@pytest.mark.parametrize("database", ["SQLite", "PostgreSQL"])
def test_one_of_several_buttons_wins(database: str, race: BuiltProject, tmp_path: Path) -> None:
    built = race.copy_to(tmp_path / BACKEND)
    with open_database(database, tmp_path) as variables:
        prepare(built, variables)
        made = run_shell(built, FILL, variables)
        with serve(built, **PRODUCTION, **variables, WEB_CONCURRENCY="2") as port:
            told = [press_all(port, key, made["cookies"]) for key in made["keys"]]
        found = run_shell(built, READ, variables)
    assert told == [Counter({"was saved": 1, "Meanwhile": PEOPLE - 1})] * TASKS
    assert all(history == [state] != ["open"] for state, history in found.values()), found


@pytest.mark.parametrize("database", ["SQLite", "PostgreSQL"])
def test_one_of_several_programs_wins(database: str, race: BuiltProject, tmp_path: Path) -> None:
    built = race.copy_to(tmp_path / BACKEND)
    with open_database(database, tmp_path) as variables:
        prepare(built, variables)
        run_shell(built, FILL, variables)
        said = list(run_programs(built, {**PRODUCTION, **variables}))
        found = run_shell(built, READ, variables)
    assert Counter(word for words in said for word in words) == {"saved": TASKS, "refused": TASKS}
    assert all(history == [state] != ["open"] for state, history in found.values()), found


def run_programs(built: BuiltProject, variables: dict[str, str]) -> Iterator[list[str]]:
    """Let two programs save another state each that have read the same rows."""
    running = []
    for state in ("left", "right"):
        code = f'WANTED = "{state}"\n{SAVE}'
        command = [sys.executable, "manage.py", "shell", "-v0", "-c", code]
        running.append(
            subprocess.Popen(
                command,
                cwd=built.folder,
                env=clean_environment(**variables),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
    for each in running:
        assert each.stdout and each.stdout.readline() == "ready\n"
    for each in running:
        assert each.stdin
        each.stdin.write("go\n")
        each.stdin.flush()
    for each in running:
        yield each.communicate(timeout=120)[0].split()
