"""What axe-core has to say about every kind of page, and what pages weigh."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import SIZES, visit

AXE = (Path(__file__).parent / "vendor/axe-core/axe.min.js").read_text(encoding="utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIND = "levels => axe.run(document, {runOnly: levels}).then(found => found.violations)"
PAGES = [
    "/",
    "/tickets/",
    "/tickets/?q=printer&status=open&sort=-severity",
    "/tickets/?panel=filters&severity=low",
    "/tickets/?q=nothing-has-this-name",
    "/tickets/?panel=status:7",
    "/tickets/new/",
    "/tickets/7/",
    "/tickets/7/edit/",
    "/tickets/7/delete/",
    "/tickets/?export=print",
    "/users/?panel=add",
    "/comments/",
    "/comments/new/",
    "/nowhere/",
]
FIRST, LATER = 150_000, 30_000  # bytes that a page may take


def find_violations(page: Page) -> list[str]:
    """What is wrong with a page, each with the elements that it is about."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(FIND, LEVELS)
    return [f"{page.url} {each['id']}: {[n['html'] for n in each['nodes']][:3]}" for each in found]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everybody_can_use_every_page(browser: Browser, tickets: str, theme: str) -> None:
    found = []
    for label in SIZES:
        with visit(browser, tickets, label, color_scheme=theme) as guest:
            guest.open("/sign-in/")
            found += find_violations(guest.page)
            guest.sign_in()
            for address in PAGES:
                guest.open(address)
                found += find_violations(guest.page)
            guest.faults = [fault for fault in guest.faults if "404" not in fault]
    assert not found
