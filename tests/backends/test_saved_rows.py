"""Invariants with aggregates judge a row as it is about to be saved, not as it is stored."""

from pathlib import Path

import pytest

from tests.projects import run_dazzle
from transformer.backends.django.names import spell_names
from transformer.backends.django.printing import spell
from transformer.backends.django.violations import list_violations
from transformer.manifest import read_project
from transformer.model import build_model

PROJECT = """\
app inv "Inv"
entity Customer:
  name: str required
  total: computed sum(orders.budget)
entity Order:
  name: str required
  budget: int required
  spare: int
  open: bool
  customer: ref Customer
  cover: ref Line
  dear: computed budget > 10
  invariant: {}
entity Line:
  order: ref Order required
  price: int required
  part: computed price * order.budget
  parent: computed order
surface order_list "Orders":
  uses entity Order
  mode: list
"""
BUDGET = "self.budget is not None and "
COUNT = "Line.objects.filter(price__gt=self.budget, order=self.pk).count() != 0"
OTHERS = "Order.objects.exclude(pk=self.pk)"
HIGHEST = "functions.read_aggregate(Line.objects.filter(order=self.pk), "
HIGHEST += 'models.Max(models.F("price")))'
CASES = {
    "count(lines where price > order.budget) = 0": BUDGET + COUNT,
    "count(lines where price > parent.budget) = 0": BUDGET + COUNT,
    "count(lines where order.open) = 0": "Line.objects.filter("
    "models.Q(models.Value(self.open)), order=self.pk).count() != 0",
    "count(lines where order.dear) = 0": BUDGET + "Line.objects.filter("
    "models.Q(models.Value(bool(self.budget > 10))), order=self.pk).count() != 0",
    "count(lines where price > order.spare) = 0": "Line.objects.filter(price__gt=functions.Known("
    "self.spare, models.DecimalField()), order=self.pk)"
    ".count() != 0",
    "sum(lines.part) < 9": BUDGET + "functions.round_half_even(functions.read_aggregate("
    "Line.objects.filter(order=self.pk), "
    'models.Sum(functions.Exact(models.functions.Cast(models.F("price"), models.BigIntegerField())'
    " * self.budget), default=0)), 0) >= 9",
    "spare < max(lines.price) or spare * 2 > max(lines.price)": "self.spare is None or "
    f"{HIGHEST} is None or (self.spare >= {HIGHEST} and self.spare * 2 <= {HIGHEST})",
    "count(Order) < 9": f"{OTHERS}.count() + 1 >= 9",
    "count(Order where open) < 9": f"{OTHERS}.filter(open=True).count()"
    " + (1 if self.open else 0) >= 9",
    "sum(customer.orders.spare) < 9": "functions.round_half_even(functions.read_aggregate("
    f'{OTHERS}.filter(customer__in=[functions.follow(self, "customer", "pk")]), '
    'models.Sum(models.F("spare"), default=0)), 0) + '
    "(self.spare if self.customer_id is not None and self.spare is not None else 0) >= 9",
    "customer.total < 9": 'functions.follow(self, "customer") is None or '
    "functions.round_half_even(functions.read_aggregate("
    f'{OTHERS}.filter(customer__in=[functions.follow(self, "customer", "pk")]), '
    'models.Sum(models.F("budget"), default=0)), 0) + '
    "(self.budget if self.customer_id is not None and self.budget is not None else 0) >= 9",
}
UNBUILT = [
    "count(Line where order.budget > 5) = 0",  # the order may be the one at hand
    "count(customer.orders where cover.order.spare > 1) = 0",
    "max(Order.budget) < 9",
    "avg(customer.orders.budget) < 9",
    "count(Customer where total > 9) = 0",  # a sum over all orders as they are stored
]


def write(folder: Path, rule: str) -> Path:
    file = folder / "app.dsl"
    file.write_text(PROJECT.format(rule), encoding="utf-8")
    return file


@pytest.mark.parametrize(("rule", "condition"), CASES.items())
def test_own_values_stand_in_the_query(tmp_path: Path, rule: str, condition: str) -> None:
    manifest = read_project(write(tmp_path, rule)).manifest
    assert manifest is not None
    model = build_model(manifest)
    (found,) = list_violations(model.entity("Order"), spell_names(model))
    assert spell(found.condition) == condition


@pytest.mark.parametrize("rule", UNBUILT)
def test_what_would_judge_the_stored_row_is_not_built(tmp_path: Path, rule: str) -> None:
    write(tmp_path, rule)
    done = run_dazzle(tmp_path, "validate", "app.dsl")
    assert "not-built" in done.stderr + done.stdout
    assert "app.dsl:13:3" in done.stderr + done.stdout
