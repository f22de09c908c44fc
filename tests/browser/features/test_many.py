"""Lists that are searched, filtered, sorted and leafed through, and many rows at once."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.features.desks import Desk
from tests.browser.features.test_inplace import read_column
from tests.browser.visits import SIZES, Visit

SCRIPTS = pytest.mark.parametrize("scripts", [True, False])
LABELS = pytest.mark.parametrize("label", SIZES)


@LABELS
@SCRIPTS
def test_list_is_narrowed_and_sorted(
    browser: Browser, desk: Desk, label: str, scripts: bool
) -> None:
    facts = desk.facts
    with desk.use(browser, label, scripts) as guest:
        page, count = guest.page, guest.page.locator(".pages .count")
        guest.open(facts.path)
        find(guest, facts.word, scripts)
        expect(count).to_contain_text(str(facts.found))
        narrow(guest, *facts.filter[:2], scripts)
        chip = page.locator(".chip", has_text=": ".join(facts.filter[:2]))
        expect(chip).to_be_visible()
        assert set(read_column(page, facts.filter[0])) == {facts.filter[1]}
        chip.click()
        expect(count).to_contain_text(str(facts.found))
        assert f"q={facts.word}" in page.url


def find(guest: Visit, word: str, scripts: bool) -> None:
    """Type a word in the search; without scripts, press Enter as well."""
    box = guest.page.get_by_role("searchbox")
    box.press_sequentially(word)
    if not scripts:
        box.press("Enter")
    expect(guest.page).to_have_url(re.compile(f"q={word}"))
    guest.settle()


def narrow(guest: Visit, title: str, value: str, scripts: bool) -> None:
    """Choose a value of a filter; without scripts, press the button as well."""
    page = guest.page
    page.get_by_role("button", name="Filters").click()
    expect(page.locator("#filters")).to_be_visible()
    guest.settle()
    page.locator("#filters").get_by_label(title).select_option(value)
    if not scripts:
        page.get_by_role("button", name="Show").click()
    guest.settle()


@LABELS
@SCRIPTS
def test_one_of_many_is_found_to_narrow_by(
    browser: Browser, desk: Desk, label: str, scripts: bool
) -> None:
    name, count = desk.facts.narrowed
    with desk.use(browser, label, scripts) as guest:
        page = guest.page
        guest.open(desk.facts.path)
        page.get_by_role("button", name="Filters").click()
        guest.settle()
        field = page.locator(f"type-ahead[data-field={name}]")
        if scripts:
            field.get_by_role("combobox").press_sequentially("son 03")
            field.get_by_role("option", name="Person 03").click()
        else:
            field.get_by_role("searchbox").fill("son 03")
            field.get_by_role("button").click()
            page.locator(f"select[name={name}]").select_option("Person 03")
            page.get_by_role("button", name="Show").click()
        expect(page.locator(".chip", has_text="Person 03")).to_be_visible()
        guest.settle()
        expect(page.locator("tbody tr")).to_have_count(count)
        guest.shoot("narrowed")


@SCRIPTS
def test_columns_sort_and_pages_turn(browser: Browser, desk: Desk, scripts: bool) -> None:
    title = desk.facts.column
    with desk.use(browser, "wide", scripts) as guest:
        page = guest.page
        guest.open(desk.facts.path)
        for direction in ("ascending", "descending"):
            page.locator("th").get_by_role("link", name=title).click()
            expect(page.locator(f"th[aria-sort={direction}]")).to_have_text(title)
            found = read_column(page, title)
            assert found == sorted(found, reverse=direction == "descending") != []
        page.get_by_role("link", name="Next page").click()
        expect(page.locator(".pages .count")).to_contain_text("21–40")
        guest.settle()
        assert read_column(page, title)[0] <= found[-1]
        page.go_back()
        expect(page.locator(".pages .count")).to_contain_text("1–20")
        assert read_column(page, title) == found


@LABELS
@SCRIPTS
def test_many_rows_are_changed(browser: Browser, desk: Desk, label: str, scripts: bool) -> None:
    title, value = desk.facts.level
    with desk.use(browser, label, scripts) as guest:
        page = guest.page
        guest.open(f"{desk.facts.path}?sort=number")
        choose_rows(page, 2)
        page.get_by_role("button", name="Change the selected").click()
        page.get_by_label(title).select_option(value)
        page.get_by_role("button", name="Save").click()
        expect(page.locator("#messages")).to_contain_text("2 rows were saved")
        assert read_column(page, title)[:2] == [value] * 2


@LABELS
@SCRIPTS
def test_many_rows_are_deleted(browser: Browser, desk: Desk, label: str, scripts: bool) -> None:
    path, values = desk.facts.quick
    mark = f"gone-{label}-{scripts:d}"
    with desk.use(browser, label, scripts) as guest:
        page = guest.page
        for number in range(2):
            guest.open(f"{path}?panel=add")
            for title, text in values.items():
                page.locator("#quick-add").get_by_label(title).fill(text.format(f"{mark}-{number}"))
            page.locator("#quick-add").get_by_role("button", name="Add", exact=True).click()
            expect(page.locator("#messages")).to_contain_text("was added")
        guest.open(f"{path}?q={mark}")
        choose_rows(page, 2)
        page.get_by_role("button", name="Delete the selected").click()
        page.get_by_role("button", name="Delete").click()
        expect(page.locator("#messages")).to_contain_text("2 rows were deleted")
        expect(page.locator("tbody tr")).to_have_count(0)


def choose_rows(page: Page, count: int) -> None:
    """Tick the boxes of the first rows."""
    for box in page.locator("[name=row]").all()[:count]:
        box.check()
