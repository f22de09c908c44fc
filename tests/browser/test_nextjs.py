"""The frontend in Next.js before the API of the help desk: installed, built, checked and used."""

import json
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import manage, serve, wait_for
from tests.browser.tickets import NAME, PASSWORD, ROWS
from tests.projects import FIXTURES, ROOT, clean_environment, find_port, run_dazzle

FEATURES = json.loads((ROOT / "schemas" / "project.schema.json").read_text("utf-8"))["properties"][
    "features"
]["properties"]
pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("npm") is None, reason="npm isn't installed"),
    pytest.mark.skipif("api" not in FEATURES, reason="micro apps have no API yet"),
]

MOST_JAVASCRIPT = 130_000  # bytes that a first visit transfers
AXE = ROOT / "tests" / "browser" / "vendor" / "axe-core" / "axe.min.js"


def run_npm(folder: Path, *arguments: str) -> str:
    """What a command of npm prints, which has to succeed."""
    done = subprocess.run(
        ["nice", "npm", *arguments],
        cwd=folder,
        env=clean_environment(NEXT_TELEMETRY_DISABLED="1"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a help desk with an API, and the frontend beside it, built."""
    folder = tmp_path_factory.mktemp("next")
    project = shutil.copytree(FIXTURES / "support_tickets", folder / "project")
    with (project / "dazzle.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[features]\napi = true\n")
    chosen = ["--backend", "django_micro", "--backend", "nextjs_frontend"]
    done = run_dazzle(folder, "build", str(project), "--output", str(folder), *chosen)
    assert done.returncode == 0, done.stdout + done.stderr
    manage(folder / "django_micro", "migrate", "-v0")
    manage(folder / "django_micro", "shell", "-v0", "-c", ROWS)
    frontend = folder / "nextjs_frontend"
    run_npm(frontend, "ci")
    before = (frontend / "tsconfig.json").read_text("utf-8")
    assert "warn" not in run_npm(frontend, "run", "build").lower()
    assert (frontend / "tsconfig.json").read_text("utf-8") == before
    return folder


@contextmanager
def start(frontend: Path, api: str) -> Iterator[str]:
    """The address of the frontend while it runs."""
    port = str(find_port())
    command = ["node", "node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", port]
    variables = clean_environment(API_URL=api, NEXT_TELEMETRY_DISABLED="1", NODE_ENV="production")
    with subprocess.Popen(
        command, cwd=frontend, env=variables, stdout=subprocess.DEVNULL
    ) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/theme.css")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.send_signal(signal.SIGTERM)


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with (
        serve(built / "django_micro") as api,
        start(built / "nextjs_frontend", api) as frontend,
    ):
        yield frontend


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def sign_in(page: Page, address: str, password: str = PASSWORD) -> None:
    page.goto(f"{address}/tickets")
    page.get_by_label("Email").fill(NAME)
    page.get_by_label("Password").fill(password)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()


def test_sources_pass_their_own_checks(built: Path) -> None:
    run_npm(built / "nextjs_frontend", "run", "typecheck")
    report = run_npm(built / "nextjs_frontend", "run", "lint", "--", "--max-warnings=0")
    assert "problem" not in report


def test_first_visit_is_light_and_breaks_no_policy(address: str, context: BrowserContext) -> None:
    page, said, sizes, scripts = context.new_page(), [], {}, set()
    page.on("console", lambda message: said.append(message.text))
    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on(
        "Network.responseReceived",
        lambda event: (
            scripts.add(event["requestId"])
            if "javascript" in event["response"]["mimeType"]
            else None
        ),
    )
    network.on(
        "Network.loadingFinished",
        lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
    )
    page.goto(f"{address}/tickets", wait_until="networkidle")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert 50_000 < sum(sizes.get(each, 0) for each in scripts) < MOST_JAVASCRIPT
    assert said == []


def test_session_is_kept_from_scripts(address: str, context: BrowserContext) -> None:
    page = context.new_page()
    sign_in(page, address, "wrong")
    expect(page.locator(".alert")).to_contain_text("password")
    sign_in(page, address)
    expect(page.get_by_role("heading", name="Tickets")).to_be_visible()
    kept = {each.get("name"): each.get("httpOnly") for each in context.cookies()}
    assert kept["sessionid"] is True
    assert page.evaluate("Object.keys({...localStorage, ...sessionStorage})") == []
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert "sessionid" not in {each.get("name") for each in context.cookies()}


@pytest.mark.parametrize(
    "next_", ["//example.com", r"/\example.com", "/%09/example.com", "https://example.com"]
)
def test_sign_in_leads_to_no_other_host(address: str, context: BrowserContext, next_: str) -> None:
    page = context.new_page()
    page.goto(f"{address}/sign-in?next={next_}")
    page.get_by_label("Email").fill(NAME)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Sign in")
    assert page.url.startswith(f"{address}/")


@pytest.mark.parametrize("has_scripts", [True, False])
def test_ticket_is_opened_changed_and_deleted(
    address: str, browser: Browser, has_scripts: bool
) -> None:
    context = browser.new_context(java_script_enabled=has_scripts)
    page = context.new_page()
    sign_in(page, address)
    page.get_by_role("link", name="Open a ticket").click()
    page.get_by_label("Your name").select_option(label="Person 01")
    page.get_by_label("Subject").fill("   ")
    page.get_by_label("Description").fill("Since noon.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Subject")).to_have_attribute("aria-invalid", "true")
    expect(page.get_by_label("Description")).to_have_value("Since noon.")
    page.get_by_label("Subject").fill("<b>No</b> paper")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1, name="<b>No</b> paper")).to_be_visible()
    page.get_by_role("link", name="Delete").click()
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_text("Deleted.")).to_be_visible()
    context.close()


def test_stale_form_shows_both_values(address: str, context: BrowserContext) -> None:
    mine, theirs = context.new_page(), context.new_page()
    sign_in(mine, address)
    mine.get_by_role("link", name=re.compile("printer")).first.click()
    mine.get_by_role("link", name="Edit").click()
    expect(mine.get_by_label("Subject")).to_be_visible()
    for page, subject in ((theirs, "Theirs"), (mine, "Mine")):
        page.goto(mine.url) if page is theirs else None
        page.get_by_label("Subject").fill(subject)
        page.get_by_role("button", name="Save").click()
        if page is theirs:
            expect(page.get_by_role("heading", name="Theirs")).to_be_visible()
    expect(mine.get_by_text("Saved now: Theirs")).to_be_visible()
    expect(mine.get_by_label("Subject")).to_have_value("Mine")
    mine.get_by_role("button", name="Save").click()
    expect(mine.get_by_role("heading", name="Mine")).to_be_visible()


def test_list_is_asked_by_its_address(address: str, context: BrowserContext) -> None:
    page = context.new_page()
    sign_in(page, address)
    page.get_by_role("link", name="Subject").click()
    expect(page).to_have_url(re.compile("sort=subject"))
    page.get_by_text("Filters").click()
    page.get_by_label("Status").select_option("solved")
    page.get_by_role("button", name="Apply").click()
    expect(page).to_have_url(f"{address}/tickets?sort=subject&filter%5Bstatus%5D=solved")
    states = page.locator("td[data-label=Status]").all_inner_texts()
    assert states and {*states} == {"Solved"}
    found = page.get_by_role("link", name=re.compile("printer|Export is")).all_inner_texts()
    assert found == sorted(found)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_are_accessible(address: str, browser: Browser, theme: str, width: int) -> None:
    context = browser.new_context(
        color_scheme="dark" if theme == "dark" else "light",
        viewport={"width": width, "height": 844},
        bypass_csp=True,
    )
    page = context.new_page()
    sign_in(page, address)
    expect(page.get_by_role("heading", name="Tickets")).to_be_visible()
    first = page.locator(".row-link").first.get_attribute("href")
    for path in ("/", "/tickets?filter[status]=open", first, f"{first}/edit", "/tickets/new"):
        page.goto(f"{address}{path}", wait_until="networkidle")
        page.add_script_tag(path=AXE)
        assert page.evaluate("axe.run().then(r => r.violations.map(v => v.id))") == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    context.close()
