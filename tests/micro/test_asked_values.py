"""Values are computed for pages that show them, and for no others."""

from typing import Any

import pytest

from tests.conftest import Finder
from tests.micro.order_book import FILL, ORDERS, PRODUCTS
from tests.micro.parcels import run

LOOK = """
import re
VALUES = {"placed", "spent", "average_order", "regular", "subtotal", "saved", "total", "late",
    "to_pick", "days_left", "amount"}
order, customer = orders["2026-002"], customers["Town Library"]
def find_values(queries):
    found = [re.findall(r' AS "(\\w+)"', each) for each in queries]
    return [[name for name in each if name in VALUES] for each in found]
def count(address, **query):
    return find_values(list_queries(address, **query))
page, admin = f"/orders/{order.pk}/", f"/admin/core/customer/{customer.pk}"
answers["record"] = count(page)
answers["record pdf"] = count(page, coding="latin-1", export="pdf")
answers["delete"] = count(f"{page}delete/")
answers["list"] = count("/orders/")
with CaptureQueriesContext(connection) as queries:
    browser.post("/orders/change/", {"row": [order.pk]})
    browser.post("/orders/delete/", {"row": [order.pk]})
answers["many"] = find_values([each["sql"] for each in queries])
answers["admin list"] = count("/admin/core/customer/")
answers["admin row"] = count(f"{admin}/change/")
answers["admin delete"] = count(f"{admin}/delete/")
answers["admin history"] = count(f"{admin}/history/")
browser.get(f"{page}edit/")
answers["matches"] = count("/admin/autocomplete/", app_label="core", model_name="order",
    field_name="customer", term="T")
print(json.dumps(answers))
"""
EMPTY = ["delete", "many", "admin delete", "admin history", "matches"]
SHOWN = ["record", "list", "admin list", "admin row"]


@pytest.fixture(scope="module")
def found(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Page → the computed values that each of its queries gives."""
    built = find_built("orders").copy_to(tmp_path_factory.mktemp("orders"))
    rows = {number: tuple(vars(order).values()) for number, order in ORDERS.items()}
    given = f"PRODUCTS = {PRODUCTS!r}\nORDERS = {rows!r}\n"
    return run(built, given + FILL + LOOK)


@pytest.mark.parametrize("page", SHOWN)
def test_a_page_that_shows_values_asks_for_them_once(found: dict[str, Any], page: str) -> None:
    asked = [name for each in found[page] for name in each]
    assert asked
    assert len(asked) == len({*asked})


@pytest.mark.parametrize("page", EMPTY)
def test_a_page_that_shows_none_asks_for_none(found: dict[str, Any], page: str) -> None:
    assert found[page] and not any(found[page])


def test_names_of_related_rows_on_paper_need_no_values(found: dict[str, Any]) -> None:
    assert any("total" in each for each in found["record pdf"])
    assert not any("amount" in each for each in found["record pdf"])
