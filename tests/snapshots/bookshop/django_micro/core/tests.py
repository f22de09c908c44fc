"""Every page of every entity, used as people use it."""

from decimal import Decimal

from pages.testing import PageTests

from .models import Book, Customer, Delivery, Order, OrderLine, Publisher


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


def order_values(**changes):
    return {
        "customer": Customer.objects.first() or make_customer(),
        **changes,
    }


def make_order():
    return Order.objects.create(**order_values())


def orderline_values(**changes):
    return {
        "order": Order.objects.first() or make_order(),
        "book": Book.objects.first() or make_book(),
        **changes,
    }


def make_orderline():
    return OrderLine.objects.create(**orderline_values())


def delivery_values(**changes):
    return {
        "tracking_number": "Sample 1",
        **changes,
    }


def make_delivery():
    return Delivery.objects.create(**delivery_values())


def publisher_values(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def make_publisher():
    return Publisher.objects.create(**publisher_values())


def book_values(**changes):
    return {
        "isbn": "Sample 1",
        "title": "Sample 1",
        "price": Decimal("1"),
        **changes,
    }


def make_book():
    return Book.objects.create(**book_values())


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


class OrderTests(PageTests):
    model = Order

    def test_list(self):
        row = make_order()
        response = self.visit("order_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("order_create")
        self.submit("order_create", order_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_order()
        response = self.visit("order_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_delete(self):
        row = make_order()
        response = self.visit("order_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("order_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class OrderLineTests(PageTests):
    model = OrderLine

    def test_list(self):
        row = make_orderline()
        response = self.visit("order_line_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("order_line_create")
        self.submit("order_line_create", orderline_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_delete(self):
        row = make_orderline()
        response = self.visit("order_line_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("order_line_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class DeliveryTests(PageTests):
    model = Delivery

    def test_list(self):
        row = make_delivery()
        response = self.visit("delivery_list")
        self.assertIn(row, response.context["object_list"])

    def test_view(self):
        row = make_delivery()
        response = self.visit("delivery_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_delete(self):
        row = make_delivery()
        response = self.visit("delivery_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("delivery_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class PublisherTests(PageTests):
    model = Publisher

    def test_list(self):
        row = make_publisher()
        response = self.visit("publisher_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("publisher_create")
        self.submit("publisher_create", publisher_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_delete(self):
        row = make_publisher()
        response = self.visit("publisher_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("publisher_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class BookTests(PageTests):
    model = Book

    def test_list(self):
        row = make_book()
        response = self.visit("book_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("book_create")
        self.submit("book_create", book_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_book()
        response = self.visit("book_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_book()
        response = self.visit("book_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("book_update", book_values(title="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.title, "Sample 2")

    def test_delete(self):
        row = make_book()
        response = self.visit("book_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("book_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
