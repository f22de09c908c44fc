"""Forms as people fill them in: checks, searches, missing rows, and changes that would be lost."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import wait_for
from tests.browser.tickets import NAME, PASSWORD
from tests.browser.visits import Visit, visit
from tests.conftest import Finder
from tests.projects import clean_environment, find_port

SEED = f"""
from django.contrib.auth import get_user_model
from core.models import House, User
get_user_model().objects.create_superuser("{NAME}", password="{PASSWORD}")
people = [User(name=f"Person {{n:03}}", email=f"p{{n}}@a.example") for n in range(150)]
User.objects.bulk_create(people)
House.objects.create(street="Elm Road 1")
"""
FORM = "/repairs/new/"
LARGE = "[role=combobox]"


@pytest.fixture(scope="module")
def desk(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the repair desk, with more people than a list can hold."""
    built = find_built("repair_desk").copy_to(tmp_path_factory.mktemp("desk"))
    assert built.manage("shell", "-v0", "-c", SEED).returncode == 0
    address = f"127.0.0.1:{find_port()}"
    serve = [sys.executable, "manage.py", "runserver", "--noreload", address]
    with subprocess.Popen(
        serve,
        cwd=built.folder,
        env=clean_environment(DEBUG="True"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            wait_for(f"http://{address}/healthz")
            yield f"http://{address}"
        finally:
            server.terminate()


@contextmanager
def fill_in(browser: Browser, desk: str, label: str, **options: Any) -> Iterator[Visit]:
    """Someone who has the form open."""
    with visit(browser, desk, label, **options) as guest:
        guest.open("/sign-in/")
        guest.page.fill("[name=username]", NAME)
        guest.page.fill("[name=password]", PASSWORD)
        guest.page.keyboard.press("Enter")
        guest.page.wait_for_url(f"{desk}/")
        guest.open(FORM)
        yield guest


def read_chosen(page: Page, name: str) -> str:
    return str(page.eval_on_selector(f"[name={name}]", "s => s.selectedOptions[0]?.text ?? ''"))


def choose_person(page: Page) -> None:
    page.fill(LARGE, "")
    page.focus(LARGE)
    page.keyboard.type("son 07")
    expect(page.locator("[role=option]")).to_have_count(12)
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)


def test_field_is_checked_on_leaving_it(browser: Browser, desk: str) -> None:
    with fill_in(browser, desk, "checks") as guest:
        page = guest.page
        expect(page.locator("#id_title")).to_be_focused()
        page.fill("#id_title", "Tap")
        page.keyboard.press("Tab")
        page.fill("#id_title", " ")
        with page.expect_response(lambda r: r.request.method == "POST"):
            page.keyboard.press("Tab")
        expect(page.locator("#id_title_error")).to_contain_text("required")
        assert page.get_attribute("#id_title", "aria-invalid") == "true"
        assert page.inner_text("#id_reporter_error") == ""
        guest.shoot("checked")
        page.fill("#id_title", "Tap")
        page.keyboard.press("Tab")
        expect(page.locator("#id_title_error")).to_be_empty()
        assert page.get_attribute("#id_title", "aria-invalid") is None


@pytest.mark.parametrize("label", ["wide", "phone"])
def test_row_is_found_by_keyboard(browser: Browser, desk: str, label: str) -> None:
    with fill_in(browser, desk, label) as guest:
        page = guest.page
        page.focus(LARGE)
        page.keyboard.type("son 07")
        expect(page.locator("[role=option]")).to_have_count(12)
        guest.shoot("matches")
        choose_person(page)
        assert page.input_value(LARGE) == read_chosen(page, "reporter") == "Person 070"
        assert page.get_attribute(LARGE, "aria-expanded") == "false"
        # What isn't chosen doesn't count, and nothing is a choice too.
        page.fill(LARGE, "nobody")
        expect(page.locator("[role=status]", has_text="Nothing matches.")).to_be_visible()
        page.keyboard.press("Tab")
        assert page.input_value(LARGE) == "Person 070"
        page.fill(LARGE, "")
        page.keyboard.press("Tab")
        assert read_chosen(page, "reporter").strip("-") == ""


@pytest.mark.parametrize("label", ["wide", "phone"])
def test_missing_row_is_added_in_a_dialog(browser: Browser, desk: str, label: str) -> None:
    street = f"Fig Street {label}"
    with fill_in(browser, desk, label) as guest:
        page = guest.page
        page.fill("#id_title", "The tap drips")
        choose_person(page)
        page.click("text=Add House")
        expect(page.locator("#added_street")).to_be_focused()
        guest.shoot("dialog")
        page.fill("#added_street", " ")
        page.keyboard.press("Enter")
        expect(page.locator("dialog [role=alert]")).to_be_visible()
        page.fill("#added_street", street)
        page.keyboard.press("Enter")
        expect(page.locator("#id_house")).to_be_focused()
        assert read_chosen(page, "house") == street
        assert page.input_value("#id_title") == "The tap drips"
        assert page.input_value(LARGE) == "Person 070"
        page.click("text=Add House")
        expect(page.locator("#added_street")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator("#add-dialog")).to_be_hidden()
        page.click("text=Report it")
        page.wait_for_url(f"{desk}/repairs/")
        assert "The tap drips" in page.inner_text("main")


def test_leaving_changes_is_asked_about(browser: Browser, desk: str) -> None:
    with fill_in(browser, desk, "leaving") as guest:
        page = guest.page
        asked: list[str] = []
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
        page.click(".navbar-brand")
        page.wait_for_url(f"{desk}/")
        guest.open(FORM)
        page.locator("#id_title").press_sequentially("Tap")
        with page.expect_event("dialog"):
            page.click(".navbar-brand", no_wait_after=True)
        assert (asked, page.url) == (["beforeunload"], desk + FORM)
        page.click("text=Cancel")
        page.wait_for_url(f"{desk}/repairs/")
        assert asked == ["beforeunload"]


def test_leaving_by_a_swap_is_asked_about(browser: Browser, desk: str) -> None:
    with fill_in(browser, desk, "swapping") as guest:
        page = guest.page
        page.evaluate("document.body.setAttribute('hx-boost', 'true')")
        page.evaluate("htmx.process(document.body)")
        page.locator("#id_title").press_sequentially("Tap")
        asked: list[str] = []
        page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        with page.expect_event("dialog"):
            page.click(".breadcrumb a")
        assert (asked, page.url) == (["Leave without saving what you changed?"], desk + FORM)
        page.once("dialog", lambda dialog: dialog.accept())
        page.click(".breadcrumb a")
        page.wait_for_url(f"{desk}/repairs/")


def test_everything_works_without_scripts(browser: Browser, desk: str) -> None:
    with fill_in(browser, desk, "plain-form", java_script_enabled=False) as guest:
        page = guest.page
        page.fill("#id_title", "No light")
        page.fill("[name=reporter-search]", "person 14")
        page.click("main button:has-text('Search')")
        assert page.input_value("#id_title") == "No light"
        assert page.locator("main .invalid-feedback").count() == 0
        guest.shoot("found")
        page.select_option("[name=reporter]", label="Person 142")
        page.select_option("[name=house]", label="Elm Road 1")
        page.click("text=Report it")
        page.wait_for_url(f"{desk}/repairs/")
        guest.open(FORM)
        page.click("text=Add House")
        page.fill("[name=street]", "Plain Street 7")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{desk}{FORM}?house=*")
        assert page.locator("[name=house] option:checked").inner_text() == "Plain Street 7"
