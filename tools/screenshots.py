"""Pictures of every kind of page: `make screenshots` puts them into build/screenshots/.

The few that the README and other pages show go into docs/images/, as large as a window.
"""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import BROWSERS, SWITCHES, manage, serve
from tests.browser.visits import SIZES
from tests.projects import build_fixture
from tools.screenshot_pages import PAGES, PEOPLE
from tools.screenshot_rows import NAME, PASSWORD, ROWS

ROOT = Path(__file__).resolve().parent.parent
FOLDER, IMAGES = ROOT / "build" / "screenshots", ROOT / "docs" / "images"
SHOWN = {
    "support_tickets-list-wide-light": "list",
    "support_tickets-detail-wide-dark": "record",
    "support_tickets-home-wide-light": "home",
    "support_tickets-list-phone-dark": "list-on-a-phone",
    "support_tickets-new-phone-light": "form-on-a-phone",
    "orders-record-wide-light": "sums",
    "repair_desk-record-wide-light": "transitions",
    "help_desk-record-agent-wide-light": "ticket-for-an-agent",
    "help_desk-record-customer-wide-light": "ticket-for-a-customer",
    "clinic-record-doctor-wide-dark": "appointment-for-a-doctor",
}
SCROLLED = {
    "orders-record-wide-light": "Sums",
    "help_desk-record-agent-wide-light": "Handling",
    "help_desk-record-customer-wide-light": "Handling",
}
"""Name of a picture → the heading that it begins at where it is shown, if not at the top."""
THEMES = ("light", "dark")
# Only there pages that are about errors look as people see them.
PRODUCTION = {
    "DEBUG": "False",
    "HTTPS": "False",
    "ALLOWED_HOSTS": "127.0.0.1",
    "SECRET_KEY": "only-for-pictures" * 4,
}


def shoot_all() -> None:
    """Take every picture anew."""
    for folder in (FOLDER, IMAGES):
        folder.mkdir(parents=True, exist_ok=True)
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as scratch:
        browser = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        for fixture, rows in ROWS.items():
            folder = build_fixture(fixture, Path(scratch, fixture)).folder
            manage(folder, "shell", "-v0", "-c", rows)
            manage(folder, "collectstatic", "--noinput", "-v0")
            with serve(folder, **PRODUCTION) as address:
                _shoot_fixture(browser, address, fixture)
        browser.close()


def _shoot_fixture(browser: Browser, address: str, fixture: str) -> None:
    for theme in THEMES:
        for size, (width, height) in SIZES.items():
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if theme == "dark" else "light",
            )
            page = context.new_page()
            page.goto(f"{address}/sign-in/")
            _shoot(page, fixture, "sign-in", f"{size}-{theme}")
            for person, account in PEOPLE.get(fixture, {"": NAME}).items():
                _sign_in(page, address, account)
                for name, path in PAGES[fixture].items():
                    page.goto(address + path)
                    _shoot(page, fixture, *filter(None, (name, person)), f"{size}-{theme}")
            _shoot_open(page, address, fixture, f"{size}-{theme}")
            context.close()


def _shoot_open(page: Page, address: str, fixture: str, label: str) -> None:
    """What unfolds: the help, and on a phone the menu."""
    page.goto(address)
    page.keyboard.press("?")
    page.screenshot(path=FOLDER / f"{fixture}-help-{label}.png")
    page.keyboard.press("Escape")
    toggler = page.locator(".navbar-toggler")
    if toggler.is_visible():
        toggler.click()
        page.locator("#menu.show").wait_for()
        page.screenshot(path=FOLDER / f"{fixture}-menu-{label}.png")


def _sign_in(page: Page, address: str, account: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{address}/sign-in/")
    page.fill("[name=username]", account)
    page.fill("[name=password]", PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_load_state()


def _shoot(page: Page, *words: str) -> None:
    name = "-".join(words)
    page.screenshot(path=FOLDER / f"{name}.png", full_page=True)
    if name in SHOWN:
        if heading := SCROLLED.get(name):
            panel = page.locator("section", has=page.get_by_role("heading", name=heading))
            panel.evaluate("panel => scrollTo(0, panel.offsetTop - 72)")  # below the bar
        page.screenshot(path=IMAGES / f"{SHOWN[name]}.png")


if __name__ == "__main__":
    shoot_all()
