"""Each dialect says of each row what the interpreter says, which knows none of them.

`make expressions` tries more of them, and writes docs/expressions.md.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.expressions.case_world import make_case_world
from tests.expressions.coverage import read_batch
from tests.expressions.dialects import (
    LASTING,
    Batch,
    build_project,
    list_differences,
    make_batch,
    migrate,
    run_sources,
)
from tests.expressions.planted import PLANTED, plant
from tests.long_runs import take_some
from tests.postgres import find_command, serve_postgres

BATCHES = {"Line": 500, "Order": 150, "Customer": 100, "Member": 100, "Region": 60}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of these tests, on SQLite."""
    built = build_project(tmp_path_factory.mktemp("expressions"))
    migrate(built)
    return built


@pytest.fixture(scope="module")
def postgres(project: Path) -> Iterator[str]:
    """A database with the tables of the project."""
    if find_command("initdb") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no PostgreSQL was found")
        pytest.skip("no PostgreSQL was found; on Debian: apt install postgresql")
    with serve_postgres() as address:
        migrate(project, DATABASE_URL=address)
        yield address


def find_differences(project: Path, batch: Batch, **variables: str) -> Any:
    sources = batch.compile()
    found = run_sources(project, batch, sources, **variables)
    return [*list_differences(batch, sources, found)]


@pytest.mark.parametrize("entity", BATCHES)
def test_sqlite_and_python_say_what_the_interpreter_says(project: Path, entity: str) -> None:
    assert find_differences(project, make_batch(1, BATCHES[entity], 2, entity)) == []


def test_postgres_says_what_the_interpreter_says(project: Path, postgres: str) -> None:
    for entity, count in BATCHES.items():
        batch = make_batch(2, count // 2, 2, entity)
        assert find_differences(project, batch, DATABASE_URL=postgres) == []


def test_days_and_moments_are_what_the_sentences_say(project: Path) -> None:
    manifest = read_batch(LASTING)
    batch = Batch("Line", LASTING, manifest, [make_case_world(manifest)])
    assert find_differences(project, batch) == []


@pytest.mark.parametrize("bug", take_some(PLANTED, 5))
def test_planted_bug_is_found(project: Path, bug: str) -> None:
    batch = make_batch(3, 60, 2)
    with plant(bug):
        sources = batch.compile()
    found = run_sources(project, batch, sources)
    assert [*list_differences(batch, sources, found)]
