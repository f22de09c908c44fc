"""What axe-core has to say about every kind of page, and what pages weigh."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.visits import SIZES, Visit, visit

AXE = (Path(__file__).parent / "vendor/axe-core/axe.min.js").read_text(encoding="utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIND = "levels => axe.run(document, {runOnly: levels}).then(found => found.violations)"
PAGES = [
    "/",
    "/tickets/",
    "/tickets/?q=printer&status=open&sort=-severity",
    "/tickets/?panel=filters&severity=low",
    "/tickets/?q=nothing-has-this-name",
    "/tickets/7/set/status/",
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
TRIES = 5
GOOD = 0.1  # a shift that people hardly see, by web.dev/articles/cls
WATCH = """
window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


def find_violations(page: Page) -> list[str]:
    """What is wrong with a page, each with the elements that it is about."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(FIND, LEVELS)
    return [f"{page.url} {each['id']}: {[n['html'] for n in each['nodes']][:3]}" for each in found]


@pytest.mark.parametrize("label", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everybody_can_use_every_page(
    browser: Browser, desk_in_production: str, theme: str, label: str
) -> None:
    found = []
    with visit(browser, desk_in_production, label, color_scheme=theme) as guest:
        guest.open("/sign-in/")
        found += find_violations(guest.page)
        guest.sign_in()
        for address in PAGES:
            guest.open(address)
            found += find_violations(guest.page)
        guest.forgive("404")
    assert not found


def test_pages_are_light_and_stay_in_place(browser: Browser, desk_in_production: str) -> None:
    with visit(browser, desk_in_production, "phone") as guest:
        guest.sign_in()
        page = guest.page
        page.add_init_script(WATCH)
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        for first in (True, False):
            for address in PAGES:
                if first:
                    network.send("Network.clearBrowserCache")
                sizes: list[int] = []
                count = partial(add_size, sizes)
                network.on("Network.loadingFinished", count)
                guest.open(address)
                page.wait_for_load_state("networkidle")
                network.remove_listener("Network.loadingFinished", count)
                assert 500 < sum(sizes) < (FIRST if first else LATER), (address, sizes)
                assert find_shift(guest, address) == 0, address
        guest.forgive("404")


def find_shift(guest: Visit, address: str) -> float:
    """Measure how far what is on a page moved by itself while it was loaded.

    A browser that has little time draws what it has read of a page so far, and what comes then
    moves it. That is the browser's doing: what a page does moves it each time, so a page that
    moved is opened anew.
    """
    for _ in range(TRIES):
        shift: float = guest.page.evaluate("window.shifted")
        assert shift < GOOD, address
        if shift == 0:
            break
        guest.open(address)
        guest.page.wait_for_load_state("networkidle")
    return shift


def add_size(sizes: list[int], event: dict[str, Any]) -> None:
    """Note how many bytes came over the network."""
    sizes.append(int(event["encodedDataLength"]))
