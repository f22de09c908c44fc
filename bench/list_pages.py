"""How fast a list page is, beside one written by hand and the admin's, and how it grows.

`make bench-pages` writes the figures into docs/page-speed.md. Everything runs on this machine;
what is compared is asked for in turns, within one run.
"""

import gzip
import json
import os
import re
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

from page_report import put_sections

ROOT = Path(__file__).resolve().parent.parent
PARTS = Path(__file__).resolve().parent / "pages"
ROUNDS, SECONDS, CLIENTS = 9, 2, 4
FEW, MANY = 1_000, 100_000
RIVALS = {
    "/tasks/": "the list of the app",
    "/by-hand/": "the same columns, by hand",
    "/admin/core/task/": "the admin's change list",
}
WEIGHED = ("/", "/tasks/", "/tasks/?size=100", "/tasks/new/")
PRODUCTION = {
    "DEBUG": "False",
    "HTTPS": "False",
    "ALLOWED_HOSTS": "127.0.0.1",
    "SECRET_KEY": "for-measuring-only" * 4,
}


def main() -> None:
    """Measure, and write the sections."""
    with tempfile.TemporaryDirectory() as folder:
        project = build(Path(folder))
        speeds = compare_speeds(project)
        weights = weigh_pages(project)
        growth = compare_sizes(project)
    put_sections([*write_speeds(speeds), *write_weights(weights), *write_growth(growth)])


def build(folder: Path) -> Path:
    """The demo's project with a list by hand beside its own."""
    dazzle = [sys.executable, "-m", "transformer", "build", ROOT / "fixtures/simple_task"]
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


def fill(project: Path, count: int, rows: str = "rows.py") -> str:
    """Fill a fresh database with so many rows; the cookie of someone who is signed in."""
    for file in project.glob("db.sqlite3*"):
        file.unlink()
    manage(project, "migrate", "-v0")
    code = (PARTS / rows).read_text().replace("COUNT", str(count))
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


def load(port: int, address: str, cookie: str, seconds: float = SECONDS) -> float:
    """Requests per second while a few clients ask again and again."""
    end = time.perf_counter() + seconds

    def count() -> int:
        connection, asked = HTTPConnection("127.0.0.1", port), 0
        while time.perf_counter() < end:
            ask(connection, address, cookie)
            asked += 1
        return asked

    with ThreadPoolExecutor(CLIENTS) as clients:
        return (
            sum(each.result() for each in [clients.submit(count) for _ in range(CLIENTS)]) / seconds
        )


def weigh_pages(project: Path) -> dict[str, tuple[int, int]]:
    """Address → bytes of the page, compressed, and of the files that it asks for besides."""
    cookie = fill(project, FEW)
    manage(project, "collectstatic", "--noinput", "-v0")
    with serve(project) as port:
        pages = {address: fetch(port, address, cookie) for address in WEIGHED}
        linked = {a: re.findall(r'(?:href|src)="(/static/[^"]+)"', p[1]) for a, p in pages.items()}
        files = {name for names in linked.values() for name in names}
        sizes = {name: fetch(port, name, cookie)[0] for name in files}
    return {a: (pages[a][0], sum(sizes[name] for name in set(linked[a]))) for a in WEIGHED}


def fetch(port: int, address: str, cookie: str) -> tuple[int, str]:
    """The bytes that an answer takes, compressed, and what it says if it is a page."""
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", address, headers={"Cookie": cookie, "Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    content, is_page = answer.read(), answer.headers.get_content_type() == "text/html"
    if answer.headers["Content-Encoding"] != "gzip" and is_page:
        raise SystemExit(f"{address} isn't compressed")
    size = len(content) + len(str(answer.headers))
    return size, gzip.decompress(content).decode() if is_page else ""


def compare_sizes(project: Path) -> list[dict[str, float | str]]:
    """For each address: queries, and milliseconds with few rows and with many."""
    found = {}
    for count in (FEW, MANY):
        fill(project, count)
        code = (PARTS / "timing.py").read_text()
        found[count] = json.loads(manage(project, "shell", "-v0", "-c", code).splitlines()[-1])
    return [{"address": a, "few": found[FEW][a], "many": found[MANY][a]} for a in found[FEW]]


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


def write_weights(weights: dict[str, tuple[int, int]]) -> Iterator[str]:
    """The table of what is sent for a page."""
    yield "## What a page weighs\n"
    yield (
        "Bytes, compressed, with the heads of the answers. Files are kept by the browser, so that "
        "they are sent once.\n"
    )
    yield "| page | itself | its files | first visit |\n| --- | --- | --- | --- |"
    for address, (own, files) in weights.items():
        yield f"| `{address}` | {own:,} | {files:,} | {own + files:,} |"
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
