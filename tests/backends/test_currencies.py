"""What is computed of money of one currency is shown with that; of several, with none."""

import re

import pytest

from tests.projects import run_dazzle

PROJECT = """\
app shop "Shop"
entity Order:
  name: str required
  postage: money(GBP) required
  abroad: money(EUR)
  plain: money
  rate: decimal(4,2)
  days: int
  total: computed sum(lines.amount)
  value: computed {}
entity Line:
  order: ref Order required
  quantity: int=1
  price: money(GBP) required
  amount: computed quantity * price
surface order_view:
  uses entity Order
  mode: view
  section main:
    field name
    field value
"""
CURRENCIES = {
    "postage": "GBP",
    "-postage": "GBP",
    "total + postage": "GBP",
    "sum(lines.quantity * lines.price)": "GBP",
    "max(lines.price)": "GBP",
    "avg(lines.amount) / days": "GBP",
    "round(total * rate / 100, 2)": "GBP",
    "sum(Line.price)": "GBP",
    "abroad": "EUR",
    "plain": None,
    "abroad + postage": None,
    "postage + plain": None,
    "postage + days": None,
    "postage * abroad": None,
    "postage / total": None,
    "days / postage": None,
    "count(lines)": None,
    "rate * days": None,
}


@pytest.fixture(scope="module", params=CURRENCIES)
def shown(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, str]:
    """A computed value, and how the page of a record shows it."""
    folder = tmp_path_factory.mktemp("currencies")
    (folder / "app.dsl").write_text(PROJECT.format(request.param), encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl")
    assert done.returncode == 0, done.stdout + done.stderr
    page = folder / "build/django_micro/core/templates/core/order_detail.html"
    found = re.search(r"object\.value\|([^ ]+) ", page.read_text(encoding="utf-8"))
    assert found
    return request.param, found[1]


def test_currency_is_that_of_what_is_computed_with(shown: tuple[str, str]) -> None:
    currency = CURRENCIES[shown[0]]
    assert shown[1] == (f'amount:"{currency}"' if currency else "amount")
