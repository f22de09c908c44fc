"""Every page of every entity, used as people use it."""

import datetime
from decimal import Decimal

from pages.testing import PageTests, choose_values

from .models import Customer, Line, Order, Product


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def customer_values(**changes):
    return {
        "name": "Sample 1",
        "email": "sample1@example.com",
        **changes,
    }


def make_customer():
    return Customer.objects.create(**customer_values())


def product_values(**changes):
    return {
        "sku": "Sample 1",
        "name": "Sample 1",
        "price": Decimal("1"),
        "received": 1,
        "reorder_at": 1,
        **changes,
    }


def make_product():
    return Product.objects.create(**product_values())


def order_values(**changes):
    return choose_values(
        Order,
        {
            "number": "8742-547",
            "customer": Customer.objects.first() or make_customer(),
            "discount": Decimal("1"),
            **changes,
        },
        {
            "status": ["open", "packed", "sent", "cancelled"],
            "placed_on": [
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
            "sent_on": [
                None,
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
        },
    )


def make_order():
    return Order.objects.create(**order_values())


def line_values(**changes):
    return choose_values(
        Line,
        {"order": Order.objects.first() or make_order(), "quantity": 1, **changes},
        {
            "product": [Product.objects.first() or make_product()],
            "price": [Decimal("1"), Decimal("2")],
        },
    )


def make_line():
    return Line.objects.create(**line_values())


class CustomerTests(PageTests):
    model = Customer

    def test_list(self):
        row = make_customer()
        response = self.visit("customer_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("customer_create")
        self.submit("customer_create", customer_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_customer()
        response = self.visit("customer_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_customer()
        response = self.visit("customer_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("customer_update", customer_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_customer()
        response = self.visit("customer_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("customer_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class ProductTests(PageTests):
    model = Product

    def test_list(self):
        row = make_product()
        response = self.visit("product_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("product_create")
        self.submit("product_create", product_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_product()
        response = self.visit("product_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_product()
        response = self.visit("product_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("product_update", product_values(sku="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.sku, "Sample 2")

    def test_delete(self):
        row = make_product()
        response = self.visit("product_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("product_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class OrderTests(PageTests):
    model = Order

    def test_list(self):
        row = make_order()
        response = self.visit("order_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("order_create")
        self.submit("order_create", order_values(status=None, sent_on=None))
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_order()
        response = self.visit("order_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_order()
        response = self.visit("order_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit(
            "order_update",
            order_values(ship_by=datetime.date(2026, 1, 2)),
            row,
        )
        row.refresh_from_db()
        self.assertEqual(row.ship_by, datetime.date(2026, 1, 2))

    def test_delete(self):
        row = make_order()
        response = self.visit("order_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("order_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class LineTests(PageTests):
    model = Line

    def test_list(self):
        row = make_line()
        response = self.visit("line_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("line_create")
        self.submit("line_create", line_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_edit(self):
        row = make_line()
        response = self.visit("line_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("line_update", line_values(quantity=2), row)
        row.refresh_from_db()
        self.assertEqual(row.quantity, 2)

    def test_delete(self):
        row = make_line()
        response = self.visit("line_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("line_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
