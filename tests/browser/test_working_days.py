"""People of the examples at work: each sees what is theirs, and what one does another finds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import manage, serve
from tests.conftest import Finder

BAKERY = ["The bakery's office", "The master baker", "The early baker", "The late baker"]


@pytest.fixture
def personnel(find_built: Finder, tmp_path: Path) -> Iterator[str]:
    """The address of the app for personnel, with an empty database."""
    built = find_built("personnel").copy_to(tmp_path / "app")
    manage(built.folder, "migrate", "-v0")
    with serve(built.folder) as address:
        yield address


def act_as(page: Page, address: str, name: str) -> None:
    """Sign in as somebody, after whoever it was before."""
    page.context.clear_cookies()
    page.goto(f"{address}/sign-in/")
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("button", name="Sign out")).to_be_attached()


def list_rows(page: Page, address: str, path: str, title: str) -> list[str]:
    """What stands in a column of a list."""
    page.goto(address + path)
    cells = page.locator(f"tbody [data-label='{title}']").all_inner_texts()
    return sorted(text.removeprefix(f"{title}:").strip() for text in cells)


def make_scenario(browser: Browser, address: str) -> Page:
    """A page, once the rows of the scenario are there."""
    page = browser.new_page()
    page.goto(f"{address}/sign-in/")
    page.get_by_role("button", name="Two employers").click()
    return page


def ask_for_time_off(page: Page, address: str) -> None:
    """Fill in the form, at first with a mistake."""
    page.goto(f"{address}/time-off/new/")
    page.get_by_label("First day").fill("2027-07-01")
    page.get_by_label("Last day").fill("2027-06-01")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("It can't end before it starts").first).to_be_visible()
    page.get_by_label("Last day").fill("2027-07-14")
    page.get_by_role("button", name="Save", exact=True).click()


def test_time_off_is_asked_for_and_granted(browser: Browser, personnel: str) -> None:
    page = make_scenario(browser, personnel)
    act_as(page, personnel, "The early baker")
    assert list_rows(page, personnel, "/people/", "Name") == sorted(BAKERY)
    ask_for_time_off(page, personnel)
    assert len(list_rows(page, personnel, "/time-off/", "State")) == 2
    act_as(page, personnel, "The late baker")
    assert len(list_rows(page, personnel, "/time-off/", "State")) == 1
    assert list_rows(page, personnel, "/reviews/", "Rating") == []

    act_as(page, personnel, "The master baker")
    assert len(list_rows(page, personnel, "/time-off/", "State")) == 3
    page.get_by_role("link", name="Holiday").first.click()
    expect(page.get_by_role("button", name="Withdrawn")).to_have_count(0)
    page.get_by_role("button", name="Granted").click()
    expect(page.get_by_role("button", name="Granted")).to_have_count(0)

    act_as(page, personnel, "The early baker")
    states = list_rows(page, personnel, "/time-off/", "State")
    assert states == ["Asked for", "Granted"]


JOBS = {
    "The bakery's office": ["Baker", "Baker on trial", "Master baker"],
    "The master baker": ["Master baker"],
    "The library's office": ["Librarian"],
    "The librarian": ["Librarian"],
}


def test_contracts_are_seen_by_those_whom_they_concern(browser: Browser, personnel: str) -> None:
    page = make_scenario(browser, personnel)
    for name, jobs in JOBS.items():
        act_as(page, personnel, name)
        assert list_rows(page, personnel, "/contracts/", "Job") == jobs
        own = name.endswith("office")
        expect(page.get_by_role("link", name="New contract")).to_have_count(int(own))


def test_pay_is_changed_and_seen_by_one_s_own(browser: Browser, personnel: str) -> None:
    page = make_scenario(browser, personnel)
    act_as(page, personnel, "The bakery's office")
    page.goto(f"{personnel}/contracts/")
    page.get_by_role("link", name="Master baker", exact=True).click()
    address = page.url
    expect(page.get_by_text("22.12")).to_be_visible()
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Salary, a year").fill("48000")
    page.get_by_role("button", name="Save", exact=True).click()
    act_as(page, personnel, "The early baker")
    answer = page.goto(address)
    assert answer and answer.status == 404
    act_as(page, personnel, "The master baker")
    page.goto(address)
    expect(page.get_by_text("23.08")).to_be_visible()
