"""What is done without leaving a page: quick add, values in lists, rows that are missing."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.features.desks import Desk
from tests.browser.features.test_details import choose_person
from tests.browser.visits import SIZES

SCRIPTS = pytest.mark.parametrize("scripts", [True, False])
LABELS = pytest.mark.parametrize("label", SIZES)


@LABELS
@SCRIPTS
def test_quick_add(browser: Browser, desk: Desk, label: str, scripts: bool) -> None:
    path, values = desk.facts.quick
    key = f"{label}{scripts:d}"
    with desk.use(browser, label, scripts) as guest:
        page = guest.page
        guest.open(path)
        page.get_by_role("button", name="Quick add").click()
        form = page.locator("#quick-add")
        for title, text in values.items():
            form.get_by_label(title).fill(text.format(key))
        form.get_by_role("button", name="Add", exact=True).click()
        name = next(iter(values.values())).format(key)
        expect(page.locator("#messages")).to_contain_text(f"“{name}” was added")


@LABELS
@SCRIPTS
def test_value_is_chosen_in_its_cell(
    browser: Browser, desk: Desk, label: str, scripts: bool
) -> None:
    title, value, _ = desk.facts.filter
    number = 9 + 4 * (label == "wide") + scripts  # none of which is dropped, and so stays it
    with desk.use(browser, label, scripts) as guest:
        page = guest.page
        guest.open(f"{desk.facts.path}?sort=number")
        row = find_row(page, number)
        before = read_cell(page, title, number)
        row.get_by_role("link", name=re.compile(title)).click()
        box = page.get_by_label(re.compile(f"^{title}: "))
        expect(box).to_be_visible()
        guest.settle()
        wanted = value if before != value else box.locator("option").nth(1).inner_text()
        box.select_option(wanted)
        if not scripts:
            page.get_by_role("button", name="Save").click()
        expect(page.locator("#messages")).to_contain_text("was saved")
        assert read_cell(page, title, number) == wanted != before


def find_row(page: Page, key: int) -> Locator:
    return page.locator("tbody tr", has=page.locator(f"[name=row][value='{key}']"))


def read_cell(page: Page, title: str, key: int) -> str:
    """What stands in a column of a row."""
    text = find_row(page, key).locator(f"[data-label='{title}']").inner_text()
    return text.removeprefix(f"{title}:").strip()


def read_column(page: Page, title: str) -> list[str]:
    """What stands in a column, row by row."""
    cells = page.locator(f"tbody [data-label='{title}']").all_inner_texts()
    return [text.removeprefix(f"{title}:").strip() for text in cells]


@LABELS
def test_missing_row_is_added_in_a_dialog(browser: Browser, desk: Desk, label: str) -> None:
    title, name, values = desk.facts.missing
    first = next(iter(desk.facts.new))
    with desk.use(browser, label) as guest:
        page = guest.page
        guest.open(f"{desk.facts.path}new/")
        page.get_by_label(first, exact=True).fill("Kept")
        page.get_by_role("link", name=title).click()
        for part, text in values.items():
            page.fill(f"#added_{part}", text.format(label))
        guest.shoot("dialog")
        page.locator("#add-dialog").get_by_role("button", name="Save").click()
        expect(page.locator("#add-dialog")).to_be_hidden()
        expect(page.locator(f"#id_{name}_field :focus")).to_have_count(1)
        text = page.eval_on_selector(f"[name={name}]", "s => s.selectedOptions[0].text")
        assert text == next(iter(values.values())).format(label)
        assert page.get_by_label(first, exact=True).input_value() == "Kept"


@SCRIPTS
def test_one_of_many_is_found(browser: Browser, desk: Desk, scripts: bool) -> None:
    with desk.use(browser, "phone", scripts) as guest:
        page = guest.page
        guest.open(f"{desk.facts.path}new/")
        choose_person(page, "reporter", scripts)
        text = page.eval_on_selector("[name=reporter]", "s => s.selectedOptions[0].text")
        assert text == "Guest 077"
        if scripts:
            expect(page.get_by_role("combobox", name="Your name")).to_have_value("Guest 077")


@LABELS
@SCRIPTS
def test_nothing_found_is_not_nothing_there(
    browser: Browser, desk: Desk, label: str, scripts: bool
) -> None:
    with desk.use(browser, label, scripts) as guest:
        page = guest.page
        guest.open(f"{desk.facts.path}?q=nothing-has-this-name")
        expect(page.locator(".empty")).to_contain_text("Nothing matches.")
        page.get_by_role("link", name="Show everything").click()
        expect(page.locator("tbody tr")).to_have_count(20)
