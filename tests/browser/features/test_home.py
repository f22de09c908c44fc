"""The start page: counts, what is new, and charts that can be read as text."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.features.desks import Desk
from tests.browser.visits import SIZES


def count_rows(page: Page) -> int:
    """How many rows a list says that it has."""
    return int(page.locator(".pages .count").inner_text().split()[-1])


@pytest.mark.parametrize("label", SIZES)
@pytest.mark.parametrize("scripts", [True, False])
def test_cards_lead_to_lists_with_as_many_rows(
    browser: Browser, desk: Desk, label: str, scripts: bool
) -> None:
    with desk.use(browser, label, scripts) as guest:
        page = guest.page
        guest.open("/")
        guest.shoot(f"home-{desk.name}")
        cards = [card.inner_text().split() for card in page.locator(".cards a").all()]
        assert len(cards) >= 3
        for title, count in (card for card in cards if card[1] != "0"):
            guest.open("/")
            page.locator(".cards a", has_text=title).click()
            page.wait_for_url(re.compile(r"\w/$"))
            assert count_rows(page) == int(count)


def test_what_is_new_leads_to_its_page(browser: Browser, desk: Desk) -> None:
    with desk.use(browser) as guest:
        page = guest.page
        guest.open("/")
        recent = page.get_by_role("region", name="Added last").get_by_role("listitem")
        expect(recent).to_have_count(8)
        link = recent.get_by_role("link").first
        name = link.inner_text()
        link.click()
        expect(page.locator("h1")).to_have_text(name)


@pytest.mark.parametrize("scripts", [True, False])
def test_chart_is_a_list_to_a_screen_reader(browser: Browser, desk: Desk, scripts: bool) -> None:
    title, value, _ = desk.facts.filter
    with desk.use(browser, "phone", scripts) as guest:
        page = guest.page
        guest.open("/")
        chart = page.get_by_role("region", name=desk.facts.chart)
        bars = chart.get_by_role("listitem")
        assert bars.count() >= 4
        assert chart.locator("svg:not([aria-hidden=true])").count() == 0
        texts = bars.all_inner_texts()
        assert all(re.fullmatch(r".+\s\d+", text.strip(), re.DOTALL) for text in texts)
        bar = bars.filter(has_text=value)
        count, width = bar.locator(".count").inner_text(), bar.locator(".bar").bounding_box()
        assert width and width["width"] > 20
        bar.get_by_role("link").click()
        expect(page.locator(".chip").first).to_contain_text(f"{title}: {value}")
        assert count_rows(page) == int(count)
