"""The start page and the menu: numbers, what is recent, charts, and many pages."""

import re
from pathlib import Path

import pytest

from tests.micro.documents import list_faults, read_document, read_text
from tests.micro.orders import ask, build_orders
from tests.projects import BuiltProject, run_dazzle, run_python

VISIT = """
import django
django.setup()
from django.contrib.auth import get_user_model
from django.test import Client
client = Client(HTTP_HOST="localhost")
client.force_login(get_user_model().objects.create_superuser("tester"))
print(client.get("/").content.decode())
"""
LARGE = """
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pages.paging import MOST
ada = Customer.objects.create(name="Ada")
def add(count):
    Order.objects.bulk_create(
        [Order(number="A", customer=ada, status="done") for _ in range(count)], batch_size=1000)
def look():
    with CaptureQueriesContext(connection) as queries:
        page = read("/")
    grouped = sum("GROUP BY" in query["sql"] for query in queries)
    card, = re.findall(r'href="/orders/"><span>Orders</span> <span class="count">(.*?)<', page)
    chart = find_section(page, 'id="chart-1"')
    return card, grouped, re.findall(r'class="count">([\\d,]+)<', chart)[2]
found = []
for count in (MOST, 1, 5):
    add(count)
    found.append(look())
print(json.dumps(found))
"""
NUMBER = 30


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The project of orders."""
    return build_orders(tmp_path_factory.mktemp("orders"))


def test_numbers_and_what_is_recent(built: BuiltProject) -> None:
    script = """
ada = Customer.objects.create(name="Ada")
now = datetime(2026, 3, 31, 12, tzinfo=UTC)
for number in range(12):
    order = Order.objects.create(number=f"A-{number}", customer=ada)
    Order.objects.filter(pk=order.pk).update(made=now - timedelta(days=number))
print(json.dumps(read("/")))
"""
    page = ask(built, script)
    assert list(list_faults(page)) == []
    cards = re.findall(
        r'<a class="panel" href="(.*?)"><span>(.*?)</span> <span class="count">(\d+)', page
    )
    assert cards == [
        ("/customers/", "Customers", "1"),
        ("/orders/", "Orders", "12"),
        ("/complaints/", "Complaints", "0"),
        ("/contracts/", "Contracts", "0"),
    ]
    recent = page.partition('id="recent"')[2].partition("</section>")[0]
    assert re.findall(r">(A-\d+)</a>", recent) == [f"A-{number}" for number in range(8)]


def test_chart_says_in_words_what_it_draws(built: BuiltProject) -> None:
    script = """
ada = Customer.objects.create(name="Ada")
for status in ("done", "done", "done", "done", "open", ""):
    Order.objects.create(number=status, customer=ada, status=status)
page = read("/")
listed = [read(address) for address in re.findall('href="(/orders/[?]status=[^"]+)"', page)]
counts = [text.count('name="row"') for text in listed]
print(json.dumps([find_section(page, 'id="chart-1"'), counts]))
"""
    chart, listed = ask(built, script)
    document = read_document(f"<!doctype html><title>x</title><section><h2 {chart}</section>")
    bars = [read_text(bar) for bar in document.iter("li")]
    assert read_text(document.find(".//h2")) == "Orders: status"
    assert bars == ["Open 1", "In progress 0", "Done 4", "Overdue 0", "Cancelled 0"]
    assert listed == [1, 0, 4, 0, 0]
    assert re.findall(r'class="bar" width="([\d.]+)"', chart) == [
        "25.0",
        "0.0",
        "100.0",
        "0.0",
        "0.0",
    ]
    assert chart.count('aria-hidden="true"') == chart.count("<svg") == 5


def test_chart_of_a_large_table_is_made_now_and_then(built: BuiltProject) -> None:
    assert ask(built, LARGE) == [
        ["10,000", 1, "10,000"],
        ["10,000+", 1, "10,001"],
        ["10,000+", 0, "10,001"],
    ]


def write_pages(folder: Path) -> BuiltProject:
    """A project with a list for each of many entities."""
    entities = "".join(
        f"entity Kind{number}:\n  name: str required\n"
        f'surface kind{number}_list "Things of the kind number {number}":\n'
        f"  uses entity Kind{number}\n  mode: list\n"
        for number in range(NUMBER)
    )
    (folder / "app.dsl").write_text(entities, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltProject("app", folder / "out/django_micro")


def test_menu_of_many_pages(tmp_path: Path) -> None:
    built = write_pages(tmp_path)
    assert built.manage("migrate", "--verbosity=0").returncode == 0
    done = run_python(built.folder, "-c", VISIT, DJANGO_SETTINGS_MODULE="app.settings")
    assert done.returncode == 0, done.stderr
    page = done.stdout.strip()
    assert list(list_faults(page)) == []
    menu = next(one for one in read_document(page).iter("nav") if one.get("id") == "menu")
    classes = [link.get("class", "") for link in menu.iter("a")]
    shown, more = classes.count("nav-link"), classes.count("dropdown-item")
    assert shown + more >= NUMBER
    assert 3 <= shown <= 9
    addresses = [link.get("href") for link in menu.iter("a")]
    assert len(addresses) == len(set(addresses))
    assert page.count('<a class="panel"') == NUMBER
