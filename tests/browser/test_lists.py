"""A list, used with a mouse, with keys alone, on a phone and without scripts."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visits import SIZES, visit

TITLES = "tbody [data-label=Subject]"


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
        page.get_by_role("link", name=re.compile("Status: Closed")).click()
        expect(page.locator(".pages .count")).to_have_text("15")


def go_back_and_forth(page: Page) -> None:
    """Leave the filtered list by the browser's own buttons, and come again."""
    page.go_back()
    expect(page.locator(".pages .count")).to_have_text("15")
    page.wait_for_load_state("networkidle")
    page.go_forward()
    expect(page.locator(".chip").first).to_contain_text("Status: Closed")


def test_sorting_by_clicking_a_column(browser: Browser, tickets: str) -> None:
    with visit(browser, tickets, "wide") as guest:
        guest.sign_in()
        page = guest.page
        guest.open("/tickets/")
        page.locator("th").get_by_role("link", name="Severity").click()
        expect(page.locator("th[aria-sort=ascending]")).to_have_text("Severity")
        assert set(list_column(page, "Severity")) <= {"Low", "Normal"}
        page.locator("th").get_by_role("link", name="Severity").click()
        expect(page.locator("th[aria-sort=descending]")).to_have_text("Severity")
        assert set(list_column(page, "Severity")) <= {"High", "Normal"}
        page.get_by_role("link", name="Next page").click()
        expect(page.locator(".pages .count")).to_have_text("21–40 of 45")
        assert "sort=-severity" in page.url and "page=2" in page.url


@pytest.mark.parametrize("label", SIZES)
def test_changing_a_value_right_in_the_list(browser: Browser, tickets: str, label: str) -> None:
    with visit(browser, tickets, label) as guest:
        guest.sign_in()
        page = guest.page
        guest.open("/tickets/?sort=number")
        row = page.locator("tbody tr").first
        assert list_column(page, "Status")[0] == "Open"
        row.get_by_role("button", name=re.compile("Status")).click()
        expect(row.get_by_role("combobox")).to_be_focused()
        row.get_by_role("combobox").select_option("Closed")
        expect(page.locator("#messages")).to_contain_text("was saved")
        assert list_column(page, "Status")[0] == "Closed"
        guest.open("/users/?q=p3@example.com")
        tick = page.get_by_role("button", name="Active")
        assert tick.get_attribute("aria-pressed") == "true"
        tick.click()
        expect(page.get_by_role("button", name="Active")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("scripts", [True, False])
def test_changing_and_deleting_many(browser: Browser, tickets: str, scripts: bool) -> None:
    with visit(browser, tickets, "wide", java_script_enabled=scripts) as guest:
        guest.sign_in()
        page = guest.page
        guest.open("/tickets/?sort=number")
        for box in page.locator("[name=row]").all()[:3]:
            box.check()
        page.get_by_role("button", name="Change the selected").click()
        page.get_by_label("Severity").select_option("Urgent")
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#messages")).to_contain_text("3 rows were saved")
        assert list_column(page, "Severity")[:3] == ["Urgent"] * 3
        for box in page.locator("[name=row]").all()[:2]:
            box.check()
        page.get_by_role("button", name="Delete the selected").click()
        page.get_by_role("button", name="Delete").click()
        expect(page.locator("#messages")).to_contain_text("2 rows were deleted")
        expect(page.locator(".pages .count")).to_have_text("1–20 of 43")


@pytest.mark.parametrize("label", SIZES)
def test_without_scripts_everything_works(browser: Browser, tickets: str, label: str) -> None:
    with visit(browser, tickets, label, java_script_enabled=False) as guest:
        guest.sign_in()
        page = guest.page
        guest.open("/tickets/")
        page.get_by_role("searchbox").fill("printer")
        page.get_by_role("searchbox").press("Enter")
        expect(page.locator(".pages .count")).to_have_text("1–20 of 30")
        page.get_by_role("button", name="Filters").click()
        page.locator("#filters").get_by_label("Status").select_option("Open")
        page.get_by_role("button", name="Show").click()
        assert set(list_column(page, "Status")) == {"Open"}
        page.get_by_role("button", name=re.compile("Status")).first.click()
        page.get_by_label(re.compile("^Status: ")).select_option("Closed")
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#messages")).to_contain_text("was saved")
        guest.open("/users/?panel=add")
        page.get_by_label("Name").fill("Someone new")
        page.get_by_label("Email").fill("new@example.com")
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.locator("#messages")).to_contain_text("“Someone new” was added")


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
