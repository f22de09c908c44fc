"""Every page of every entity, used as people use it."""

from pages.testing import PageTests

from .models import Book


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def book_values(**changes):
    return {
        "title": "Sample 1",
        **changes,
    }


def make_book():
    return Book.objects.create(**book_values())


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
