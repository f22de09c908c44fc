"""Sums over sums: how deep they may be, and how much of a query each of them is."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Finder
from tests.postgres import find_command, serve_postgres
from tests.projects import FIXTURES, BuiltProject, run_dazzle

LEVELS = """
entity Region:
  name: str
  country: ref Country
  spent: computed sum(customers.spent)
  average: computed round(avg(customers.average_order), 2)
  good: computed spent >= 500 and average > 5

entity Country:
  name: str
  spent: computed sum(regions.spent)
  average: computed round(avg(regions.average), 2)
  good: computed round(spent * 3 / 7, 2) >= 500 and spent - average > 5

surface region_list:
  uses entity Region
  mode: list
  section main:
    field spent
    field average
    field good
  ux:
    filter: good

surface country_list:
  uses entity Country
  mode: list
  section main:
    field spent
    field average
    field good
  ux:
    filter: good
"""
ASK = """
import json
from core.models import *
from decimal import Decimal
from django.contrib.auth import get_user_model
from django.test import Client
country = Country.objects.create(name="C")
region = Region.objects.create(name="R", country=country)
for number in range(2):
    customer = Customer.objects.create(name="c", email=f"{number}@example.com", region=region)
    product = Product.objects.create(sku=f"A-{number}", name="p", price=1)
    order = Order.objects.create(number=f"2026-{number}", customer=customer, discount=10)
    Line.objects.create(order=order, product=product, quantity=100, price=Decimal("10.10"))
client = Client(HTTP_HOST="localhost", raise_request_exception=False)
client.force_login(get_user_model().objects.create_superuser("levels"))
def ask(address):
    return client.get(address).status_code
sorts = [f"?sort={sign}{name}" for name in ("spent", "average", "good") for sign in ("", "-")]
queries = ["", "?good=true", "?good=false&sort=-good", "?good=true&sort=spent&export=csv"]
urls = [f"/{name}/{query}" for name in ("regions", "countries") for query in queries + sorts]
pages = {url: ask(url) for url in urls}
row = Country.objects.with_computed("spent", "average", "good").get()
found = Country.objects.with_computed("spent").filter(spent__gt=Decimal("1817.99")).count()
print(json.dumps([pages, str(row.spent), str(row.average), row.good, found]))
"""
COUNT = """
import json
from django.apps import apps
from django.db import connection
def count(model, name):
    rows = model.objects.with_computed(name)
    return rows.query.get_compiler(connection=connection).as_sql()[0].count("SELECT") - 1
found = {}
for model in apps.get_app_config("core").get_models():
    for name in dir(model.objects.all()):
        if name.startswith("compute_"):
            name = name.removeprefix("compute_")
            found[f"{model.__name__}.{name}"] = count(model, name)
print(json.dumps(found))
"""
MOST = {"sqlite": 4, "postgresql": 12}
"""How many queries within it a computed value of an example may take."""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The settings of a database."""
    if request.param == "sqlite":
        yield {}
        return
    if find_command("initdb") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no PostgreSQL was found")
        pytest.skip("no PostgreSQL was found; on Debian: apt install postgresql")
    with serve_postgres() as address:
        yield {"DATABASE_URL": address}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The example `orders`, with regions and countries on top."""
    folder = tmp_path_factory.mktemp("levels")
    text = (FIXTURES / "orders/dsl/orders.dsl").read_text(encoding="utf-8")
    text = text.replace("module orders.core\n", "")
    head = 'entity Customer "Customer":\n'
    assert head in text
    text = text.replace(head, f"{head}  region: ref Region\n") + LEVELS
    (folder / "app.dsl").write_text(text, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltProject("orders", folder / "out/django_micro")


def test_five_levels_are_asked_for(
    project: BuiltProject, database: dict[str, str], tmp_path: Path
) -> None:
    own = project.copy_to(tmp_path / "own")
    assert own.manage("migrate", "-v0", **database).returncode == 0
    done = own.manage("shell", "-v0", "-c", ASK, **database)
    assert done.returncode == 0, done.stderr
    pages, *row = json.loads(done.stdout)
    assert {url: status for url, status in pages.items() if status != 200} == {}
    assert row == ["1818.00", "909.00", True, 1]


@pytest.mark.parametrize("name", ["orders", "timesheets", "invoices", "repair_desk"])
def test_no_computed_value_is_many_queries(
    name: str, database: dict[str, str], find_built: Finder
) -> None:
    done = find_built(name).manage("shell", "-v0", "-c", COUNT, **database)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found
    most = MOST["postgresql" if database else "sqlite"]
    assert {value: count for value, count in found.items() if count > most} == {}
