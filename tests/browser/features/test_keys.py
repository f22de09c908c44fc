"""A day's work with keys alone: nothing here is clicked, filled or focused by a mouse."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.features.desks import Desk
from tests.browser.visits import SIZES

FOCUSED = """kind => {
  const one = document.activeElement;
  if (!one.matches(kind)) return "";
  return one.labels?.[0]?.innerText ?? one.ariaLabel ?? one.innerText;
}"""
MANY = 250  # more than the stops of any page


def tab_to(page: Page, name: str, kind: str = "*") -> None:
    """Press the Tab key until something with a name has the focus."""
    for _ in range(MANY):
        if (page.evaluate(FOCUSED, kind) or "").strip().startswith(name):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never leads to {name}")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


@pytest.mark.parametrize("label", SIZES)
def test_row_is_added_changed_and_deleted(browser: Browser, desk: Desk, label: str) -> None:
    first, second = desk.facts.new
    text = f"Keys on {label}"
    with desk.use(browser, label) as guest:
        page = guest.page
        guest.open(desk.facts.path)
        press(page, "n")
        page.wait_for_url("**/new/")
        tab_to(page, "Your name")
        page.keyboard.type("Guest 07")
        expect(page.locator("[role=option]").first).to_be_visible()
        press(page, "ArrowDown", "Enter")
        if page.locator("select#id_house").count():
            tab_to(page, "House")
            press(page, "ArrowDown")
        go_to_start(page)
        tab_to(page, first)
        page.keyboard.type(text)
        tab_to(page, second)
        page.keyboard.type("Typed")
        tab_to(page, desk.facts.submit)
        press(page, "Enter")
        page.wait_for_url(f"**{desk.facts.path}")
        change_and_delete(page, desk, text)


def go_to_start(page: Page) -> None:
    """Go back by Shift and Tab to where the page begins."""
    for _ in range(MANY):
        if page.evaluate(FOCUSED, "*") == "Skip to content":
            return
        page.keyboard.press("Shift+Tab")
    raise AssertionError("Shift and Tab never lead back")


def change_and_delete(page: Page, desk: Desk, text: str) -> None:
    press(page, "/")
    page.keyboard.type(text)
    expect(page.locator(".pages .count")).to_have_text("1")
    tab_to(page, text, "a")
    press(page, "Enter")
    expect(page.locator("h1")).to_have_text(text)
    tab_to(page, "Edit")
    press(page, "Enter")
    page.wait_for_url("**/edit/")
    tab_to(page, desk.facts.column)
    press(page, "End")
    page.keyboard.type("!")
    press(page, "Enter")
    expect(page.locator("h1")).to_have_text(f"{text}!")
    for url in ("**/delete/", f"**{desk.facts.path}"):
        tab_to(page, "Delete")
        press(page, "Enter")
        page.wait_for_url(url)
    expect(page.locator("#messages")).to_contain_text(re.compile("deleted|put away"))


@pytest.mark.parametrize("label", SIZES)
def test_many_rows_are_changed(browser: Browser, desk: Desk, label: str) -> None:
    title, value, _ = desk.facts.filter
    with desk.use(browser, label) as guest:
        page = guest.page
        guest.open(f"{desk.facts.path}?sort=-number&q={desk.facts.word}")
        for box in page.locator("[name=row]").all()[:2]:
            tab_to(page, box.get_attribute("aria-label") or "")
            press(page, "Space")
        # The buttons come with the first tick, and stand before the rows.
        for _ in range(MANY):
            press(page, "Shift+Tab")
            if page.evaluate(FOCUSED, "*") == "Change the selected":
                break
        press(page, "Enter")
        expect(page.locator("h1")).to_have_text("Change the selected rows")
        tab_to(page, title)
        page.keyboard.type(value)
        tab_to(page, "Save")
        press(page, "Enter")
        expect(page.locator("#messages")).to_contain_text("2 rows were saved")
        assert page.locator(f"tbody td[data-label='{title}']").first.inner_text().endswith(value)


@pytest.mark.parametrize("label", SIZES)
@pytest.mark.parametrize("scripts", [True, False])
def test_content_is_one_step_away(browser: Browser, desk: Desk, label: str, scripts: bool) -> None:
    with desk.use(browser, label, scripts) as guest:
        page = guest.page
        guest.open("/")
        press(page, "Tab")
        expect(page.locator(".skip-link")).to_be_focused()
        expect(page.locator(".skip-link")).to_be_in_viewport()
        press(page, "Enter", "Tab")
        expect(page.locator("main a:focus")).to_have_count(1)


def test_help_lists_what_works_here(browser: Browser, desk: Desk) -> None:
    with desk.use(browser) as guest:
        page = guest.page
        keys = page.locator("#help dl > div:visible kbd")
        for path, expected in ((desk.facts.path, ["/", "n", "?", "Esc"]), ("/", ["?", "Esc"])):
            guest.open(path)
            press(page, "?")
            expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
            assert keys.all_inner_texts() == expected
            press(page, "Escape")
            expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()


def test_tabs_menus_and_pages_answer_to_enter(browser: Browser, desk: Desk) -> None:
    with desk.use(browser) as guest:
        page = guest.page
        guest.open(desk.facts.path)
        tab_to(page, "Next page")
        press(page, "Enter")
        expect(page.locator(".pages .count")).to_contain_text("21–40")
        tab_to(page, "Export", "summary")
        press(page, "Enter")
        expect(page.get_by_role("link", name="CSV", exact=True)).to_be_visible()
        press(page, "Escape")
        expect(page.get_by_role("link", name="CSV", exact=True)).to_be_hidden()
        guest.open(f"{desk.facts.path}7/")
        start = page.inner_text("h1")
        tab_to(page, "Next:")
        press(page, "Enter")
        expect(page.locator("h1")).not_to_have_text(start)
