"""What happens in a list without a new page; features/test_many.py has the rest."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import SIZES, visit


def list_column(page: Page, title: str) -> list[str]:
    """What stands in a column, row by row."""
    cells = page.locator(f"tbody [data-label='{title}']").all_inner_texts()
    return [text.removeprefix(f"{title}:").strip() for text in cells]


@pytest.mark.parametrize("label", SIZES)
def test_searching_filtering_and_sorting_in_place(
    browser: Browser, tickets: str, label: str
) -> None:
    with visit(browser, tickets, label) as guest:
        guest.sign_in()
        page = guest.page
        guest.open("/tickets/")
        expect(page.locator(".pages .count")).to_have_text("1–20 of 45")
        page.evaluate("document.documentElement.dataset.same = 'yes'")
        page.get_by_role("searchbox").type("export")
        expect(page.locator(".pages .count")).to_have_text("15")
        assert page.url.endswith("/tickets/?q=export")
        page.get_by_role("button", name="Filters").click()
        expect(page.get_by_label("Status")).to_be_visible()
        guest.settle()
        page.get_by_label("Status").select_option("Closed")
        expect(page.locator(".chip").first).to_contain_text("Status: Closed")
        assert set(list_column(page, "Status")) == {"Closed"}
        assert page.locator("html").get_attribute("data-same") == "yes"
        guest.shoot("filtered")
        go_back_and_forth(page)
        page.locator(".chip", has_text="Status: Closed").click()
        expect(page.locator(".pages .count")).to_have_text("15")


def go_back_and_forth(page: Page) -> None:
    """Leave the filtered list by the browser's own buttons, and come again."""
    page.go_back()
    expect(page.locator(".pages .count")).to_have_text("15")
    page.wait_for_load_state("networkidle")
    page.go_forward()
    expect(page.locator(".chip").first).to_contain_text("Status: Closed")


@pytest.mark.parametrize("label", SIZES)
@pytest.mark.parametrize("scripts", [True, False])
def test_ticking_right_in_the_list(
    browser: Browser, tickets: str, label: str, scripts: bool
) -> None:
    number = 2 * (label == "wide") + scripts
    with visit(browser, tickets, label, java_script_enabled=scripts) as guest:
        guest.sign_in()
        guest.open(f"/users/?q=p{number}@example.com")
        tick = guest.page.get_by_role("button", name="Active")
        assert tick.get_attribute("aria-pressed") == "true"
        tick.click()
        expect(tick).to_have_attribute("aria-pressed", "false")


def test_with_keys_alone(browser: Browser, tickets: str) -> None:
    with visit(browser, tickets, "wide") as guest:
        guest.sign_in()
        page = guest.page
        guest.open("/tickets/")
        page.keyboard.press("/")
        page.keyboard.type("export")
        expect(page.locator(".pages .count")).to_have_text("15")
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("?")
        expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()
        page.keyboard.press("n")
        page.wait_for_url("**/tickets/new/")
