"""Visits to an app in a browser, in which nothing may go wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from tests.browser.tickets import NAME, PASSWORD

SCREENSHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
BUSY = ".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added"
CUT_OFF = "net::ERR_ABORTED"


@dataclass
class Visit:
    """A page and what went wrong on it."""

    page: Page
    address: str
    label: str
    faults: list[str] = field(default_factory=list)
    shots: int = 0

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def send(self) -> None:
        """Send the form of the page, and wait for the next page."""
        with self.page.expect_navigation():
            self.page.click("main form button[type=submit]")

    def shoot(self, what: str) -> None:
        """Keep a picture, and see that nothing hangs out of the window."""
        self.shots += 1
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        path = SCREENSHOTS / f"{self.label}-{self.shots}-{what}.png"
        self.page.screenshot(path=path, full_page=True)
        too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not self.page.evaluate(too_wide), what

    def settle(self) -> None:
        """Wait until what htmx brought is ready for use."""
        # A function to wait for would be run by eval, which the pages' policy forbids.
        expect(self.page.locator(BUSY)).to_have_count(0)

    def forgive(self, sign: str) -> None:
        """Forget the faults with a sign, because they were meant to be."""
        self.faults[:] = [fault for fault in self.faults if sign not in fault]

    def sign_in(self) -> None:
        """Sign in, with a new account if there is none."""
        self.open("/sign-in/")
        self.page.fill("[name=username]", NAME)
        is_new = self.page.locator("[name=password2]").count() == 1
        self.shoot("set-up" if is_new else "sign-in")
        for name in ("password1", "password2") if is_new else ("password",):
            self.page.fill(f"[name={name}]", PASSWORD)
        self.send()
        assert self.page.url == f"{self.address}/"


@contextmanager
def visit(browser: Browser, address: str, label: str, **options: Any) -> Iterator[Visit]:
    """A fresh browser window; at the end, nothing may have gone wrong in it."""
    size = SIZES.get(label, SIZES["wide"])
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    result = Visit(context.new_page(), address, label)
    page, faults = result.page, result.faults
    page.on("console", lambda m: faults.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    # What is still on its way when the next page opens is cut off; that is no fault.
    page.on("requestfailed", lambda r: None if r.failure == CUT_OFF else faults.append(r.url))
    own = urlsplit(address).netloc
    page.on("request", lambda r: None if urlsplit(r.url).netloc == own else faults.append(r.url))
    yield result
    context.close()
    assert not faults, faults
