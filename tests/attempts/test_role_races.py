"""Somebody loses a role while they are at work: no request that begins afterwards goes through."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.micro.test_contention import open_database, run_shell
from tests.micro.test_serving import PRODUCTION, ask, serve
from tests.micro.test_transition_races import prepare
from tests.projects import BACKEND, BuiltProject
from tests.rules.ruled_apps import Bug, build_app, plant_bug

PROJECT = """\
app race "Race"

entity User:
  email: email required unique
  role: enum[reader "Reader", editor "Editor"]=reader

entity Note:
  text: str required
  state: enum[left, right]=left
  permit:
    list: true
    read: true
    update: role(editor)

@use crud_surface_set(entity_name=Note, title_field=text)
@use crud_surface_set(entity_name=User, title_field=email)
"""
NOTES, PEOPLE = 12, 4
FILL = f"""
import json
from django.test import Client
from core.models import Note, User
from records.members import add_to_members
owner = User.objects.create_superuser("owner@example.com")
editor = User.objects.create_user("editor@example.com", role="editor")
add_to_members(editor)
keys = [str(Note.objects.create(text=f"note {{n}}").pk) for n in range({NOTES})]
found = {{"keys": keys, "editor": str(editor.pk)}}
for name, account in (("owner's", owner), ("editor's", editor)):
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(account)
    client.get("/account/")
    found[name] = {{key: morsel.value for key, morsel in client.cookies.items()}}
print(json.dumps(found))
"""
FORGETFUL: Bug = (
    "records/roles.py",
    '    return getattr(user, "role", None) in names',
    '    return _known.setdefault(user.pk, getattr(user, "role", None)) in names',
)


def send(port: int, path: str, cookies: dict[str, str], values: dict[str, Any]) -> int:
    cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
    headers = {"Cookie": cookie, "X-CSRFToken": cookies["csrftoken"]}
    status: int = ask(port, path, values, **headers)[0]
    return status


def work(port: int, made: dict[str, Any], stop: Event, number: int) -> list[tuple[float, int]]:
    """Change notes until it is enough; when each request began, and its answer."""
    answers = []
    for turn in range(10_000):
        if stop.is_set():
            break
        state, begun = ("left", "right")[turn % 2], time.monotonic()
        key = made["keys"][turn % NOTES]
        path, values = f"/notes/{key}/set/state/", {"state": state}
        if number % 2:
            path, values = f"/notes/change/?all={turn}", {"row": key, "change-state": f"={state}"}
            values |= {"confirmed": "1"}
        answers.append((begun, send(port, path, made["editor's"], values)))
    return answers


def take_role(port: int, made: dict[str, Any]) -> tuple[float, list[tuple[float, int]]]:
    """Take the role of whoever is at work; when that was done, and what they were answered."""
    stop = Event()
    with ThreadPoolExecutor(PEOPLE) as people:
        working = [people.submit(work, port, made, stop, number) for number in range(PEOPLE)]
        time.sleep(1.5)
        values = {"account": made["editor"], "role": "reader"}
        assert send(port, "/account/roles/", made["owner's"], values) == 302
        taken = time.monotonic()
        time.sleep(1.5)
        stop.set()
        return taken, [each for future in working for each in future.result()]


def race(built: BuiltProject, variables: dict[str, str]) -> tuple[list[int], list[int]]:
    """What those were answered who began before the role was taken, and those afterwards."""
    prepare(built, variables)
    made = run_shell(built, FILL, variables)
    with serve(built, **PRODUCTION, **variables, WEB_CONCURRENCY="2") as port:
        taken, answers = take_role(port, made)
    early = [status for begun, status in answers if begun < taken]
    return early, [status for begun, status in answers if begun > taken]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    return build_app(tmp_path_factory.mktemp("race"), "race", PROJECT)


@pytest.mark.parametrize("database", ["SQLite", pytest.param("PostgreSQL", marks=pytest.mark.long)])
def test_role_that_is_taken_counts_from_then_on(
    database: str, app: BuiltProject, tmp_path: Path
) -> None:
    built = app.copy_to(tmp_path / BACKEND)
    with open_database(database, tmp_path) as variables:
        early, late = race(built, variables)
    assert 302 in early
    assert late
    assert set(late) == {403}


@pytest.mark.long
def test_role_that_is_remembered_is_noticed(app: BuiltProject, tmp_path: Path) -> None:
    built = plant_bug(app, FORGETFUL, tmp_path)
    path = built.folder / FORGETFUL[0]
    path.write_text(f"{path.read_text(encoding='utf-8')}\n_known = {{}}\n", encoding="utf-8")
    with open_database("SQLite", tmp_path) as variables:
        assert 302 in race(built, variables)[1]
