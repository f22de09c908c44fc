"""Apps with an API, each asked once by everybody; the tests read the answers."""

import json
import shutil
from pathlib import Path

import pytest

from tests.api.asking import Answers
from tests.projects import BACKEND, FIXTURES, ROOT, BuiltProject, run_dazzle, run_python

FEATURES = "[features]\n"


def build_with_api(name: str, folder: Path, place: Path = FIXTURES) -> BuiltProject:
    """An example's app with an API."""
    shutil.copytree(place / name, folder, dirs_exist_ok=True)
    settings = folder / "dazzle.toml"
    text = settings.read_text(encoding="utf-8")
    text = text if FEATURES in text else f"{text}\n{FEATURES}"
    settings.write_text(text.replace(FEATURES, f"{FEATURES}api = true\n"), encoding="utf-8")
    done = run_dazzle(folder, "build", "--output", str(folder / "out"))
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltProject(name, folder / "out" / BACKEND)


def ask_app(built: BuiltProject, script: str) -> Answers:
    """What an app answers to a script of `tests/api`, by the names of requests."""
    variables = {"PYTHONPATH": f".:{ROOT}", "SECRET_KEY": "only-for-tests" * 5, "DEBUG": "False"}
    variables["HTTPS"] = "False"
    done = run_python(built.folder, "-m", script, **variables)
    assert done.returncode == 0, done.stderr
    return Answers(json.loads(done.stdout))


@pytest.fixture(scope="session")
def tickets(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The app of a help desk without rules."""
    return build_with_api("support_tickets", tmp_path_factory.mktemp("api") / "tickets")


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The app of a repair desk, with rules, transitions, versions and soft deletion."""
    return build_with_api("repair_desk", tmp_path_factory.mktemp("api") / "desk")


@pytest.fixture(scope="session")
def club(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The app of a sports club, with tenants, links, and a list for everybody."""
    return build_with_api("sports_club", tmp_path_factory.mktemp("api") / "club")


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The app of a workshop, where the page of a record and that of its form differ."""
    place = tmp_path_factory.mktemp("api") / "workshop"
    return build_with_api("workshop", place, Path(__file__).parent)


@pytest.fixture(scope="session")
def ticket_answers(tickets: BuiltProject) -> Answers:
    """What it answers to `tests/api/ticket_requests.py`."""
    return ask_app(tickets, "tests.api.ticket_requests")


@pytest.fixture(scope="session")
def desk_answers(desk: BuiltProject) -> Answers:
    """What it answers to `tests/api/desk_requests.py`."""
    return ask_app(desk, "tests.api.desk_requests")


@pytest.fixture(scope="session")
def workshop_answers(workshop: BuiltProject) -> Answers:
    """What it answers to `tests/api/workshop_requests.py`."""
    return ask_app(workshop, "tests.api.workshop_requests")
