"""Rows that are wrong in themselves get errors from Django and from rules, and never fail.

Django asks a model's `clean` also where it has found errors in fields.
"""

from typing import Any

import pytest

from tests.micro.parcels import run
from tests.projects import BuiltProject, run_dazzle

PROJECT = """\
app inv "Inv"
entity Maker:
  name: str required
  trusted: bool
entity Product:
  name: str required
  price: decimal(8,2) required
  maker: ref Maker required
  launched: date required
entity Order:
  name: str required
  made: date required
  super: computed count(lines where quantity > 2)
  defaultdict: computed sum(lines.quantity)
  bool: computed max(lines.quantity)
  ValidationError: computed min(lines.quantity)
  NON_FIELD_ERRORS: computed avg(lines.quantity)
  errors: computed count(lines)
  check: computed count(lines where quantity > 3)
  invariant: super > 3 or super = 0
    message: "super"
  invariant: defaultdict > 3 or defaultdict = 0
    message: "defaultdict"
  invariant: bool > 3 or bool = 1 or bool is null
    message: "bool"
  invariant: ValidationError > 3 or ValidationError = 1 or ValidationError is null
    message: "ValidationError"
  invariant: NON_FIELD_ERRORS > 3 or NON_FIELD_ERRORS = 1 or NON_FIELD_ERRORS is null
    message: "NON_FIELD_ERRORS"
  invariant: errors > 3 or errors = 0
    message: "errors"
  invariant: count(notes) < 3 or count(notes) > 5
    message: "notes"
entity Line:
  order: ref Order required
  product: ref Product required
  quantity: int
  price: decimal(8,2) required
  invariant: price >= product.price
    message: "price"
  invariant: product.maker.trusted or product.launched < order.made
    message: "launched"
  invariant: name_of_maker = "m" or order.name contains "o"
    message: "name"
  name_of_maker: computed product.maker.name
  invariant: count(product.lines) < 9
    message: "many"
  invariant: count(product.maker.products) < 9
    message: "makes much"
entity Note:
  order: ref Order
surface order_list:
  uses entity Order
  mode: list
"""
SCRIPT = """
import datetime
from uuid import uuid4
from django.core.exceptions import ValidationError
from core import models
day = datetime.date(2026, 1, 1)
def judge(name, row):
    try:
        row.full_clean()
        answers[name] = []
    except ValidationError as error:
        found = error.message_dict.items()
        answers[name] = sorted(f"{field}: {text}" for field, texts in found for text in texts)
maker = models.Maker.objects.create(name="m")
product = models.Product.objects.create(name="p", price=3, maker=maker, launched=day)
order = models.Order.objects.create(name="o", made=day + datetime.timedelta(days=1))
models.Note.objects.bulk_create(models.Note() for _ in range(4))
judge("right", models.Line(order=order, product=product, price=3))
judge("cheap", models.Line(order=order, product=product, price=2))
judge("no product", models.Line(order=order, product_id=uuid4(), price=4))
judge("no order", models.Line(order_id=uuid4(), product=product, price=4))
judge("nothing", models.Line())
unsaved = models.Product(name="x")
judge("unsaved", models.Line(order=models.Order(name="o"), product=unsaved, price=4))
judge("homeless", models.Line(order=order, price=4,
    product=models.Product(name="x", maker_id=uuid4(), launched=day, price=1)))
judge("without key", models.Order(pk=None, name="o", made=day))
judge("order", order)
models.Line.objects.create(order=order, product=product, price=3, quantity=3)
judge("ordered", order)
print(json.dumps(answers))
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is said of each row."""
    folder = tmp_path_factory.mktemp("wrong")
    (folder / "app.dsl").write_text(PROJECT, encoding="utf-8")
    done = run_dazzle(folder, "build", "app.dsl")
    assert done.returncode == 0, done.stderr
    return run(BuiltProject("inv", folder / "build" / "django_micro"), SCRIPT)


def test_rules_are_asked_of_right_rows(found: dict[str, Any]) -> None:
    assert found["right"] == found["order"] == []
    assert found["cheap"] == ["__all__: price"]


def test_what_fields_lack_is_told(found: dict[str, Any]) -> None:
    fields = {name: {each.split(":")[0] for each in texts} for name, texts in found.items()}
    assert fields["nothing"] == {"order", "product", "price"}
    assert fields["no product"] == fields["homeless"] == {"product"}
    assert fields["no order"] == {"order"}
    assert fields["unsaved"] == {"order", "product"}
    assert found["without key"] == []


def test_names_of_values_hide_nothing_that_clean_needs(found: dict[str, Any]) -> None:
    texts = ["NON_FIELD_ERRORS", "ValidationError", "bool", "defaultdict", "errors", "super"]
    assert found["ordered"] == [f"__all__: {each}" for each in texts]
