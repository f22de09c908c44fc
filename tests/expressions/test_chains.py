"""Computed values of a built project, also those that build on others, beside the interpreter."""

from pathlib import Path

import pytest

from tests.expressions.chains import Chains, build_chains, compare_chains
from tests.expressions.dialects import migrate
from tests.postgres import find_command, serve_postgres
from tests.projects import BACKEND

Built = tuple[Chains, Path]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The project, and where it is."""
    folder = tmp_path_factory.mktemp("chains")
    return build_chains(11, 240, folder), folder


def test_sqlite_computes_what_the_interpreter_says(built: Built) -> None:
    chains, folder = built
    migrate(folder / "out" / BACKEND)
    count, different = compare_chains(chains, folder)
    assert different == []
    assert count > 200  # others depend on who is signed in


@pytest.mark.skipif(not find_command("initdb"), reason="needs PostgreSQL")
def test_postgres_computes_what_the_interpreter_says(built: Built) -> None:
    chains, folder = built
    with serve_postgres() as address:
        migrate(folder / "out" / BACKEND, DATABASE_URL=address)
        assert compare_chains(chains, folder, DATABASE_URL=address)[1] == []
