"""A stored value that signals keep up to date, as docs/page-speed.md shows it."""

import re
from pathlib import Path

import pytest

from tests.projects import ROOT, BuiltProject, run_dazzle

PROJECT = """\
app orders "Orders"
{order}
entity Line:
  order: ref Order required cascade
  quantity: int required
  price: decimal(8, 2) required
surface order_list:
  uses entity Order
  mode: list
"""
CHANGES = """
from decimal import Decimal
from core.models import Line, Order

def say():
    print(Order.objects.get(pk=order.pk).stored_total)

order = Order.objects.create()
line = Line.objects.create(order=order, quantity=3, price=Decimal("2.50"))
Line.objects.create(order=order, quantity=1, price=Decimal("0.25"))
say()
line.quantity = 5
line.save()
say()
line.delete()
say()
"""
MOVES = """
from decimal import Decimal
from core.models import Line, Order

def say():
    print(*(Order.objects.get(pk=each.pk).stored_total for each in (one, other)))

one, other = Order.objects.create(), Order.objects.create()
line = Line.objects.create(order=one, quantity=3, price=Decimal("2.50"))
Line.objects.create(order=one, quantity=1, price=Decimal("0.25"))
say()
line.order = other
line.save()
say()
line.quantity = 1
line.save()
say()
moved = Line.objects.get(pk=line.pk)
moved.order, moved.price = one, 1
moved.save()
say()
moved.delete()
say()
"""
AFTERWARDS = """
from decimal import Decimal
from core.models import Line, Order

order = Order.objects.create()
Line.objects.bulk_create([Line(order=order, quantity=2, price=Decimal("1.10"))])
print(Order.objects.get(pk=order.pk).stored_total)
{command}
print(Order.objects.get(pk=order.pk).stored_total)
"""


def read_page(pattern: str) -> str:
    """What the page on speed says to write."""
    page = (ROOT / "docs/page-speed.md").read_text(encoding="utf-8")
    found = re.search(pattern, page, re.DOTALL)
    assert found
    return found[1]


def build(folder: Path, more: str = "") -> None:
    order = read_page("```dsl\n(.*?)```") + more
    (folder / "app.dsl").write_text(PROJECT.format(order=order), encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl", "--output", "out")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltProject:
    """The project with the page's signals, built again after the entity got another field."""
    folder = tmp_path_factory.mktemp("signals")
    build(folder)
    built = BuiltProject("orders", folder / "out/django_micro")
    signals = built.folder / "core/signals.py"
    signals.write_text(read_page("```python\n(.*?)```"), encoding="utf-8")
    written = signals.read_bytes()
    build(folder, "  note: str\n")
    assert signals.read_bytes() == written
    done = built.manage("migrate", "-v0")
    assert done.returncode == 0, done.stderr
    return built


def run(built: BuiltProject, code: str) -> list[str]:
    done = built.manage("shell", "-v0", "-c", code)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_signals_keep_the_value_up_to_date(built: BuiltProject) -> None:
    assert run(built, CHANGES) == ["7.75", "12.75", "0.25"]


def test_a_line_that_moves_counts_where_it_goes(built: BuiltProject) -> None:
    pairs = [("7.75", "0.00"), ("0.25", "7.50"), ("0.25", "2.50"), ("1.25", "0.00")]
    expected = [*pairs, ("0.25", "0.00")]
    assert run(built, MOVES) == [total for pair in expected for total in pair]


def test_command_computes_what_signals_have_missed(built: BuiltProject) -> None:
    command = " ".join(read_page('shell -c\\s"(.*?)"').split())
    assert run(built, AFTERWARDS.format(command=command)) == ["0.00", "2.20"]
