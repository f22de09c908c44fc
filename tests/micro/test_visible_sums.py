"""Sums below related rows are those of the rows above them, whoever looks."""

from typing import Any

import pytest

from tests.conftest import Finder
from tests.micro.order_book import FILL, ORDERS, PRODUCTS
from tests.micro.parcels import read_related, run
from tests.projects import BuiltProject

RESTRICTED = """\
class LineQuerySet(QuerySet):
    def visible_to(self, user):
        return self if user.is_superuser else self.filter(picked=True)

"""
SCRIPT = """
from django.contrib.auth.models import Permission
addresses = {number: f"/orders/{order.pk}/" for number, order in orders.items()}
answers["owner"] = {number: read(each, tab="lines") for number, each in addresses.items()}
clerk = get_user_model().objects.create_user("clerk")
clerk.user_permissions.set(Permission.objects.all())
browser.force_login(clerk)
answers["clerk"] = {number: read(each, tab="lines") for number, each in addresses.items()}
print(json.dumps(answers))
"""


@pytest.fixture(scope="module")
def found(find_built: Finder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Pages of orders, whose lines to pick nobody but the owner sees."""
    built = find_built("orders").copy_to(tmp_path_factory.mktemp("orders"))
    restrict(built)
    rows = {number: tuple(vars(order).values()) for number, order in ORDERS.items()}
    given = f"PRODUCTS = {PRODUCTS!r}\nORDERS = {rows!r}\n"
    return run(built, given + FILL + SCRIPT)


def restrict(built: BuiltProject) -> None:
    models = built.folder / "core/models.py"
    source = models.read_text(encoding="utf-8")
    before, head, after = source.partition("class LineQuerySet(QuerySet):\n")
    assert head
    models.write_text(before + RESTRICTED + after, encoding="utf-8")


def read_sums(page: str) -> list[str]:
    """The amounts of the lines on the page of an order, and last their sum, if it has one."""
    headings, *lines = read_related(page)
    return [line[headings.index("Amount")] for line in lines]


def test_who_sees_all_rows_sees_their_sum(found: dict[str, Any]) -> None:
    assert read_sums(found["owner"]["2026-001"]) == ["29.97", "2.45", "32.42"]
    assert read_sums(found["clerk"]["2026-007"]) == read_sums(found["owner"]["2026-007"])
    assert read_sums(found["clerk"]["2026-007"])[-1] == "99.99"


def test_who_does_not_see_all_rows_sees_no_sum_of_them(found: dict[str, Any]) -> None:
    assert read_sums(found["clerk"]["2026-001"]) == ["29.97"]
