"""The demo, used in a browser as people use it."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import SIZES, Visit, visit


@pytest.mark.parametrize("label", SIZES)
def test_task_from_adding_to_deleting(browser: Browser, served: str, label: str) -> None:
    title = f"Water the plants ({label})"
    with visit(browser, served, label) as guest:
        page = guest.page
        guest.sign_in()
        guest.shoot("home")
        add_task(guest, title)
        guest.open("/tasks/")
        guest.shoot("list")
        page.click(f"main >> text={title}")
        guest.shoot("detail")
        page.click("main >> text=Edit")
        page.fill("[name=title]", f"{title}, twice")
        guest.shoot("edit")
        guest.send()
        guest.open("/tasks/")
        page.click(f"main >> text={title}, twice")
        page.click("main >> text=Delete")
        guest.shoot("delete")
        guest.send()
        guest.open("/tasks/")
        assert title not in page.inner_text("main")


def add_task(guest: Visit, title: str) -> None:
    guest.page.click("main >> text=Tasks")
    guest.page.click("main >> text=Add >> nth=0")
    guest.page.fill("[name=title]", title)
    guest.shoot("create")
    guest.send()


def test_mistake_is_shown_at_its_field(browser: Browser, served: str) -> None:
    with visit(browser, served, "mistake") as guest:
        guest.sign_in()
        guest.open("/tasks/new/")
        guest.page.eval_on_selector("main form", "form => form.noValidate = true")
        guest.send()
        guest.shoot("form")
        box = guest.page.locator("[name=title]")
        assert box.get_attribute("aria-invalid") == "true"
        described = box.get_attribute("aria-describedby") or ""
        texts = [guest.page.inner_text(f"[id='{name}']") for name in described.split()]
        assert any("required" in text for text in texts)


def test_task_is_added_by_keyboard_alone(browser: Browser, served: str) -> None:
    with visit(browser, served, "keyboard") as guest:
        guest.sign_in()
        guest.open("/tasks/new/")
        page = guest.page
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name") == "title":
                break
        page.keyboard.type("By keyboard")
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_contain_text("By keyboard")


def test_task_is_added_without_scripts(browser: Browser, served: str) -> None:
    with visit(browser, served, "plain", java_script_enabled=False) as guest:
        guest.sign_in()
        guest.open("/tasks/new/")
        guest.page.fill("[name=title]", "Without scripts")
        guest.send()
        assert "Without scripts" in guest.page.inner_text("h1")
        guest.page.click("header >> text=Sign out")
        expect(guest.page.locator("#messages")).to_contain_text("You are signed out.")
        guest.open("/tasks/")
        assert "/sign-in/" in guest.page.url
