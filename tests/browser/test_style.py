"""What the style sheet makes of awkward texts, measured in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

STATIC = Path(__file__).resolve().parents[2] / "transformer/backends/django_micro/files/static"
SHEETS = ("vendor/bootstrap/bootstrap.min.css", "css/style.css")
LONG = "a line of many characters " * 20


def show(browser: Browser, body: str) -> Page:
    """A phone that shows a piece of a page."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    sheets = "".join((STATIC / sheet).read_text(encoding="utf-8") for sheet in SHEETS)
    page.set_content(f"<style>{sheets}</style><main class='container'>{body}</main>")
    return page


@pytest.mark.parametrize(
    ("body", "mark", "highest"),
    [
        ("<div class='page-head'><h1>{}</h1></div>", "h1", 130),
        ("<div class='page-head'><div><p class='kicker'>{}</p></div></div>", ".kicker", 80),
        ("<div class='actions'><button class='btn btn-primary'>{}</button></div>", ".btn", 50),
        ("<ol class='breadcrumb'><li class='breadcrumb-item'><a>{}</a></li></ol>", "li", 40),
    ],
)
def test_long_title_leaves_room(browser: Browser, body: str, mark: str, highest: int) -> None:
    page = show(browser, body.format(LONG))
    box = page.locator(mark).bounding_box()
    assert box is not None
    assert box["height"] < highest
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_long_names_of_pages_leave_room_for_the_name_of_the_app(browser: Browser) -> None:
    links = f"<li class='nav-item'><a class='nav-link'>{LONG}</a></li>" * 6
    page = show(
        browser,
        f"""<header class="navbar navbar-expand-lg site-header"><div class="container">
        <a class="navbar-brand">Clinic</a><nav class="collapse navbar-collapse">
        <ul class="navbar-nav me-auto">{links}</ul></nav></div></header>""",
    )
    page.set_viewport_size({"width": 1280, "height": 900})
    brand, link = (page.locator(mark).first.bounding_box() for mark in (".navbar-brand", "li"))
    assert brand and link
    assert brand["width"] > 50
    assert link["height"] < 50
    page.close()


def test_link_on_a_badge_looks_like_one(browser: Browser) -> None:
    cell = "<td><a class='row-link' href='/'><span class='badge'>Open</span></a></td>"
    page = show(browser, f"<table class='table rows'><tbody><tr>{cell}</tr></tbody></table>")
    line = page.locator(".badge").evaluate("one => getComputedStyle(one).textDecorationLine")
    assert line == "underline"
    page.close()
