"""The demo, used in a browser as people use it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

SCREENSHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"
SIZES = {"wide": (1280, 900), "phone": (390, 844)}
CUT_OFF = "net::ERR_ABORTED"
NAME, PASSWORD = "tester", "correct-horse-7"


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
        """Send the form of the page."""
        self.page.click("main form button[type=submit]")
        self.page.wait_for_load_state()

    def shoot(self, what: str) -> None:
        """Keep a picture, and see that nothing hangs out of the window."""
        self.shots += 1
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        path = SCREENSHOTS / f"{self.label}-{self.shots}-{what}.png"
        self.page.screenshot(path=path, full_page=True)
        too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        assert not self.page.evaluate(too_wide), what

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
    assert not faults


@pytest.mark.parametrize("label", SIZES)
def test_task_from_adding_to_deleting(browser: Browser, served: str, label: str) -> None:
    title = f"Water the plants ({label})"
    with visit(browser, served, label) as guest:
        page = guest.page
        guest.sign_in()
        guest.shoot("home")
        add_task(guest, title)
        guest.open("/tasks/")
        guest.shoot("list")
        page.click(f"main >> text={title}")
        guest.shoot("detail")
        page.click("main >> text=Edit")
        page.fill("[name=title]", f"{title}, twice")
        guest.shoot("edit")
        guest.send()
        guest.open("/tasks/")
        page.click(f"main >> text={title}, twice")
        page.click("main >> text=Delete")
        guest.shoot("delete")
        guest.send()
        guest.open("/tasks/")
        assert title not in page.inner_text("main")


def add_task(guest: Visit, title: str) -> None:
    guest.page.click("main >> text=Tasks")
    guest.page.click("main >> text=Add >> nth=0")
    guest.page.fill("[name=title]", title)
    guest.shoot("create")
    guest.send()


def test_mistake_is_shown_at_its_field(browser: Browser, served: str) -> None:
    with visit(browser, served, "mistake") as guest:
        guest.sign_in()
        guest.open("/tasks/new/")
        guest.page.eval_on_selector("main form", "form => form.noValidate = true")
        guest.send()
        guest.shoot("form")
        box = guest.page.locator("[name=title]")
        assert box.get_attribute("aria-invalid") == "true"
        described = box.get_attribute("aria-describedby") or ""
        texts = [guest.page.inner_text(f"[id='{name}']") for name in described.split()]
        assert any("required" in text for text in texts)


def test_task_is_added_by_keyboard_alone(browser: Browser, served: str) -> None:
    with visit(browser, served, "keyboard") as guest:
        guest.sign_in()
        guest.open("/tasks/new/")
        page = guest.page
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name") == "title":
                break
        page.keyboard.type("By keyboard")
        page.keyboard.press("Enter")
        page.wait_for_load_state()
        assert "By keyboard" in page.inner_text("h1")


def test_task_is_added_without_scripts(browser: Browser, served: str) -> None:
    with visit(browser, served, "plain", java_script_enabled=False) as guest:
        guest.sign_in()
        guest.open("/tasks/new/")
        guest.page.fill("[name=title]", "Without scripts")
        guest.send()
        assert "Without scripts" in guest.page.inner_text("h1")
        guest.page.click("header >> text=Sign out")
        guest.open("/tasks/")
        assert "/sign-in/" in guest.page.url
