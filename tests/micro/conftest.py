"""An app with rows, on either database."""

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.micro.audited import build_audited
from tests.micro.desk import build_desk
from tests.micro.living_app import LivingApp
from tests.micro.put_away import build_put_away
from tests.postgres import find_command, serve_postgres
from tests.projects import BuiltProject


@pytest.fixture(scope="session")
def server() -> Iterator[str | None]:
    """A PostgreSQL server for all tests; None where there is none."""
    if not find_command("initdb"):
        yield None
        return
    with serve_postgres() as address:
        yield address


@pytest.fixture
def variables(request: pytest.FixtureRequest) -> dict[str, str]:
    """Where an app has its rows: on SQLite if nothing else is asked for."""
    return find_database(request)


@pytest.fixture
def living(request: pytest.FixtureRequest, tmp_path: Path) -> LivingApp:
    """An app with rows, on SQLite if nothing else is asked for."""
    return LivingApp(tmp_path / "vet", find_database(request)).start()


def find_database(request: pytest.FixtureRequest) -> dict[str, str]:
    """The variables of an app on the database that a test asks for."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return {}
    address: str | None = request.getfixturevalue("server")
    if address is None:
        pytest.skip("there is no PostgreSQL")
    name = f"vet_{os.urandom(6).hex()}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return {"DATABASE_URL": address.replace("/postgres", f"/{name}")}


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """A help desk whose tickets have states."""
    return build_desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="session")
def audited(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """An app that keeps what became of its records."""
    return build_audited(tmp_path_factory.mktemp("audited"))


@pytest.fixture(scope="session")
def put_away(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """An app whose records are put away instead of being deleted."""
    return build_put_away(tmp_path_factory.mktemp("put_away"))
