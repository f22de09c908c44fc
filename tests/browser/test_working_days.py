"""People of the examples at work: each sees what is theirs, and what one does another finds."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import manage, serve
from tests.browser.days import (
    act_as,
    add_to_row,
    list_rows,
    make_scenario,
    open_row,
    read_status,
    save,
    write_comment,
    write_line,
)
from tests.conftest import Finder

BAKERY = ["The bakery's office", "The master baker", "The early baker", "The late baker"]


@pytest.fixture
def serve_example(find_built: Finder, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """The way to the address of an example with an empty database."""
    with ExitStack() as stack:

        def start(name: str) -> str:
            built = find_built(name).copy_to(tmp_path / name)
            manage(built.folder, "migrate", "-v0")
            return stack.enter_context(serve(built.folder))

        yield start


@pytest.fixture
def personnel(serve_example: Callable[[str], str]) -> str:
    return serve_example("personnel")


@pytest.fixture
def help_desk(serve_example: Callable[[str], str]) -> str:
    return serve_example("help_desk")


@pytest.fixture
def clinic(serve_example: Callable[[str], str]) -> str:
    return serve_example("clinic")


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
    page = make_scenario(browser, personnel, "Two employers")
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
    page = make_scenario(browser, personnel, "Two employers")
    for name, jobs in JOBS.items():
        act_as(page, personnel, name)
        assert list_rows(page, personnel, "/contracts/", "Job") == jobs
        own = name.endswith("office")
        expect(page.get_by_role("link", name="New contract")).to_have_count(int(own))


def test_pay_is_changed_and_seen_by_one_s_own(browser: Browser, personnel: str) -> None:
    page = make_scenario(browser, personnel, "Two employers")
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


PRINTER = "The label printer stops after ten labels"
OUTAGE = "Nobody can sign in"


def ask_question(page: Page, address: str) -> str:
    """Ask a question by the menu, and return the address of the ticket."""
    page.get_by_role("link", name="Ask a question").first.click()
    expect(page.get_by_label("Priority")).to_have_count(0)
    page.get_by_label("Subject").fill("The scale shows grams")
    page.get_by_label("What happened").fill("It used to show pounds.")
    save(page)
    return open_row(page, address, "/tickets/", "The scale shows grams")


def take_ticket(page: Page, ticket: str) -> None:
    """Take a ticket and let it wait in one step, at first with somebody who handles none."""
    page.goto(ticket)
    expect(page.get_by_text("needs “Assigned to”").first).to_be_visible()
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Assigned to").select_option("The bakery")
    save(page)
    expect(page.get_by_text("Only agents and the lead handle tickets").first).to_be_visible()
    page.get_by_label("Assigned to").select_option("The early agent")
    page.get_by_label("Status").select_option("Waiting for the customer")
    save(page)


def test_ticket_is_answered_and_notes_stay_internal(browser: Browser, help_desk: str) -> None:
    page = make_scenario(browser, help_desk, "A Monday at the help desk")
    act_as(page, help_desk, "The bakery")
    asked = ask_question(page, help_desk)
    expect(page.get_by_role("link", name="Edit")).to_have_count(0)
    act_as(page, help_desk, "The library")
    assert read_status(page, asked) == 404

    act_as(page, help_desk, "The early agent")
    take_ticket(page, asked)
    page.goto(asked)
    write_comment(page, "Again a scale by the old firm.", is_internal=True)
    write_comment(page, "Since when?")
    expect(page.get_by_text("Again a scale")).to_be_visible()

    act_as(page, help_desk, "The bakery")
    page.goto(asked)
    expect(page.get_by_text("Since when?")).to_be_visible()
    expect(page.get_by_text("Again a scale")).to_have_count(0)
    save(page, "Open")
    assert "Again" not in page.inner_text("main")


def test_lead_closes_and_puts_away_what_agents_cannot(browser: Browser, help_desk: str) -> None:
    page = make_scenario(browser, help_desk, "A Monday at the help desk")
    act_as(page, help_desk, "The early agent")
    outage = open_row(page, help_desk, "/tickets/", OUTAGE)
    expect(page.get_by_role("button", name="Closed")).to_have_count(0)
    expect(page.get_by_role("link", name="Delete")).to_have_count(0)
    act_as(page, help_desk, "The lead")
    page.goto(outage)
    save(page, "Closed")
    expect(page.get_by_role("link", name="Edit")).to_have_count(0)
    page.get_by_role("link", name="Delete").click()
    save(page, "Delete")
    act_as(page, help_desk, "The library")
    assert read_status(page, outage) == 404
    assert OUTAGE not in list_rows(page, help_desk, "/comments/", "Ticket")
    act_as(page, help_desk, "The lead")
    page.goto(f"{help_desk}/tickets/put-away/")
    save(page, f"Restore “{OUTAGE}”")
    act_as(page, help_desk, "The library")
    page.goto(outage)
    expect(page.get_by_text("We see it too")).to_be_visible()
    expect(page.get_by_text("certificate")).to_have_count(0)


def check_in(page: Page) -> None:
    """Say that a patient has arrived, at first without a room."""
    page.get_by_role("link", name="Check in").click()
    page.get_by_label("Arrived").check()
    save(page, "Check in")
    expect(page.get_by_text("“Arrived” needs “Room”.").first).to_be_visible()
    page.get_by_label("Room").fill("2")
    save(page, "Check in")


def test_patient_is_seen_from_the_door_to_the_finding(browser: Browser, clinic: str) -> None:
    page = make_scenario(browser, clinic, "An ordinary day")
    act_as(page, clinic, "The reception")
    visit = open_row(page, clinic, "/appointments/", "The teacher")
    check_in(page)
    act_as(page, clinic, "The heart doctor")
    page.goto(visit)
    expect(page.get_by_text("“Seen” needs “Findings”.")).to_be_visible()
    add_to_row(page, Finding="As well as last year.")
    page.goto(visit)
    save(page, "Seen")
    expect(page.get_by_role("link", name="Edit")).to_have_count(0)
    for name in ("The nurse", "The reception", "The billing office"):
        act_as(page, clinic, name)
        page.goto(visit)
        expect(page.get_by_text("Seen").first).to_be_visible()
        assert "last year" not in page.inner_text("main")
        assert read_status(page, f"{clinic}/findings/") == 403


def test_invoice_is_written_sent_and_paid(browser: Browser, clinic: str) -> None:
    page = make_scenario(browser, clinic, "An ordinary day")
    act_as(page, clinic, "The billing office")
    open_row(page, clinic, "/appointments/", "The gardener")
    expect(page.get_by_role("link", name="Add")).to_have_count(0)  # who hasn't been seen
    open_row(page, clinic, "/appointments/", "The baker")
    expect(page.get_by_text("Flour")).to_have_count(0)
    add_to_row(page)
    page.goto(f"{clinic}/invoices/2/")
    expect(page.get_by_text("“Sent” needs “Invoice lines”.")).to_be_visible()
    write_line(page, For="Consultation", Quantity="1.5", Price="60")
    expect(page.locator("main").get_by_text("90.00").first).to_be_visible()
    save(page, "Sent")
    expect(page.locator("#related").get_by_role("link", name="Add")).to_have_count(0)
    page.get_by_role("link", name="Edit").click()
    page.get_by_label("Paid on").fill("2020-01-01")
    save(page)
    expect(page.get_by_text("It can't be paid before it is issued").first).to_be_visible()
    act_as(page, clinic, "The heart doctor")
    assert read_status(page, f"{clinic}/invoices/2/") == 403
