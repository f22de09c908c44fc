"""Every page of every entity, used as people use it."""

import datetime
from decimal import Decimal

from pages.testing import PageTests

from .models import Client, Invoice, Line, Product


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def client_values(**changes):
    return {
        "code": "AB-123",
        "name": "Sample 1",
        "email": "sample1@example.com",
        **changes,
    }


def make_client():
    return Client.objects.create(**client_values())


def invoice_values(**changes):
    return {
        "number": "Sample 1",
        "client": Client.objects.first() or make_client(),
        "issued_on": datetime.date(2026, 1, 1),
        **changes,
    }


def make_invoice():
    return Invoice.objects.create(**invoice_values())


def line_values(**changes):
    return {
        "invoice": Invoice.objects.first() or make_invoice(),
        "position": 1,
        "description": "Sample 1",
        "unit_price": Decimal("1"),
        **changes,
    }


def make_line():
    return Line.objects.create(**line_values())


def product_values(**changes):
    return {
        "sku": "Sample 1",
        "name": "Sample 1",
        **changes,
    }


def make_product():
    return Product.objects.create(**product_values())


class ClientTests(PageTests):
    model = Client

    def test_list(self):
        row = make_client()
        response = self.visit("client_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("client_create")
        self.submit("client_create", client_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_client()
        response = self.visit("client_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_client()
        response = self.visit("client_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("client_update", client_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_client()
        response = self.visit("client_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("client_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class InvoiceTests(PageTests):
    model = Invoice

    def test_list(self):
        row = make_invoice()
        response = self.visit("invoice_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("invoice_create")
        self.submit("invoice_create", invoice_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_invoice()
        response = self.visit("invoice_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_invoice()
        response = self.visit("invoice_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("invoice_update", invoice_values(status="sent"), row)
        row.refresh_from_db()
        self.assertEqual(row.status, "sent")

    def test_delete(self):
        row = make_invoice()
        response = self.visit("invoice_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("invoice_delete", {}, row)
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
        self.submit("line_update", line_values(position=2), row)
        row.refresh_from_db()
        self.assertEqual(row.position, 2)

    def test_delete(self):
        row = make_line()
        response = self.visit("line_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("line_delete", {}, row)
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
