"""How fast a list page is, beside one written by hand and the admin's, and how it grows.

`make bench-pages` writes the figures into docs/page-speed.md. Everything runs on this machine;
what is compared is asked for in turns, within one run.
"""

import gzip
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from page_report import put_sections
from serving import CLIENTS, SECONDS, count_cpu, load, manage, serve

ROOT = Path(__file__).resolve().parent.parent
PARTS = Path(__file__).resolve().parent / "pages"
ROUNDS = 9
FEW, MANY = 1_000, 100_000
RIVALS = {
    "/tasks/": "the list of the app",
    "/by-hand/": "the same columns, by hand",
    "/by-hand-full/": "what else the list offers, too, by hand",
    "/admin/core/task/": "the admin's change list",
}
WEIGHED = ("/", "/tasks/", "/tasks/?size=100", "/tasks/new/")


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
    for name in ("by_hand.html", "by_hand_full.html"):
        (project / "core/templates/core" / name).write_text((PARTS / name).read_text())
    urls = project / "core/urls.py"
    urls.write_text(
        f"{urls.read_text()}\nfrom .by_hand import FullTaskList, TaskList\n\n"
        'urlpatterns.append(path("by-hand/", TaskList.as_view()))\n'
        'urlpatterns.append(path("by-hand-full/", FullTaskList.as_view()))\n'
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


def compare_speeds(project: Path) -> dict[str, tuple[float, float]]:
    """Address → requests per second and milliseconds of CPU per request.

    Each is the median of rounds that took turns.
    """
    cookie = fill(project, FEW)
    with serve(project) as port:
        for address in RIVALS:
            load(port, address, cookie)
        rounds = [{a: weigh_load(port, a, cookie) for a in RIVALS} for _ in range(ROUNDS)]
    return {
        address: (
            median(each[address][0] for each in rounds),
            median(each[address][1] for each in rounds),
        )
        for address in RIVALS
    }


def weigh_load(port: int, address: str, cookie: str) -> tuple[float, float]:
    """Requests per second, and the milliseconds of CPU that the server took for each."""
    before = count_cpu()
    rate = load(port, address, cookie)
    return rate, 1000 * (count_cpu() - before) / (rate * SECONDS)


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


def write_speeds(speeds: dict[str, tuple[float, float]]) -> Iterator[str]:
    """The table of the rivals."""
    own, own_cpu = speeds["/tasks/"]
    yield "## A list page under gunicorn\n"
    yield (
        f"{FEW:,} rows of simple_task, 20 on a page, {CLIENTS} clients; medians of {ROUNDS} rounds "
        f"of {SECONDS} s that took turns. The page by hand is a plain `ListView` and a template "
        "with the same columns, in the same frame; it has no search, filters, sorting, export, "
        "selection or changes in place. The other one has the inputs, buttons and links for all of "
        "that, in plain Django with `{% url %}` and `{% querystring %}`, and nothing behind them.\n"
    )
    yield "| page | requests per second | the app's list, as a ratio | CPU, ms | as a ratio |"
    yield "| --- | --- | --- | --- | --- |"
    for address, title in RIVALS.items():
        rate, cpu = speeds[address]
        yield f"| {title} | {rate:.0f} | {own / rate:.2f} | {cpu:.2f} | {own_cpu / cpu:.2f} |"
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
