"""Run the examples' own tests on each database and Django; write docs/compatibility.md.

`make matrix` takes the Python of the checkout with the oldest Django that an app permits, and
another Python with the newest one.
"""

import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.compatibility import DATABASES, Outcome, run_own_tests, serve_database
from tests.interpreters import find_interpreter, install
from tests.postgres import find_command
from tests.projects import BACKEND, PROJECTS, ROOT, build_fixture

REPORT = ROOT / "docs/compatibility.md"
NEWEST_PYTHON = "3.13"
OLDEST = re.compile(r"^Django>=([\d.]+)", re.MULTILINE)
VERSIONS = "import django, platform; print(platform.python_version(), django.__version__)"
Outcomes = Mapping[tuple[str, str, str], Outcome]
"""By example, surroundings and database."""
HEAD = """\
# What apps run on

Written by `make matrix`: the own tests of each example, as `manage.py test` runs them, on SQLite
{sqlite} and {postgres}, behind PgBouncer in transaction mode, too. A number is how many
tests ran. All of them passed unless it says otherwise.
"""


def main() -> None:
    """Run the tests, and write the page; exit with 1 if something failed."""
    with tempfile.TemporaryDirectory() as folder:
        built = {name: build_fixture(name, Path(folder) / name).folder for name in PROJECTS}
        apps = {name: app for name, app in built.items() if app.name == BACKEND}
        pythons = dict(prepare_pythons(Path(folder), apps))
        outcomes = dict(run_all(apps, pythons))
    REPORT.write_text("\n".join(write_page(outcomes)))
    for key, outcome in outcomes.items():
        if outcome.failure:
            print(*key, outcome.failure, sep="\n", file=sys.stderr)
    sys.exit(any(outcome.failure for outcome in outcomes.values()))


def prepare_pythons(folder: Path, apps: Mapping[str, Path]) -> Iterator[tuple[str, str]]:
    """Surroundings by what they are called, each with its Python."""
    files = [app / "requirements.txt" for app in apps.values()]
    needed = [f"--requirement={file}" for file in files]
    (oldest,) = {each for file in files for each in OLDEST.findall(file.read_text())}
    kinds = {"oldest": (sys.executable, [f"Django=={oldest}"])}
    if newer := find_interpreter(NEWEST_PYTHON):
        kinds["newest"] = (newer, [])
    for name, (interpreter, exact) in kinds.items():
        python = install(folder / name, interpreter, *needed, *exact)
        said = subprocess.run([python, "-c", VERSIONS], capture_output=True, text=True, check=True)
        yield "Python {}, Django {}".format(*said.stdout.split()), python


def run_all(
    apps: Mapping[str, Path], pythons: Mapping[str, str]
) -> Iterator[tuple[tuple[str, str, str], Outcome]]:
    """Run the tests of each app everywhere."""
    for surroundings, python in pythons.items():
        for database in DATABASES:
            for name, app in apps.items():
                with serve_database(database) as variables:
                    outcome = run_own_tests(app, python, **variables)
                print(surroundings, database, name, outcome.ran, outcome.failure and "FAILED")
                yield (name, surroundings, database), outcome


def write_page(outcomes: Outcomes) -> Iterator[str]:
    """The page: a table for each of the surroundings, a line for each example."""
    said = subprocess.run(
        [find_command("postgres") or "postgres", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    postgres = f"PostgreSQL {said.stdout.split()[2]}"
    yield HEAD.format(sqlite=sqlite3.sqlite_version, postgres=postgres)
    for surroundings in dict.fromkeys(key[1] for key in outcomes):
        yield f"## {surroundings}\n"
        yield f"| example | {' | '.join(DATABASES)} |"
        yield f"| --- |{' --- |' * len(DATABASES)}"
        for name in dict.fromkeys(key[0] for key in outcomes):
            cells = [spell(outcomes[name, surroundings, each]) for each in DATABASES]
            yield f"| {name} | {' | '.join(cells)} |"
        yield ""


def spell(outcome: Outcome) -> str:
    """A cell of the table."""
    return f"{outcome.ran}, **failed**" if outcome.failure else str(outcome.ran)


if __name__ == "__main__":
    main()
