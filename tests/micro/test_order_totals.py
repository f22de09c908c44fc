"""Totals of the example `orders` on all pages and in files, against sums made by hand."""

from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

import pytest

from tests.conftest import Finder
from tests.micro.order_book import BREAK, CENT, FILL, LOOK, ORDERS, PRODUCTS
from tests.micro.parcels import (
    read_csv,
    read_errors,
    read_facts,
    read_related,
    read_rows,
    read_sheet,
    run,
)


@pytest.fixture(scope="module")
def found(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What all pages say of the orders."""
    built = find_built("orders").copy_to(tmp_path_factory.mktemp("orders"))
    rows = {number: tuple(vars(order).values()) for number, order in ORDERS.items()}
    given = f"PRODUCTS = {PRODUCTS!r}\nORDERS = {rows!r}\n"
    return run(built, given + FILL + LOOK + BREAK)


def spell(number: Decimal | int) -> str:
    return f"{number:,.2f}" if isinstance(number, Decimal) else str(number)


def price(text: str) -> str:
    """An amount as pages show it; files and sums below lines have no currency."""
    return f"{text} EUR" if text else ""


def mark(truth: bool) -> str:
    return "✓Yes" if truth else "✗No"


def average(values: list[Decimal]) -> str:
    """The mean to two places; nothing has none."""
    if not values:
        return ""
    return spell((sum(values, Decimal(0)) / len(values)).quantize(CENT, ROUND_HALF_EVEN))


def test_the_list_has_the_totals_by_hand(found: dict[str, Any]) -> None:
    by_hand = [
        (number, price(spell(order.total)), str(order.to_pick), mark(order.is_late))
        for number, order in ORDERS.items()
    ]
    rows = read_rows(found["orders"])
    titles = ("Number", "Total", "Lines to pick", "Late")
    assert [tuple(row[title] for title in titles) for row in rows] == by_hand
    totals = [row["Total"] for row in rows]
    # And by head, so that nothing above adds up wrongly in the same way.
    by_head = ["28.37", "0.18", "0.52", "0.00", "989.01", "100.00", "99.99"]
    assert totals == list(map(price, by_head))


def test_the_list_is_sorted_and_narrowed_by_totals(found: dict[str, Any]) -> None:
    by_total = sorted(ORDERS, key=lambda number: -ORDERS[number].total)
    assert [row["Number"] for row in read_rows(found["dear first"])] == by_total
    late = [row["Number"] for row in read_rows(found["late"])]
    assert late == ["2026-002", "2026-004"]


def test_an_order_is_late_from_the_day_after(found: dict[str, Any]) -> None:
    later = [row["Number"] for row in read_rows(found["a day later"])]
    assert later == ["2026-001", "2026-002", "2026-004"]
    days = [read_facts(found["records"][f"2026-00{n}"])["Days left"] for n in (1, 2, 3, 7)]
    assert days == ["0", "-1", "", "1"]
    assert read_facts(found["first later"])["Days left"] == "-1"


def test_a_record_has_the_sums_by_hand(found: dict[str, Any]) -> None:
    for number, order in ORDERS.items():
        facts = read_facts(found["records"][number])
        prices = [Decimal(price) for _, _, price, _ in order.lines]
        amounts = [quantity * Decimal(price) for _, quantity, price, _ in order.lines]
        expected = {
            "Pieces": str(order.pieces),
            "Subtotal": price(spell(order.subtotal)),
            "Saved": price(spell(order.saved)),
            "Total": price(spell(order.total)),
            "Postage free": mark(order.total >= 100),
            "Average line": price(average(amounts)),
            "Dearest piece": price(spell(max(prices)) if prices else ""),
            "Lines to pick": str(order.to_pick),
        }
        assert {title: facts[title] for title in expected} == expected, number
        assert read_errors(found["records"][number]) == []


def test_lines_stand_below_with_their_sums(found: dict[str, Any]) -> None:
    for number, order in ORDERS.items():
        if order.lines:
            head, *lines, sums = read_related(found["records"][number])
            assert head == ["Product", "Quantity", "Price each", "Amount", "Picked"]
            assert sorted(lines) == sorted(
                [
                    name,
                    str(quantity),
                    price,
                    spell(quantity * Decimal(price)),
                    "Yes" if picked else "No",
                ]
                for name, quantity, price, picked in order.lines
            )
            assert sums == ["", str(order.pieces), "", spell(order.subtotal), ""]
    assert read_related(found["records"]["2026-004"]) == []


def test_form_and_admin_show_the_same(found: dict[str, Any]) -> None:
    assert read_facts(found["edit"]) == {"Total": "28.37 EUR"}
    assert 'name="total"' not in found["edit"]
    for text in ("32.42", "4.05", "28.37", "16.21"):
        assert text in found["admin"]


def test_files_have_the_totals_by_hand(found: dict[str, Any]) -> None:
    lines = {line["Number"]: line for line in read_csv(found["csv"])}
    assert lines.keys() == ORDERS.keys()
    for number, order in ORDERS.items():
        told = [lines[number][title] for title in ("Total", "Lines to pick", "Late", "Ship by")]
        truth = "true" if order.is_late else "false"
        assert told == [f"{order.total:.2f}", str(order.to_pick), truth, order.ship_by]
    sheet = read_sheet(found["list pdf"])
    for number, order in ORDERS.items():
        assert spell(order.total) in sheet[sheet.index(number) :][:9], number


def test_record_on_paper_has_the_totals_by_hand(found: dict[str, Any]) -> None:
    texts = read_sheet(found["pdf"])
    order = ORDERS["2026-001"]
    facts = {title: texts[texts.index(title) + 1] for title in ("Subtotal", "Saved", "Total")}
    assert facts == {
        "Subtotal": spell(order.subtotal),
        "Saved": spell(order.saved),
        "Total": spell(order.total),
    }
    assert {"Notebook", "Pencil"} <= set(texts[texts.index("Order lines") :])


def test_products_have_what_was_sold_of_them(found: dict[str, Any]) -> None:
    rows = {row["Name"]: row for row in read_rows(found["products"])}
    for name, (_, received, few) in PRODUCTS.items():
        sold = [
            (quantity, Decimal(price))
            for order in ORDERS.values()
            for product, quantity, price, _ in order.lines
            if product == name and order.is_counted
        ]
        stock = received - sum(quantity for quantity, _ in sold)
        takings = sum((quantity * price for quantity, price in sold), Decimal(0))
        expected = [str(received - stock), str(stock), mark(stock <= few)]
        expected.append(price(spell(takings)))
        titles = ("Pieces sold", "In stock", "Running low", "Takings")
        assert [rows[name][title] for title in titles] == expected, name
    assert [rows[name]["In stock"] for name in PRODUCTS] == ["109", "-1", "0"]
    lamp = read_facts(found["lamp"])
    told = [lamp[title] for title in ("Pieces sold", "Takings", "Lowest price paid")]
    assert told == ["0", "0.00 EUR", ""]


def test_customers_have_the_sums_of_their_orders(found: dict[str, Any]) -> None:
    rows = {row["Name"]: row for row in read_rows(found["customers"])}
    for name, row in rows.items():
        orders = [order for order in ORDERS.values() if order.customer == name]
        totals = [order.total for order in orders if order.is_counted]
        spent = sum(totals, Decimal(0))
        titles = ("Orders placed", "Spent", "Average order", "Regular customer")
        assert [row[title] for title in titles] == [
            str(len(totals)),
            price(spell(spent)),
            price(average(totals)),
            mark(len(totals) >= 3 or spent >= 500),
        ]
    last = {name: row["Last order"] for name, row in rows.items()}
    assert last == {
        "Corner Café": "June 3, 2026",
        "Town Library": "June 5, 2026",
        "Empty Hall": "",
    }
    pieces = sum(order.pieces for order in ORDERS.values() if order.customer == "Town Library")
    assert read_facts(found["customer"])["Pieces ordered"] == str(pieces)


def test_broken_rules_are_told_and_change_nothing(found: dict[str, Any]) -> None:
    told = {name: read_errors(found[name]) for name in ("unpicked", "no day", "too soon")}
    assert told == {
        "unpicked": ["Pick all lines before the order is sent"],
        "no day": ["Say on which day it was sent", "Pick all lines before the order is sent"],
        "too soon": ["An order can't be sent before it is placed"],
    }
    assert read_errors(found["too dear"]) == ["That is more than the list price"]
    assert found["kept"] == ["open", 2]
    assert (found["picked"], found["sent"]) == ("", "sent")
    assert len(found["refused"]) == 2
    assert all("CHECK constraint failed" in each for each in found["refused"])
