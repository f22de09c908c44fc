"""Data out and in: files, paper, and the preview of what a file would change."""

import csv
import io
import re

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.features.desks import Desk
from tests.browser.visits import SIZES, Visit

SCRIPTS = pytest.mark.parametrize("scripts", [True, False])


def open_filtered(guest: Visit, desk: Desk) -> int:
    """Narrow the list down as people do; how many rows are left."""
    guest.open(f"{desk.facts.path}?q={desk.facts.word}&sort=-number")
    expect(guest.page.locator(".pages .count")).to_have_text(str(desk.facts.found))
    return desk.facts.found


def fetch(page: Page, name: str) -> bytes:
    """What the menu's entry downloads."""
    page.locator(".menu summary").press("Enter")
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    assert download.value.suggested_filename.endswith(".csv")
    return download.value.path().read_bytes()


@SCRIPTS
@pytest.mark.parametrize(("name", "start"), [("CSV", b""), ("CSV for Excel", b"\xef\xbb\xbf")])
def test_file_holds_what_the_list_shows(
    browser: Browser, desk: Desk, scripts: bool, name: str, start: bytes
) -> None:
    with desk.use(browser, "wide", scripts) as guest:
        count = open_filtered(guest, desk)
        content = fetch(guest.page, name)
        assert content.startswith(start) and content.count(b"\xef\xbb\xbf") == bool(start)
        lines = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
        shown = guest.page.locator(f"tbody [data-label='{desk.facts.column}']").all_inner_texts()
        texts = [line[desk.facts.column] for line in lines]
        assert texts == [text.removeprefix(f"{desk.facts.column}:").strip() for text in shown]
        assert len(lines) == count
        assert guest.page.url.endswith("sort=-number")


@SCRIPTS
@pytest.mark.parametrize("label", SIZES)
def test_list_on_paper(browser: Browser, desk: Desk, scripts: bool, label: str) -> None:
    with desk.use(browser, label, scripts) as guest:
        page = guest.page
        count = open_filtered(guest, desk)
        page.locator(".menu summary").click()
        page.get_by_role("link", name="Print view").click()
        expect(page.locator("tbody tr")).to_have_count(count)
        assert page.get_by_role("button", name="Print").is_visible() == scripts
        page.emulate_media(media="print")
        expect(page.get_by_role("link", name="Back to the list")).to_be_hidden()
        expect(page.locator("header")).to_be_hidden()
        page.emulate_media(media="screen")
        page.get_by_role("link", name="Back to the list").click()
        expect(page.locator(".pages .count")).to_have_text(str(count))


def test_print_button_prints(browser: Browser, desk: Desk) -> None:
    with desk.use(browser) as guest:
        guest.page.add_init_script("window.print = () => { window.printed = true; };")
        guest.open(f"{desk.facts.path}1/")
        guest.page.get_by_role("button", name="Print").press("Enter")
        assert guest.page.evaluate("window.printed")


@SCRIPTS
def test_pdf_of_a_row_and_of_a_list(browser: Browser, desk: Desk, scripts: bool) -> None:
    with desk.use(browser, "wide", scripts) as guest:
        page = guest.page
        for path in (f"{desk.facts.path}1/", f"{desk.facts.path}?q={desk.facts.word}"):
            guest.open(path)
            link = page.locator("main").get_by_role("link", name="PDF", include_hidden=True)
            address = link.evaluate("link => link.href")
            answer = page.context.request.get(address)
            assert answer.headers["content-type"] == "application/pdf"
            assert answer.body().startswith(b"%PDF-") and answer.body().rstrip().endswith(b"%%EOF")


def upload(page: Page, *lines: str) -> None:
    """Choose a file with some lines, and have a look at what it would do."""
    content = "\n".join(lines).encode()
    file: FilePayload = {"name": "rows.csv", "mimeType": "text/csv", "buffer": content}
    page.get_by_label("CSV file").set_input_files(file)
    page.get_by_role("button", name="Preview").click()


@SCRIPTS
@pytest.mark.parametrize("label", SIZES)
def test_file_is_previewed_before_it_counts(
    browser: Browser, desk: Desk, scripts: bool, label: str
) -> None:
    path, titles, right, wrong = desk.facts.upload
    key = f"{label}{scripts:d}"
    name = right.partition(",")[0].format(key)
    with desk.use(browser, label, scripts) as guest:
        page = guest.page
        guest.open(path)
        page.get_by_role("link", name="Import").click()
        upload(page, titles, right.format(key), wrong.format(f"{key}-no"))
        expect(page.get_by_role("alert").first).to_contain_text("Nothing was saved")
        expect(page.locator("tbody tr")).to_have_count(1)
        expect(page.locator("td:not(:last-child)")).to_have_text(["3", titles.partition(",")[2]])
        assert page.get_by_role("button", name="Import these rows").count() == 0
        guest.shoot("errors")
        page.get_by_role("link", name="Choose another file").click()
        upload(page, titles, right.format(key))
        expect(page.locator(".counts li").first).to_have_text(re.compile("1 new"))
        expect(page.locator("tbody")).to_contain_text(name)
        guest.shoot("preview")
        page.get_by_role("button", name="Import these rows").click()
        page.wait_for_url(f"**{path}")
        guest.open(f"{path}?q={name.replace(' ', '+')}")
        expect(page.locator("tbody tr")).to_have_count(1)
