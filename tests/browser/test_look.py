"""What browsers may load, light and dark, and what is told of requests that go wrong."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import visit

ADMIN = [
    "/admin/",
    "/admin/core/ticket/",
    "/admin/core/ticket/?status__exact=open",
    "/admin/core/ticket/add/",
    "/admin/core/ticket/7/change/",
    "/admin/core/ticket/7/delete/",
    "/admin/password_change/",
]
GROUND = "getComputedStyle(document.body).backgroundColor"
DARK, LIGHT = "rgb(20, 23, 28)", "rgb(246, 247, 249)"
INJECT = """() => new Promise(tell => {
  document.addEventListener("securitypolicyviolation", event => tell(event.violatedDirective));
  const script = document.createElement("script");
  script.textContent = "document.title = 'run'";
  document.body.append(script);
})"""


def test_admin_works_under_the_policy(browser: Browser, desk_in_production: str) -> None:
    with visit(browser, desk_in_production, "wide") as guest:
        guest.sign_in()
        for path in ADMIN:
            guest.open(path)
            guest.page.wait_for_load_state("networkidle")
        guest.open("/admin/core/ticket/7/change/")
        # Scripts and pictures of the admin are loaded: its calendar unfolds.
        guest.page.locator(".date-icon").first.click()
        expect(guest.page.locator(".calendarbox").first).to_be_visible()
        guest.forgive("404")  # the admin has no picture for the browser's tab


def test_script_in_a_page_never_runs(browser: Browser, desk_in_production: str) -> None:
    with visit(browser, desk_in_production, "wide") as guest:
        guest.open("/sign-in/")
        assert guest.page.evaluate(INJECT).startswith("script-src")
        assert guest.page.title() != "run"
        assert guest.faults
        guest.forgive("Content Security Policy")


@pytest.mark.parametrize("scripts", [True, False])
def test_system_decides_between_light_and_dark(
    browser: Browser, desk_in_production: str, scripts: bool
) -> None:
    for scheme, ground in (("dark", DARK), ("light", LIGHT)):
        with visit(
            browser,
            desk_in_production,
            "phone",
            color_scheme=scheme,
            java_script_enabled=scripts,
        ) as guest:
            guest.open("/sign-in/")
            assert guest.page.locator("body").evaluate(f"() => {GROUND}") == ground


def test_choice_of_light_or_dark_stays(browser: Browser, desk_in_production: str) -> None:
    with visit(browser, desk_in_production, "wide", color_scheme="light") as guest:
        page = guest.page
        guest.open("/sign-in/")
        page.get_by_role("button", name="Light or dark").click()
        assert page.evaluate(GROUND) == DARK
        # Nothing of the page is drawn in the other colours first.
        guest.open("/sign-in/")
        assert page.evaluate(GROUND) == DARK
        page.get_by_role("button", name="Light or dark").click()
        assert page.evaluate(GROUND) == LIGHT
        # Who is back at the system's choice follows the system.
        page.emulate_media(color_scheme="dark")
        expect(page.locator("body")).to_have_css("background-color", DARK)


def test_expired_sign_in_leads_to_the_sign_in_page(browser: Browser, tickets: str) -> None:
    with visit(browser, tickets, "wide") as guest:
        guest.sign_in()
        guest.open("/tickets/")
        guest.page.context.clear_cookies()
        guest.page.get_by_role("searchbox").type("export")
        guest.page.wait_for_url("**/sign-in/?next=**")
        expect(guest.page.get_by_label("Email")).to_be_visible()


def test_failed_request_is_told_until_one_works(browser: Browser, tickets: str) -> None:
    with visit(browser, tickets, "phone") as guest:
        guest.sign_in()
        page = guest.page
        guest.open("/tickets/")
        page.route("**/tickets/?*", lambda route: route.fulfill(status=500, body="broken"))
        page.get_by_role("searchbox").fill("e")
        expect(page.get_by_role("alert")).to_contain_text("That didn’t work")
        guest.shoot("failed")
        page.get_by_role("alert").get_by_role("button", name="Close").click()
        expect(page.get_by_role("alert")).to_be_hidden()
        page.get_by_role("searchbox").fill("ex")
        expect(page.get_by_role("alert")).to_be_visible()
        page.unroute_all()
        page.get_by_role("searchbox").fill("export")
        expect(page.locator(".pages .count")).to_have_text("15")
        expect(page.get_by_role("alert")).to_be_hidden()
        guest.forgive("500")
        guest.forgive("Response Status Error")


def test_keys_do_nothing_while_someone_types(browser: Browser, tickets: str) -> None:
    with visit(browser, tickets, "wide") as guest:
        guest.sign_in()
        guest.open("/tickets/new/")
        guest.page.get_by_label("Subject").fill("")
        guest.page.get_by_label("Subject").type("n/?")
        assert guest.page.get_by_label("Subject").input_value() == "n/?"
        assert guest.page.url.endswith("/tickets/new/")
        assert guest.page.locator("dialog[open]").count() == 0
        guest.page.get_by_label("Subject").fill("")
