"""What people of the examples do in a browser, each after the other."""

from playwright.sync_api import Browser, Page, expect


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


def make_scenario(browser: Browser, address: str, title: str) -> Page:
    """A page, once the rows of the scenario are there."""
    page = browser.new_page()
    page.goto(f"{address}/sign-in/")
    page.get_by_role("button", name=title).click()
    expect(page.get_by_role("button", name=title)).to_have_count(0)
    return page


def open_row(page: Page, address: str, path: str, name: str) -> str:
    """Go to the page of the first row of a list with a text, and return its address."""
    page.goto(address + path)
    row = page.get_by_role("row").filter(has_text=name).first
    with page.expect_navigation():
        row.locator("a.row-link").click()
    return page.url


def read_status(page: Page, address: str) -> int:
    answer = page.goto(address)
    assert answer
    return answer.status


def save(page: Page, button: str = "Save") -> None:
    """Send the form of the page, and wait for the next page."""
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


def write_comment(page: Page, text: str, *, is_internal: bool = False) -> None:
    """Write a comment on the ticket whose page is open, by its button."""
    page.get_by_role("link", name="Reply").click()
    page.get_by_label("Text").fill(text)
    if is_internal:
        page.get_by_label("Internal").check()
    save(page)


def add_to_row(page: Page, **values: str) -> None:
    """Add something to the row whose page is open."""
    page.locator("#related").get_by_role("link", name="Add").click()
    for label, value in values.items():
        page.get_by_label(label).fill(value)
    save(page)


def write_line(page: Page, **values: str) -> None:
    """Add a line to the record on a page, in the form of the record."""
    page.get_by_role("link", name="Edit").click()
    page.get_by_role("button", name="Add a line").click()
    line = page.locator("[data-line]").last
    for label, value in values.items():
        line.get_by_label(label).fill(value)
    save(page)
