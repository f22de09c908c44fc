"""How fast a list page is, beside one written by hand and the admin's, and how it grows.

`make bench-pages` writes the figures into docs/page-speed.md. Everything runs on this machine;
what is compared is asked for in turns, within one run.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from socket import create_server
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
PARTS = Path(__file__).resolve().parent / "pages"
REPORT = ROOT / "docs" / "page-speed.md"
ROUNDS, SECONDS, CLIENTS = 9, 2, 4
FEW, MANY = 1_000, 100_000
RIVALS = {
    "/tasks/": "the list of the app",
    "/by-hand/": "the same columns, by hand",
    "/admin/core/task/": "the admin's change list",
}
PRODUCTION = {"DEBUG": "False", "HTTPS": "False", "SECRET_KEY": "for-measuring-only" * 4}


def main() -> None:
    """Measure, and write the report."""
    with tempfile.TemporaryDirectory() as folder:
        project = build(Path(folder))
        speeds = compare_speeds(project)
        growth = compare_sizes(project)
    REPORT.write_text("\n".join([*write_head(), *write_speeds(speeds), *write_growth(growth), ""]))


def build(folder: Path) -> Path:
    """The demo's project with a list by hand beside its own."""
    dazzle = [sys.executable, "-m", "transformer.cli", "build", ROOT / "fixtures/simple_task"]
    subprocess.run([*dazzle, "--output", folder], cwd=ROOT, check=True, capture_output=True)
    project = folder / "django_micro"
    (project / "core/by_hand.py").write_text((PARTS / "by_hand.py").read_text())
    (project / "core/templates/core/by_hand.html").write_text((PARTS / "by_hand.html").read_text())
    urls = project / "core/urls.py"
    urls.write_text(
        f"{urls.read_text()}\nfrom .by_hand import TaskList\n\n"
        'urlpatterns.append(path("by-hand/", TaskList.as_view()))\n'
    )
    return project


def fill(project: Path, count: int) -> str:
    """Fill a fresh database with so many rows; the cookie of someone who is signed in."""
    for file in project.glob("db.sqlite3*"):
        file.unlink()
    manage(project, "migrate", "-v0")
    code = (PARTS / "rows.py").read_text().replace("COUNT", str(count))
    key = manage(project, "shell", "-v0", "-c", code).strip().splitlines()[-1]
    manage(project, "migrate", "-v0")
    return f"sessionid={key}"


def manage(project: Path, *words: str) -> str:
    """What a command of the project's `manage.py` prints."""
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(
        command, cwd=project, env={**os.environ, **PRODUCTION}, check=True, stdout=subprocess.PIPE
    )
    return done.stdout.decode()


@contextmanager
def serve(project: Path) -> Iterator[int]:
    """The port at which gunicorn serves the project, with the project's own settings."""
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "app.wsgi", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command,
        cwd=project,
        env={**os.environ, **PRODUCTION},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            wait_for(port)
            yield port
        finally:
            server.terminate()


def wait_for(port: int) -> None:
    for _ in range(300):
        try:
            ask(HTTPConnection("127.0.0.1", port), "/healthz", "")
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("gunicorn didn't start")


def ask(connection: HTTPConnection, address: str, cookie: str) -> None:
    """Ask for a page, which has to be there."""
    connection.request("GET", address, headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise SystemExit(f"{address} answered {answer.status}")


def compare_speeds(project: Path) -> dict[str, float]:
    """Address → requests per second, each the median of rounds that took turns."""
    cookie = fill(project, FEW)
    with serve(project) as port:
        for address in RIVALS:
            load(port, address, cookie)
        rounds = [{a: load(port, a, cookie) for a in RIVALS} for _ in range(ROUNDS)]
    return {address: median(each[address] for each in rounds) for address in RIVALS}


def load(port: int, address: str, cookie: str) -> float:
    """Requests per second while a few clients ask again and again."""
    end = time.perf_counter() + SECONDS

    def count() -> int:
        connection, asked = HTTPConnection("127.0.0.1", port), 0
        while time.perf_counter() < end:
            ask(connection, address, cookie)
            asked += 1
        return asked

    with ThreadPoolExecutor(CLIENTS) as clients:
        return (
            sum(each.result() for each in [clients.submit(count) for _ in range(CLIENTS)]) / SECONDS
        )


def compare_sizes(project: Path) -> list[dict[str, float | str]]:
    """For each address: queries, and milliseconds with few rows and with many."""
    found = {}
    for count in (FEW, MANY):
        fill(project, count)
        code = (PARTS / "timing.py").read_text()
        found[count] = json.loads(manage(project, "shell", "-v0", "-c", code).splitlines()[-1])
    return [{"address": a, "few": found[FEW][a], "many": found[MANY][a]} for a in found[FEW]]


def write_head() -> Iterator[str]:
    """What was measured, and on what."""
    yield "# How fast pages are\n"
    yield (
        f"Written by `make bench-pages`: Python {platform.python_version()}, {platform.system()}, "
        f"{os.cpu_count()} cores. Compare ratios, not machines.\n"
    )


def write_speeds(speeds: dict[str, float]) -> Iterator[str]:
    """The table of the rivals."""
    own = speeds["/tasks/"]
    yield "## A list page under gunicorn\n"
    yield (
        f"{FEW:,} rows of simple_task, 20 on a page, {CLIENTS} clients; medians of {ROUNDS} rounds "
        f"of {SECONDS} s that took turns. The page by hand is a plain `ListView` and a template "
        "with the same columns, in the same frame; it has no search, filters, sorting, export, "
        "selection or changes in place.\n"
    )
    yield "| page | requests per second | the app's list, as a ratio |\n| --- | --- | --- |"
    for address, title in RIVALS.items():
        yield f"| {title} | {speeds[address]:.0f} | {own / speeds[address]:.2f} |"
    yield ""


def write_growth(growth: list[dict[str, float | str]]) -> Iterator[str]:
    """The table of what a hundred times as many rows do."""
    yield f"## From {FEW:,} to {MANY:,} rows\n"
    yield (
        "Fastest of 15 requests without a server between, on SQLite; queries with few and with "
        "many rows where they differ.\n"
    )
    yield "| request | queries | ms, few rows | ms, many rows | ratio |"
    yield "| --- | --- | --- | --- | --- |"
    for row in growth:
        (few, asked), (many, more) = row["few"], row["many"]
        queries = str(asked) if asked == more else f"{asked}, {more}"
        yield f"| `{row['address']}` | {queries} | {few:.1f} | {many:.1f} | {many / few:.2f} |"


if __name__ == "__main__":
    main()
