"""`dazzle dev` beside an open browser: the page shows each save, and what is wrong with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import visit
from tests.development.workbench import Workbench

FIELD = "  due_date: date\n"


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Workbench]:
    """A project that is served while it is edited."""
    workbench = Workbench(tmp_path / "task")
    yield workbench.serve()
    workbench.close()


def test_open_page_shows_each_save_by_itself(browser: Browser, bench: Workbench) -> None:
    with visit(browser, bench.address, "dev") as guest:
        guest.open("/tasks/new/")
        heading = guest.page.locator("h1")
        bench.save('surface task_create "Add a task":', 'surface task_create "Add a chore":')
        expect(heading).to_have_text("Add a chore")
        bench.save('title "Title" placeholder="Water', 'title "What" placeholder="Water')
        expect(guest.page.locator("label[for=id_title]")).to_contain_text("What")
        bench.save(FIELD, f"{FIELD}  place: str(50)\n")
        bench.wait_for("Migrating: core.0002_")
        bench.save('    field title "What"', '    field place "Where"\n    field title "What"')
        guest.page.fill("[name=place]", "The garden")
        guest.page.fill("[name=title]", "Water the plants")
        guest.send()
        expect(heading).to_contain_text("Water the plants")


def test_report_lies_over_the_page_until_it_is_mended(browser: Browser, bench: Workbench) -> None:
    with visit(browser, bench.address, "dev") as guest:
        guest.open("/tasks/")
        report = guest.page.get_by_role("alert").filter(has_text="can't be built")
        bench.save(FIELD, "  due_date: dat\n")
        expect(report).to_be_visible()
        expect(report.locator("pre")).to_contain_text("^^^ did you mean `date`?")
        assert (
            report.bounding_box()
            and report.evaluate("e => getComputedStyle(e).position") == "fixed"
        )
        guest.open("/tasks/new/")
        expect(report).to_be_visible()
        guest.page.fill("[name=title]", "While it is broken")
        guest.page.keyboard.press("Enter")
        expect(guest.page.locator("h1")).to_contain_text("While it is broken")
        expect(report).to_be_visible()
        bench.save("  due_date: dat\n", FIELD)
        expect(report).to_have_count(0)
        expect(guest.page.locator("h1")).to_contain_text("While it is broken")


def test_report_can_be_put_away(browser: Browser, bench: Workbench) -> None:
    with visit(browser, bench.address, "dev") as guest:
        guest.open("/tasks/")
        bench.save(FIELD, "  due_date: dat\n")
        guest.page.get_by_role("button", name="Close").last.click()
        expect(guest.page.locator("#dazzle-report")).to_have_count(0)


def test_deletion_waits_for_a_word_on_the_page(browser: Browser, tmp_path: Path) -> None:
    bench = Workbench(tmp_path / "task")
    bench.save(FIELD, f"{FIELD}  place: str(50)\n")
    try:
        with visit(browser, bench.serve().address, "dev") as guest:
            guest.open("/tasks/")
            bench.run_code("Task.objects.create(title='x', place='Paris')")
            bench.save("  place: str(50)\n", "")
            report = guest.page.get_by_role("alert").filter(has_text="migration-drops")
            expect(report.locator("pre")).to_contain_text("such as “Paris”")
            guest.open("/tasks/new/")
            report.get_by_role("button", name="Accept").click()
            expect(report).to_have_count(0)
            bench.wait_for("Migrating: core.0002_")
    finally:
        bench.close()


def test_page_of_an_app_that_cannot_start_yet_becomes_the_app(
    browser: Browser, tmp_path: Path
) -> None:
    bench = Workbench(tmp_path / "task")
    bench.save(FIELD, "  due_date: dat\n")
    bench.start()
    try:
        bench.wait_for("error[unknown-type]")
        with visit(browser, bench.address, "dev") as guest:
            guest.open("/tasks/")
            expect(guest.page.get_by_role("alert")).to_contain_text("unknown-type")
            guest.forgive("503")
            bench.save("  due_date: dat\n", FIELD)
            expect(guest.page.locator("h1")).to_have_text("Tasks")
    finally:
        bench.close()
