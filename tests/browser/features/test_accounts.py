"""Accounts from sign-up to sign-out, and what becomes of forgotten passwords."""

import re
import time
from email import message_from_string

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.features.desks import Desk
from tests.browser.tickets import PASSWORD
from tests.browser.visits import Visit

NEW = "another-staple-8"
SCRIPTS = pytest.mark.parametrize("scripts", [True, False])


def sign_in(guest: Visit, name: str, password: str = PASSWORD) -> None:
    """Try to sign in."""
    guest.open("/sign-in/")
    guest.page.get_by_label("Email").fill(spell_address(name))
    guest.page.get_by_label("Password").fill(password)
    guest.send()


def spell_address(name: str) -> str:
    """What somebody signs in with."""
    return f"{name}@example.com"


def sign_out(guest: Visit) -> None:
    guest.page.get_by_role("button", name="Sign out").click()
    expect(guest.page.locator("#messages")).to_contain_text("You are signed out.")


def assert_signed_in(guest: Visit, name: str) -> None:
    expect(guest.page.locator(".site-user")).to_have_text(spell_address(name))


@SCRIPTS
def test_signing_in_and_out(browser: Browser, desk: Desk, scripts: bool) -> None:
    name = f"wrong-{scripts:d}"
    with desk.meet(browser, "wide", scripts) as guest:
        page = guest.page
        guest.open(desk.facts.path + "1/")
        expect(page).to_have_title(re.compile("Sign in"))
        page.get_by_label("Email").fill(spell_address(name))
        page.get_by_label("Password").fill("wrong")
        guest.send()
        expect(page.get_by_role("alert")).to_contain_text("correct")
        assert page.get_by_label("Email").input_value() == spell_address(name)
        page.get_by_label("Password").fill(PASSWORD)
        guest.send()
        assert page.url.endswith(f"{desk.facts.path}1/"), "where one wanted to go"
        assert_signed_in(guest, name)
        assert page.get_by_role("link", name="Admin").count() == 0
        sign_out(guest)
        guest.open("/")
        assert "/sign-in/?next=" in page.url


@SCRIPTS
def test_changing_a_password(browser: Browser, desk: Desk, scripts: bool) -> None:
    name = f"changer-{scripts:d}"
    with desk.meet(browser, "wide", scripts) as guest:
        page = guest.page
        sign_in(guest, name)
        page.locator(".site-user").click()
        page.get_by_role("link", name="Change your password").click()
        for old, expected in (("wrong", "incorrectly"), (PASSWORD, "was changed")):
            page.fill("[name=old_password]", old)
            page.fill("[name=new_password1]", NEW)
            page.fill("[name=new_password2]", NEW)
            guest.send()
            expect(page.locator("main")).to_contain_text(expected)
        assert page.url.endswith("/account/")
        sign_out(guest)
        sign_in(guest, name)
        assert "/sign-in/" in page.url
        sign_in(guest, name, NEW)
        assert_signed_in(guest, name)


def find_link(desk: Desk, address: str) -> str:
    """The path of the link in the mail to someone, which may take a moment to come."""
    deadline = time.monotonic() + 10
    while not (found := [mail for mail in desk.mails if f"To: {address}" in mail]):
        assert time.monotonic() < deadline, "no mail came"
        time.sleep(0.02)
    text = str(message_from_string(found[-1].lstrip()).get_payload())
    link = re.search(rf"{desk.address}(/account/forgotten/\S+)", text)
    assert link, text
    return link[1]


@SCRIPTS
def test_forgotten_password_is_set_anew_by_mail(
    browser: Browser, desk: Desk, scripts: bool
) -> None:
    name = f"forgetful-{scripts:d}"
    with desk.meet(browser, "phone", scripts) as guest:
        page = guest.page
        guest.open("/sign-in/")
        page.get_by_role("link", name="Forgot your password?").click()
        page.get_by_label("Email").fill(f"{name}@example.com")
        guest.send()
        expect(page.locator("#messages")).to_contain_text("a mail is on its way")
        path = find_link(desk, f"{name}@example.com")
        guest.open(path)
        page.fill("[name=new_password1]", NEW)
        page.fill("[name=new_password2]", NEW)
        guest.send()
        sign_in(guest, name, NEW)
        assert page.url == f"{desk.address}/"
        guest.open(path)
        expect(page.locator("main")).to_contain_text("This link was used already")


@SCRIPTS
def test_signing_up(browser: Browser, desk: Desk, scripts: bool) -> None:
    name = f"newcomer-{scripts:d}"
    with desk.meet(browser, "phone", scripts) as guest:
        page = guest.page
        guest.open("/sign-in/")
        page.get_by_role("link", name="Sign up").click()
        page.fill("[name=name]", name)
        page.fill("[name=email]", spell_address(name))
        for second in ("something-else-9", NEW):
            page.fill("[name=password1]", NEW)
            page.fill("[name=password2]", second)
            guest.send()
            if second != NEW:
                expect(page.locator("#id_password2_error")).to_contain_text("match")
        expect(page.locator("#messages")).to_contain_text("Your account is made.")


@SCRIPTS
def test_profile_is_kept(browser: Browser, desk: Desk, scripts: bool) -> None:
    name = f"named-{scripts:d}"
    with desk.meet(browser, "wide", scripts) as guest:
        sign_in(guest, name)
        guest.open("/account/")
        guest.page.get_by_label("Name").fill("Nora")
        guest.send()
        expect(guest.page.locator("#messages")).to_contain_text("Your profile was saved.")
        guest.open("/account/")
        assert guest.page.get_by_label("Name").input_value() == "Nora"
        assert guest.page.get_by_label("Email").input_value() == spell_address(name)


def test_guessing_has_an_end(browser: Browser, desk: Desk) -> None:
    with desk.meet(browser, "phone") as guest:
        for _ in range(5):
            sign_in(guest, "guesser-0", "wrong")
        expect(guest.page.locator("h1")).to_have_text("Please wait a little")
        guest.shoot("wait")
        sign_in(guest, "guesser-0")
        expect(guest.page.locator("h1")).to_have_text("Please wait a little")
        sign_in(guest, "guesser-1")
        assert guest.page.url == f"{desk.address}/"
        guest.forgive("429")


def test_signing_in_by_keys_alone(browser: Browser, desk: Desk) -> None:
    with desk.meet(browser) as guest:
        keyboard = guest.page.keyboard
        guest.open("/sign-in/")
        expect(guest.page.get_by_label("Email")).to_be_focused()
        keyboard.type(spell_address("keys-0"))
        keyboard.press("Tab")
        keyboard.type(PASSWORD)
        keyboard.press("Enter")
        assert_signed_in(guest, "keys-0")
