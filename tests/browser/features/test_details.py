"""The page of a row: its values, its neighbours, and the rows that refer to it."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.features.desks import Desk
from tests.browser.visits import SIZES

CONTENT = "dd => getComputedStyle(dd, '::before').content + getComputedStyle(dd, '::after').content"


def list_tabs(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(".tabs li").all_inner_texts()]


@pytest.mark.parametrize("label", SIZES)
@pytest.mark.parametrize("scripts", [True, False])
def test_tabs_count_and_show_what_refers_to_a_row(
    browser: Browser, desk: Desk, label: str, scripts: bool
) -> None:
    with desk.use(browser, label, scripts) as guest:
        page = guest.page
        guest.open(desk.facts.tabbed)
        page.locator("tbody .row-link").first.click()
        expect(page.locator(".tabs a")).to_have_count(len(desk.facts.tabs))
        assert list_tabs(page) == desk.facts.tabs
        page.evaluate("document.documentElement.dataset.same = 'yes'")
        page.locator(".tabs a").nth(1).click()
        chosen = page.locator(".tabs a[aria-current=true]")
        expect(chosen).to_contain_text(desk.facts.tabs[1].rpartition(" ")[0])
        count = int(desk.facts.tabs[1].rpartition(" ")[2])
        expect(page.locator("#related .plain-list li, #related tbody tr")).to_have_count(count)
        assert "?tab=" in page.url
        assert page.locator("html[data-same]").count() == scripts
        page.go_back()
        expect(chosen).to_contain_text(desk.facts.tabs[0].rpartition(" ")[0])


@pytest.mark.parametrize("scripts", [True, False])
def test_adding_fills_in_where_one_came_from(browser: Browser, desk: Desk, scripts: bool) -> None:
    name, _ = desk.facts.rest
    with desk.use(browser, "wide", scripts) as guest:
        page = guest.page
        guest.open(f"{desk.facts.path}2/")
        record, count = page.inner_text("h1"), page.locator("#related .count").first.inner_text()
        page.locator("#related").get_by_role("link", name="Add").click()
        assert page.locator(f"[name={name}] option:checked").inner_text() == record
        choose_person(page, "author", scripts)
        page.fill("[name=text]", "Somebody called.")
        page.locator("main form").get_by_role("button", name="Save").first.click()
        page.wait_for_url(f"**{desk.facts.path}2/")
        assert int(page.locator("#related .count").first.inner_text()) == int(count) + 1


def choose_person(page: Page, name: str, scripts: bool) -> None:
    """Choose one of many people, by the search that each page has."""
    if scripts:
        page.locator(f"#id_{name}_field [role=combobox]").press_sequentially("Guest 07")
        page.locator("[role=option]", has_text="Guest 077").click()
        return
    page.fill(f"[name={name}-search]", "Guest 077")
    page.get_by_role("button", name="Search").first.click()
    page.select_option(f"[name={name}]", label="Guest 077")


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("by_key", [True, False])
def test_going_through_rows_one_by_one(
    browser: Browser, desk: Desk, scripts: bool, by_key: bool
) -> None:
    with desk.use(browser, "phone", scripts) as guest:
        page = guest.page
        guest.open(f"{desk.facts.path}7/")
        start = page.inner_text("h1")
        for way in ("next", "prev"):
            link = page.locator(f".neighbours [rel={way}]")
            link.press("Enter") if by_key else link.click()
            expect(page.locator("h1")).not_to_have_text(start if way == "next" else "")
        expect(page.locator("h1")).to_have_text(start)
        guest.open(f"{desk.facts.path}1/")
        assert page.locator("[rel=next]").count() + page.locator("[rel=prev]").count() == 1


def test_values_are_shown_as_what_they_are(browser: Browser, desk: Desk) -> None:
    with desk.use(browser) as guest:
        page = guest.page
        guest.open(f"{desk.facts.path}1/")
        for title, text in desk.facts.facts.items():
            value = page.locator("dl.facts > div", has=page.get_by_text(title, exact=True))
            assert value.locator("dd").inner_text() == text
            assert ("–" in value.locator("dd").evaluate(CONTENT)) == (text == "")
        expect(page.locator(".badge").first).to_have_text(desk.facts.facts["Status"])


@pytest.mark.parametrize(
    ("zone", "sign"), [("Asia/Tokyo", "JST"), ("America/Phoenix", "MST"), ("UTC", "UTC")]
)
def test_times_are_those_of_the_reader(browser: Browser, desk: Desk, zone: str, sign: str) -> None:
    with desk.use(browser, "wide", timezone_id=zone) as guest:
        guest.open("/")  # where the app learns of the zone
        guest.open(f"{desk.facts.path}1/")
        moment = guest.page.locator("dd time[title]").first
        assert sign in (moment.get_attribute("title") or "")
        hours = {"JST": "+09:00", "MST": "-07:00", "UTC": "+00:00"}[sign]
        assert (moment.get_attribute("datetime") or "").endswith(hours)
