"""The two apps that all features are tried in, each served once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import PRODUCTION, manage, serve
from tests.browser.features.desks import FACTS, FEATURES, ROWS_OF_ALL, Desk
from tests.browser.visits import visit
from tests.micro.test_accounts import receive
from tests.projects import BACKEND, FIXTURES, ROOT, find_port, hold_lock, run_dazzle


def build(name: str, folder: Path) -> None:
    """Build a fixture with all features and its rows."""
    source = shutil.copytree(FIXTURES / name, folder / name)
    settings = source / "dazzle.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + FEATURES, encoding="utf-8")
    done = run_dazzle(ROOT, "build", str(source), "--output", str(folder / f"{name}-built"))
    assert done.returncode == 0, done.stdout + done.stderr
    built = folder / f"{name}-built" / BACKEND
    manage(built, "migrate", "-v0")
    manage(built, "shell", "-v0", "-c", FACTS[name].rows + ROWS_OF_ALL)
    manage(built, "collectstatic", "--noinput", "-v0")


@pytest.fixture(scope="session", params=FACTS)
def desk(
    request: pytest.FixtureRequest,
    browser: Browser,
    common_folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Desk]:
    """Each app in turn, as it is in production but for HTTPS, and signed in to."""
    name, port = request.param, find_port()
    shared, built = common_folder / "features", tmp_path_factory.mktemp(name) / "app"
    shared.mkdir(exist_ok=True)
    with hold_lock(shared / f"{name}.lock"):
        if not (shared / f"{name}.done").exists():
            build(name, shared)
            (shared / f"{name}.done").touch()
    shutil.copytree(shared / f"{name}-built" / BACKEND, built)
    mail = {"EMAIL_URL": f"smtp://127.0.0.1:{port}"}
    with receive(port) as mails, serve(built, **PRODUCTION, **mail) as address:
        with visit(browser, address, f"{name}-start") as guest:
            guest.sign_in()
            state = guest.page.context.storage_state()
        yield Desk(name, address, mails, state, FACTS[name])
