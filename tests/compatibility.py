"""The examples' own tests on each database, and on the oldest and the newest Django."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.pooler import serve_pooler
from tests.postgres import serve_postgres
from tests.projects import clean_environment

SQLITE, POSTGRES, POOLED = "SQLite", "PostgreSQL", "PostgreSQL behind PgBouncer"
DATABASES = (SQLITE, POSTGRES, POOLED)
RAN = re.compile(r"^Ran (\d+) tests? in", re.MULTILINE)


class Outcome(NamedTuple):
    """What an app's own tests have come to: how many ran, and what failed says."""

    ran: int
    failure: str


@contextmanager
def serve_database(name: str) -> Iterator[dict[str, str]]:
    """The variables with which an app uses an empty database of a kind."""
    if name == SQLITE:
        yield {}
        return
    with serve_postgres() as address:
        if name == POSTGRES:
            yield {"DATABASE_URL": address}
            return
        with serve_pooler(address) as pooled:
            yield {"DATABASE_URL": pooled, "DATABASE_POOLED": "true"}


def run_own_tests(folder: Path, python: str, **variables: str) -> Outcome:
    """Run the tests of the app in a folder; the database that they make stays."""
    # A pooler keeps connections, and PostgreSQL drops no database that has some.
    done = subprocess.run(
        [python, "manage.py", "test", "--keepdb"],
        cwd=folder,
        env=clean_environment(**variables),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    ran = RAN.search(done.stderr)
    return Outcome(int(ran[1]) if ran else 0, done.stderr[-3000:] if done.returncode else "")
