"""Projects that are served, and a browser to use them with."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.tickets import ROWS
from tests.conftest import Finder
from tests.projects import BuiltProject, clean_environment, find_port

# The first takes half the time: it draws pages and has no windows.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30  # seconds
expect.set_options(timeout=PATIENCE * 1000 / 2)  # a busy machine takes its time


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium: the system's, or the one that Playwright keeps."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
        if not found and not own.is_file():
            if os.environ.get("CI") == "true":
                pytest.fail("no Chromium was found")
            pytest.skip("no Chromium was found; `playwright install chromium` gets one")
        yield playwright.chromium.launch(executable_path=found, args=SWITCHES)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo under the development server."""
    folder = tmp_path_factory.mktemp("browser") / "micro-demo"
    start = [sys.executable, "-m", "transformer", "demo", "--into", str(folder)]
    subprocess.run(start, env=clean_environment(), check=True, capture_output=True)
    manage(folder, "migrate", "-v0")
    with serve(folder) as address:
        yield address


@pytest.fixture(scope="session")
def full_desk(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The help desk with its rows, which isn't served but copied."""
    built = find_built("support_tickets").copy_to(tmp_path_factory.mktemp("tickets") / "app")
    manage(built.folder, "shell", "-v0", "-c", ROWS)
    return built


@pytest.fixture
def tickets(full_desk: BuiltProject, tmp_path: Path) -> Iterator[str]:
    """The address of the help desk with its rows, for one test alone."""
    with serve(full_desk.copy_to(tmp_path / "app").folder) as address:
        yield address


def manage(folder: Path, *arguments: str) -> None:
    """Run a command of a project's `manage.py`, which has to succeed."""
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, cwd=folder, env=clean_environment(), check=True)


PRODUCTION = {
    "DEBUG": "False",
    "HTTPS": "False",
    "ALLOWED_HOSTS": "127.0.0.1",
    "SECRET_KEY": "only-for-tests" * 5,
}


@pytest.fixture(scope="session")
def desk_in_production(
    full_desk: BuiltProject, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the help desk as it is in production, but for HTTPS."""
    folder = full_desk.copy_to(tmp_path_factory.mktemp("production") / "app").folder
    manage(folder, "collectstatic", "--noinput", "-v0")
    with serve(folder, **PRODUCTION) as address:
        yield address


@contextmanager
def serve(folder: Path, **variables: str) -> Iterator[str]:
    """The address of a project under the development server."""
    address = f"127.0.0.1:{find_port()}"
    command = [sys.executable, "manage.py", "runserver", "--noreload", address]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=clean_environment(**variables),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            wait_for(f"http://{address}/healthz")
            yield f"http://{address}"
        finally:
            server.terminate()


def wait_for(address: str) -> None:
    """Wait until there is an answer."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address, timeout=5):
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
