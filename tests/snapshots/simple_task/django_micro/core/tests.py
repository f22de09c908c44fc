"""Every page of every entity, used as people use it."""

from pages.testing import PageTests

from .models import Task


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def task_values(**changes):
    return {
        "title": "Sample 1",
        **changes,
    }


def make_task():
    return Task.objects.create(**task_values())


class TaskTests(PageTests):
    model = Task

    def test_list(self):
        row = make_task()
        response = self.visit("task_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("task_create")
        self.submit("task_create", task_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_task()
        response = self.visit("task_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_task()
        response = self.visit("task_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("task_update", task_values(title="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.title, "Sample 2")

    def test_delete(self):
        row = make_task()
        response = self.visit("task_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("task_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
