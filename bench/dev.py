"""How long it takes from saving the .dsl file to the new page in an open browser.

`make bench-dev` writes the figures into docs/dev-speed.md. Beside `dazzle dev` runs a plain
runserver on a copy of the same app; kinds of saves and reloads take turns.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from socket import create_server
from statistics import median, quantiles
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "docs" / "dev-speed.md"
SAVES = int(os.environ.get("SAVES", "20"))
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PATIENCE = 60
PAUSE = 3  # between saves; people take longer
PAGE = "/tasks/new/"
RIVAL = "runserver"
GOALS = {
    "template": "under 0.5 s",
    "python": "at most 1.3 times runserver",
    "model": "at most 2 times runserver",
}
TITLES = {
    "template": "only templates change: the title of a page",
    "python": "Python changes: the placeholder of an input",
    "model": "a model changes: one more field, migrated, and its input",
    RIVAL: "runserver alone, after a change of `core/forms.py`",
}
# What is replaced in the .dsl file, by what with a number in it, and what shows that on the page.
SAVED = {
    "template": ('"Add a task":', '"Add task {n}":', 'h1:text-is("Add task {n}")'),
    "python": ('placeholder="Water', 'placeholder="No {n}: Water', '[placeholder^="No {n}:"]'),
    "model": ("  due_date: date\n", "  due_date: date\n  extra_{n}: str(50)\n", "[name=extra_{n}]"),
}
FORM = '    field title "Title" placeholder'


def main() -> None:
    """Measure, and write the page."""
    with tempfile.TemporaryDirectory() as name:
        project, app = make_projects(Path(name))
        address = f"127.0.0.1:{find_port()}"
        with serve_plainly(app, address), serve(project) as own, open_page(own) as page:
            take_turns(project, app, page, address, range(2))  # which warms the browser, too
            found = take_turns(project, app, page, address, range(2, SAVES + 2))
    REPORT.write_text("\n".join(write_report(found)), "utf-8")


def make_projects(folder: Path) -> tuple[Path, Path]:
    """A project to serve, and the app of a copy, built and migrated."""
    for name in ("own", "rival"):
        shutil.copytree(ROOT / "fixtures/simple_task", folder / name)
        settings = folder / name / "dazzle.toml"
        settings.write_text(settings.read_text("utf-8") + '\n[app]\naccess = "open"\n', "utf-8")
    run(folder / "rival", "-m", "transformer", "build")
    app = folder / "rival/build/django_micro"
    run(app, "manage.py", "migrate", "-v0")
    return folder / "own", app


def run(folder: Path, *words: str) -> None:
    """Run Python in a folder, which has to go well."""
    subprocess.run([sys.executable, *words], cwd=folder, check=True, capture_output=True)


def find_port() -> int:
    with create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def serve_plainly(app: Path, address: str) -> Iterator[None]:
    """An app under runserver, with Django's own reloader."""
    with start(app, "manage.py", "runserver", address):
        wait_until(lambda: PAGE and fetch(address) != "")
        yield


@contextmanager
def serve(project: Path) -> Iterator[str]:
    """The address of a project under `dazzle dev`."""
    port = find_port()
    with start(project, "-m", "transformer", "dev", "--port", str(port)):
        wait_until(lambda: fetch(f"127.0.0.1:{port}") != "")
        yield f"http://127.0.0.1:{port}"


@contextmanager
def start(folder: Path, *words: str) -> Iterator[None]:
    """A program of Python that runs meanwhile, and whatever it starts."""
    with subprocess.Popen(
        [sys.executable, *words],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            yield
        finally:
            os.killpg(process.pid, 15)


@contextmanager
def open_page(address: str) -> Iterator[Page]:
    """The page that people look at while they edit."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address + PAGE)
        yield page
        browser.close()


def fetch(address: str) -> str:
    """The page as a server gives it; nothing while it doesn't answer."""
    try:
        with urlopen(f"http://{address}{PAGE}", timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (URLError, OSError, HTTPException):  # it may end in mid-answer
        return ""


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.perf_counter() + PATIENCE
    while not is_so():
        if time.perf_counter() > end:
            raise SystemExit("nothing came of it")
        time.sleep(0.01)


def take_turns(
    project: Path, app: Path, page: Page, address: str, rounds: range
) -> dict[str, list[float]]:
    """Seconds of each kind of save, and of the reloads of runserver."""
    found: dict[str, list[float]] = {kind: [] for kind in TITLES}
    for number in rounds:
        for kind in SAVED:
            found[kind].append(measure_save(project / "dsl/app.dsl", page, kind, number))
            time.sleep(PAUSE)
        found[RIVAL].append(measure_reload(app / "core/forms.py", address, number))
    return found


def measure_save(source: Path, page: Page, kind: str, number: int) -> float:
    """Seconds from a save to the page in the browser that shows it."""
    old, new, sign = SAVED[kind]
    text = source.read_text("utf-8")
    if kind != "model":  # of these there is one, with the number of the last round
        old = old if old in text else new.format(n=number - 1)
    text = text.replace(old, new.format(n=number), 1)
    if kind == "model":
        field = f'    field extra_{number} "Extra {number}"\n'
        text = text.replace(FORM, field + FORM, 1)
    begin = time.perf_counter()
    source.write_text(text, "utf-8")
    page.locator(sign.format(n=number)).wait_for(state="attached", timeout=PATIENCE * 1000)
    return time.perf_counter() - begin


def measure_reload(file: Path, address: str, number: int) -> float:
    """Seconds from a change of a module to the first answer of runserver that has it."""
    text, old = file.read_text("utf-8"), f"No {number - 1}: Water"
    text = text.replace(old if old in text else "Water", f"No {number}: Water", 1)
    begin = time.perf_counter()
    file.write_text(text, "utf-8")
    wait_until(lambda: f"No {number}: Water" in fetch(address))
    return time.perf_counter() - begin


def write_report(found: dict[str, list[float]]) -> Iterator[str]:
    """The lines of the page."""
    yield "# From a save to the page\n"
    yield (
        f"Written by `make bench-dev`: Python {platform.python_version()}, {platform.system()}, "
        f"{os.cpu_count()} cores, load {os.getloadavg()[2]:.0f}. Compare ratios, not machines.\n"
    )
    yield (
        f"{SAVES} saves of each kind in `simple_task`, in turns. Those of `dazzle dev` are "
        "seconds from writing the .dsl file until Chromium, which has the form open, shows the "
        f"new one by itself, {PAUSE} s after the save before. The last row is a plain "
        "`manage.py runserver` beside it, from writing "
        "a module until it answers with it; no browser has to be told there, and nothing is built. "
        "It looks at its files once a second.\n"
    )
    yield "| | median, s | 10 % below | 10 % above | longest | ratio | goal |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    rival = median(found[RIVAL])
    for kind, title in TITLES.items():
        times = found[kind]
        tenths = quantiles(times, n=10)
        cells = (median(times), tenths[0], tenths[-1], max(times), median(times) / rival)
        yield f"| {title} | {' | '.join(f'{cell:.2f}' for cell in cells)} | {GOALS.get(kind, '')} |"
    yield ""


if __name__ == "__main__":
    main()
