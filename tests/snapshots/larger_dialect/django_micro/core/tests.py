"""Every page of every entity, used as people use it."""

from .models import Job, Note
from .testing import PageTests


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def job_values(**changes):
    return {
        "title": "Sample 1",
        **changes,
    }


def make_job():
    return Job.objects.create(**job_values())


def note_values(**changes):
    return {
        "job": Job.objects.first() or make_job(),
        "text": "Sample 1",
        **changes,
    }


def make_note():
    return Note.objects.create(**note_values())


class JobTests(PageTests):
    model = Job

    def test_list(self):
        row = make_job()
        response = self.visit("job_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("job_create")
        self.submit("job_create", job_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_job()
        response = self.visit("job_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_job()
        response = self.visit("job_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("job_update", job_values(title="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.title, "Sample 2")

    def test_delete(self):
        row = make_job()
        response = self.visit("job_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("job_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class NoteTests(PageTests):
    model = Note

    def test_list(self):
        row = make_note()
        response = self.visit("note_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("note_create")
        self.submit("note_create", note_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_note()
        response = self.visit("note_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_note()
        response = self.visit("note_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("note_update", note_values(text="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.text, "Sample 2")

    def test_delete(self):
        row = make_note()
        response = self.visit("note_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("note_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
