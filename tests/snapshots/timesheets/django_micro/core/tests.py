"""Every page of every entity, used as people use it."""

import datetime
from decimal import Decimal

from pages.testing import PageTests, choose_values

from .models import Entry, Person, Project


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def person_values(**changes):
    return {
        "name": "Sample 1",
        "email": "sample1@example.com",
        **changes,
    }


def make_person():
    return Person.objects.create(**person_values())


def project_values(**changes):
    return choose_values(
        Project,
        {"name": "Sample 1", "status": "planned", **changes},
        {
            "starts_on": [
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
            "ends_on": [
                None,
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
        },
    )


def make_project():
    return Project.objects.create(**project_values())


def entry_values(**changes):
    return choose_values(
        Entry,
        {
            "person": Person.objects.first() or make_person(),
            "note": "Sample 1",
            **changes,
        },
        {
            "project": [Project.objects.first() or make_project()],
            "starts_at": [
                datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 2, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 9, 9, tzinfo=datetime.UTC),
                datetime.datetime(2126, 1, 1, 9, tzinfo=datetime.UTC),
            ],
            "ends_at": [
                datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 2, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 9, 9, tzinfo=datetime.UTC),
                datetime.datetime(2126, 1, 1, 9, tzinfo=datetime.UTC),
            ],
            "hours": [
                Decimal("1"),
                Decimal("2"),
                Decimal("0"),
                Decimal("-1"),
                Decimal("24"),
                Decimal("25"),
                Decimal("23"),
            ],
        },
    )


def make_entry():
    return Entry.objects.create(**entry_values())


class PersonTests(PageTests):
    model = Person

    def test_list(self):
        row = make_person()
        response = self.visit("person_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("person_create")
        self.submit("person_create", person_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_person()
        response = self.visit("person_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_person()
        response = self.visit("person_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("person_update", person_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_person()
        response = self.visit("person_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("person_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class ProjectTests(PageTests):
    model = Project

    def test_list(self):
        row = make_project()
        response = self.visit("project_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("project_create")
        self.submit("project_create", project_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_project()
        response = self.visit("project_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_project()
        response = self.visit("project_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("project_update", project_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_project()
        response = self.visit("project_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("project_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class EntryTests(PageTests):
    model = Entry

    def test_list(self):
        row = make_entry()
        response = self.visit("entry_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("entry_create")
        self.submit("entry_create", entry_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_edit(self):
        row = make_entry()
        response = self.visit("entry_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("entry_update", entry_values(note="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.note, "Sample 2")

    def test_delete(self):
        row = make_entry()
        response = self.visit("entry_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("entry_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
