"""Orders as somebody has them on paper, and scripts that put them into the example `orders`."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal

TODAY = date(2026, 6, 15)
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Order:
    """An order as somebody has it on paper: lines are a product, a quantity, a price, a tick."""

    customer: str
    status: str
    placed: str
    ship_by: str
    discount: str
    lines: tuple[tuple[str, int, str, bool], ...]

    @property
    def is_counted(self) -> bool:
        return self.status != "cancelled"

    @property
    def is_late(self) -> bool:
        is_due = self.status in ("open", "packed") and self.ship_by != ""
        return is_due and date.fromisoformat(self.ship_by) < TODAY

    @property
    def pieces(self) -> int:
        return sum(quantity for _, quantity, _, _ in self.lines)

    @property
    def subtotal(self) -> Decimal:
        return sum((quantity * Decimal(price) for _, quantity, price, _ in self.lines), Decimal(0))

    @property
    def saved(self) -> Decimal:
        return (self.subtotal * Decimal(self.discount) / 100).quantize(CENT, ROUND_HALF_EVEN)

    @property
    def total(self) -> Decimal:
        return self.subtotal - self.saved

    @property
    def to_pick(self) -> int:
        return sum(not picked for _, _, _, picked in self.lines)


PRODUCTS = {"Notebook": ("9.99", 120, 5), "Pencil": ("0.60", 9, 2), "Stapler": ("20.00", 6, 5)}
"""Product → list price, pieces received, and how few are too few."""
ORDERS = {
    "2026-001": Order(  # what is shipped today isn't late
        "Corner Café",
        "open",
        "2026-06-01",
        "2026-06-15",
        "12.5",
        (("Notebook", 3, "9.99", True), ("Pencil", 7, "0.35", False)),
    ),
    "2026-002": Order(  # 12.5 % of 0.20 is half a cent above 0.02, which is even
        "Corner Café", "packed", "2026-06-02", "2026-06-14", "12.5", (("Pencil", 1, "0.20", True),)
    ),
    "2026-003": Order(  # 12.5 % of 0.60 is half a cent above 0.07, which is odd
        "Corner Café", "open", "2026-06-03", "", "12.5", (("Pencil", 1, "0.60", False),)
    ),
    "2026-004": Order("Town Library", "open", "2026-06-04", "2026-06-14", "10.0", ()),
    "2026-005": Order(
        "Town Library",
        "cancelled",
        "2026-06-05",
        "2026-06-06",
        "0.0",
        (("Notebook", 99, "9.99", False),),
    ),
    "2026-006": Order(
        "Town Library", "sent", "2026-05-06", "2026-05-07", "0.0", (("Stapler", 5, "20.00", True),)
    ),
    "2026-007": Order(
        "Town Library",
        "open",
        "2026-05-08",
        "2026-06-16",
        "0.0",
        (("Stapler", 1, "19.99", True), ("Notebook", 8, "9.99", True), ("Pencil", 1, "0.08", True)),
    ),
}

FILL = """
names = ["Corner Café", "Town Library", "Empty Hall"]
customers = {
    name: Customer.objects.create(name=name, email=f"{number}@example.com")
    for number, name in enumerate(names)
}
products = {
    name: Product.objects.create(
        sku=name[:3], name=name, price=Decimal(price), received=received, reorder_at=few)
    for name, (price, received, few) in PRODUCTS.items()
}
Product.objects.create(sku="New", name="Lamp", price=30)
orders = {}
for number, (customer, status, placed, ship_by, discount, lines) in ORDERS.items():
    orders[number] = order = Order.objects.create(
        number=number, customer=customers[customer], status=status, placed_on=placed,
        sent_on=placed if status == "sent" else None, ship_by=ship_by or None,
        discount=Decimal(discount))
    for name, quantity, price, picked in lines:
        Line.objects.create(order=order, product=products[name], quantity=quantity,
            price=Decimal(price), picked=picked)
"""
LOOK = """
day = mock.patch("records.functions.today", return_value=date(2026, 6, 15))
day.start()
answers["orders"] = read("/orders/", sort="number")
answers["dear first"] = read("/orders/", sort="-total")
answers["late"] = read("/orders/", late="true", sort="number")
answers["csv"] = read("/orders/", export="csv", sort="number")
answers["list pdf"] = read("/orders/", coding="latin-1", export="pdf", sort="number")
answers["records"] = {n: read(f"/orders/{row.pk}/", tab="lines") for n, row in orders.items()}
first = orders["2026-001"]
answers["edit"] = read(f"/orders/{first.pk}/edit/")
answers["pdf"] = read(f"/orders/{first.pk}/", coding="latin-1", export="pdf")
answers["admin"] = read(f"/admin/core/order/{first.pk}/change/")
answers["products"] = read("/products/")
answers["lamp"] = read(f"/products/{Product.objects.get(name='Lamp').pk}/")
answers["customers"] = read("/customers/", sort="name")
answers["customer"] = read(f"/customers/{customers['Town Library'].pk}/")
day.stop()
with mock.patch("records.functions.today", return_value=date(2026, 6, 16)):
    answers["a day later"] = read("/orders/", late="true", sort="number")
    answers["first later"] = read(f"/orders/{first.pk}/")
"""
BREAK = """
edit = {"customer": first.customer_id, "discount": "12.5", "ship_by": "2026-06-15"}
path = f"/orders/{first.pk}/edit/"
answers["unpicked"] = send(path, **edit, status="sent", sent_on="2026-06-10")
answers["no day"] = send(path, **edit, status="sent")
answers["too soon"] = send(path, **edit, status="open", sent_on="2026-05-31")
answers["too dear"] = send("/lines/new/", order=first.pk, product=products["Stapler"].pk,
    quantity="1", price="20.01")
answers["kept"] = Order.objects.get(pk=first.pk).status, first.lines.count()
first.lines.update(picked=True)
answers["picked"] = send(path, **edit, status="sent", sent_on="2026-06-10")
answers["sent"] = Order.objects.get(pk=first.pk).status
from django.db import IntegrityError, transaction
for change in ({"sent_on": "2026-05-31"}, {"status": "sent", "sent_on": None}):
    try:
        with transaction.atomic():
            Order.objects.filter(pk=first.pk).update(**change)
    except IntegrityError as error:
        answers.setdefault("refused", []).append(str(error))
print(json.dumps(answers))
"""
