"""Every page of every entity, used as people use it."""

from pages.testing import PageTests

from .models import Issue, Reader


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def reader_values(**changes):
    return {
        "name": "Sample 1",
        "email": "sample1@example.com",
        **changes,
    }


def make_reader():
    return Reader.objects.create(**reader_values())


def issue_values(**changes):
    return {
        "title": "Sample 1",
        **changes,
    }


def make_issue():
    return Issue.objects.create(**issue_values())


class ReaderTests(PageTests):
    model = Reader

    def test_list(self):
        row = make_reader()
        response = self.visit("reader_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("reader_create")
        self.submit("reader_create", reader_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_delete(self):
        row = make_reader()
        response = self.visit("reader_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("reader_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class IssueTests(PageTests):
    model = Issue

    def test_list(self):
        row = make_issue()
        response = self.visit("issue_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("issue_create")
        self.submit("issue_create", issue_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_issue()
        response = self.visit("issue_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_audit(self):
        self.check_audit(make_issue())

    def test_restore(self):
        row = make_issue()
        row.delete()
        self.assertFalse(self.model.objects.exists())
        response = self.visit("issue_put_away")
        self.assertIn(row, response.context["object_list"])
        self.submit(response.context["view"].restore_page, {}, row)
        self.assertEqual(self.model.objects.get(), row)

    def test_delete(self):
        row = make_issue()
        response = self.visit("issue_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("issue_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
