"""Sums over sums: how deep they may be, and how much of a query each of them is."""

import json
import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import Finder
from tests.postgres import find_command, serve_postgres
from tests.projects import FIXTURES, BuiltProject, run_dazzle
from transformer.manifest import read_project

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


CHAINS = {
    "sums": "sum(kids.{})",
    "means": "round(avg(kids.{}), 2)",
    "more": "sum(kids.{} where big) + price",
    "shares": "round(sum(kids.{}) * price / 100, 2)",
}
STEPS = {"rounded": "round({} * 1.1, 2)", "thirds": "{} / 3", "left": "price - {}"}
LONGEST = 14
CODE = "deep-nesting"
WRAP = """
import json
from django.apps import apps
from django.db import connection
def ask(name):
    model, _, value = name.partition(".")
    rows = apps.get_model("core", model).objects.with_computed(value)
    rows = rows.filter(**{f"{value}__isnull": False}).order_by(value)
    sql, params = rows.query.get_compiler("default").as_sql()
    for _ in range(3):  # as pages do that count rows, or narrow them further
        sql = f"SELECT * FROM ({sql}) AS inner_rows"
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}", params)
"""


def write_chains() -> str:
    """Entities each of which has the next one's, and values that build on one another."""
    head = "  name: str\n  amount: decimal(10, 2)\n  price: decimal(8, 2)\n  big: bool\n"
    lines = ["app chains"]
    for number in range(LONGEST):
        back = f"  up: ref Level{number - 1}\n" if number else ""
        lines.append(f"entity Level{number}:\n{head}{back}")
        last = number == LONGEST - 2
        if number < LONGEST - 1:
            lines.append(f"  kids: has_many Level{number + 1}")
            lines += [
                f"  {name}: computed {text.format('amount' if last else name)}"
                for name, text in CHAINS.items()
            ]
    lines.append(f"entity Chain:\n{head}")
    for name, text in STEPS.items():
        names = ["amount", *(f"{name}{number}" for number in range(25))]
        pairs = pairwise(names)
        lines += [f"  {each}: computed {text.format(before)}" for before, each in pairs]
    return "\n".join(lines) + "\n"


def test_what_sqlite_may_refuse_is_warned_of(tmp_path: Path) -> None:
    (tmp_path / "app.dsl").write_text(write_chains(), encoding="utf-8")
    analysis = read_project(tmp_path / "app.dsl")
    assert analysis.manifest is not None
    warned = {each.words["word"]: each.span for each in analysis.problems if each.code == CODE}
    lines = write_chains().splitlines()
    found = {each: span.line for each, span in warned.items() if span}
    assert found.keys() > CHAINS.keys()
    done = run_dazzle(tmp_path, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stderr
    project = BuiltProject("chains", tmp_path / "out/django_micro")
    assert project.manage("migrate", "-v0").returncode == 0
    asked = [find_next(lines, line) for line in found.values()]
    script = WRAP + "".join(f"ask({each!r})\n" for each in asked)
    done = project.manage("shell", "-v0", "-c", script)
    assert done.returncode == 0, done.stderr


def find_next(lines: list[str], number: int) -> str:
    """Find the greatest value that a warning spares: what the one at a line is computed from."""
    name = lines[number - 1].split(":")[0].strip()
    entity = next(line for line in reversed(lines[:number]) if line.startswith("entity"))
    entity = entity.removeprefix("entity ").rstrip(":")
    if entity == "Chain":
        digits = int("".join(filter(str.isdigit, name)))
        return f"{entity}.{name.rstrip('0123456789')}{digits - 1}"
    return f"Level{int(entity.removeprefix('Level')) + 1}.{name}"
