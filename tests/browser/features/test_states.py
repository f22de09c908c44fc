"""What pages keep, announce and ask, and what they say when something isn't right."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.features.desks import Desk
from tests.browser.features.test_accounts import sign_in
from tests.browser.features.test_details import choose_person
from tests.browser.visits import SIZES, Visit

WATCH = """new MutationObserver(() => {
  if (document.body) window.first ??= document.documentElement.dataset.bsTheme ?? "none";
}).observe(document, {childList: true, subtree: true});"""


def fill_in(guest: Visit, desk: Desk, **changes: str) -> None:
    """Fill in the form of a new row."""
    page = guest.page
    guest.open(f"{desk.facts.path}new/")
    for title, text in (desk.facts.new | changes).items():
        page.get_by_label(re.compile(f"^{title}")).first.fill(text)
    choose_person(page, "reporter", True)
    if page.locator("select#id_house").count():
        page.select_option("#id_house", index=1)


def test_swap_is_announced_and_kept_in_the_history(browser: Browser, desk: Desk) -> None:
    title, value, _ = desk.facts.filter
    with desk.use(browser) as guest:
        page = guest.page
        guest.open(f"{desk.facts.path}?panel=filters")
        heard, shown = page.locator("#announcement[aria-live]"), page.locator(".pages .count")
        before = shown.inner_text()
        page.get_by_role("searchbox").fill(desk.facts.word)
        expect(heard).to_have_text(str(desk.facts.found))
        guest.settle()
        page.locator("#filters").get_by_label(title).select_option(value)
        expect(page.locator(".chip").first).to_contain_text(value)
        expect(heard).to_have_text(shown.inner_text())
        guest.settle()
        for go, text in (
            (page.go_back, str(desk.facts.found)),
            (page.go_back, before),
            (page.go_forward, str(desk.facts.found)),
        ):
            go()
            expect(shown).to_have_text(text)
            page.wait_for_load_state("networkidle")


def test_dark_stays_and_never_flashes(browser: Browser, desk: Desk) -> None:
    with desk.use(browser, color_scheme="light") as guest:
        page = guest.page
        page.add_init_script(WATCH)
        guest.open("/")
        assert page.evaluate("window.first") == "light"
        page.locator("[data-theme-switch]").press("Enter")
        for path in ("/", desk.facts.path, f"{desk.facts.path}1/", f"{desk.facts.path}new/"):
            guest.open(path)
            assert page.evaluate("window.first") == "dark", path


def test_impatient_people_add_a_row_once(browser: Browser, desk: Desk) -> None:
    with desk.use(browser) as guest:
        page = guest.page
        first = next(iter(desk.facts.new))
        fill_in(guest, desk, **{first: "Sent quickly"})
        page.get_by_role("button", name=desk.facts.submit).dblclick(no_wait_after=True)
        page.wait_for_url(f"**{desk.facts.path}")
        guest.open(f"{desk.facts.path}?q=quickly")
        expect(page.locator(".pages .count")).to_have_text("1")


@pytest.mark.parametrize("label", SIZES)
def test_changes_are_not_lost_by_accident(browser: Browser, desk: Desk, label: str) -> None:
    with desk.use(browser, label) as guest:
        page = guest.page
        asked: list[str] = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
        guest.open(f"{desk.facts.path}1/edit/")
        page.get_by_label(desk.facts.column, exact=True).press_sequentially("!")
        with page.expect_event("dialog"):
            page.locator(".navbar-brand").click(no_wait_after=True)
        assert page.url.endswith("/1/edit/")
        page.get_by_role("link", name="Cancel").click()
        page.wait_for_url(f"**{desk.facts.path}1/")
        assert asked == ["beforeunload"]


@pytest.mark.parametrize("scripts", [True, False])
def test_errors_stand_at_fields_and_at_the_top(browser: Browser, desk: Desk, scripts: bool) -> None:
    with desk.use(browser, "phone", scripts) as guest:
        page = guest.page
        guest.open(f"{desk.facts.path}1/edit/")
        box = page.get_by_label(desk.facts.column, exact=True)
        box.fill(" ")
        page.get_by_role("button", name="Save", exact=True).last.click()
        links = page.get_by_role("alert").get_by_role("link", name=desk.facts.column)
        expect(links).to_have_count(1)
        assert links.get_attribute("href") == f"#{box.get_attribute('id')}"
        assert box.get_attribute("aria-invalid") == "true"
        expect(page.locator(":focus")).to_have_attribute("id", str(box.get_attribute("id")))
        guest.shoot("errors")


@pytest.mark.parametrize("label", SIZES)
@pytest.mark.parametrize("scripts", [True, False])
def test_pages_of_errors_lead_home(browser: Browser, desk: Desk, label: str, scripts: bool) -> None:
    with desk.use(browser, label, scripts) as guest:
        page = guest.page
        for path in ("/nowhere/", f"{desk.facts.path}4711/"):
            guest.open(path)
            expect(page.locator("h1")).to_have_text("Page not found")
            guest.shoot("missing")
        page.get_by_role("link", name="Go to the start page").click()
        assert page.url == f"{desk.address}/"
        guest.open("/account/")
        page.context.clear_cookies(name="csrftoken")
        guest.send()
        expect(page.locator("h1")).to_have_text("The form has expired")
        guest.shoot("expired")
        guest.forgive("40")


def test_page_for_others_says_so(browser: Browser, desk: Desk) -> None:
    with desk.meet(browser, "phone") as guest:
        sign_in(guest, "staff-0")
        guest.open("/admin/auth/group/")
        expect(guest.page.locator("h1")).to_have_text("Not allowed")
        guest.shoot("forbidden")
        guest.forgive("403")


def test_phone_has_a_menu(browser: Browser, desk: Desk) -> None:
    with desk.use(browser, "phone") as guest:
        page = guest.page
        guest.open(desk.facts.path)
        menu = page.get_by_role("button", name="Menu")
        link = page.locator("#menu").get_by_role("link", name=desk.facts.title, exact=True)
        for keys in (False, True):
            expect(link).to_be_hidden()
            menu.press("Enter") if keys else menu.click()
            expect(link).to_be_visible()
            expect(menu).to_have_attribute("aria-expanded", "true")
            guest.open(desk.facts.path)


def is_card(page: Page) -> bool:
    """Whether the cells of a row stand one below the other."""
    boxes = [cell.bounding_box() for cell in page.locator("tbody tr").first.locator("td").all()]
    tops = [box["y"] for box in boxes if box]
    return len(set(tops)) > len(tops) / 2


@pytest.mark.parametrize(("label", "expected"), [("wide", False), ("phone", True)])
@pytest.mark.parametrize("scripts", [True, False])
def test_rows_are_cards_on_phones_alone(
    browser: Browser, desk: Desk, label: str, expected: bool, scripts: bool
) -> None:
    with desk.use(browser, label, scripts) as guest:
        guest.open(desk.facts.path)
        assert is_card(guest.page) == expected
        guest.shoot("rows")
