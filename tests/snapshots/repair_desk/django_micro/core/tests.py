"""Every page of every entity, used as people use it."""

import datetime
from decimal import Decimal

from pages.testing import PageTests, choose_values

from .models import House, Invoice, Note, Repair, User


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def values_of_account(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def user_values(**changes):
    return {
        "email": "sample1@example.com",
        "name": "Sample 1",
        **changes,
    }


def make_user():
    return User.objects.create(**user_values())


def house_values(**changes):
    return {
        "street": "Sample 1",
        **changes,
    }


def make_house():
    return House.objects.create(**house_values())


def repair_values(**changes):
    return choose_values(
        Repair,
        {
            "title": "Sample 1",
            "house": House.objects.first() or make_house(),
            "reporter": User.objects.first() or make_user(),
            **changes,
        },
        {
            "status": [None, "reported", "planned", "waiting", "done", "dropped"],
            "urgency": [None, "low", "normal", "high", "danger"],
            "caretaker": [None, User.objects.first() or make_user()],
            "due": [
                None,
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
            "finished_at": [
                None,
                datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 2, 9, tzinfo=datetime.UTC),
                datetime.datetime(2026, 1, 9, 9, tzinfo=datetime.UTC),
                datetime.datetime(2126, 1, 1, 9, tzinfo=datetime.UTC),
            ],
            "minutes": [None, 1, 2, 10000, 10001, 9999, 0],
            "parts": [
                None,
                Decimal("1"),
                Decimal("2"),
                Decimal("200"),
                Decimal("201"),
                Decimal("199"),
                Decimal("10000"),
                Decimal("10001"),
                Decimal("9999"),
                Decimal("0"),
                Decimal("-1"),
            ],
        },
    )


def make_repair():
    return Repair.objects.create(**repair_values())


def note_values(**changes):
    return {
        "repair": Repair.objects.first() or make_repair(),
        "author": User.objects.first() or make_user(),
        "text": "Sample 1",
        **changes,
    }


def make_note():
    return Note.objects.create(**note_values())


def invoice_values(**changes):
    return choose_values(
        Invoice,
        {
            "repair": Repair.objects.first() or make_repair(),
            "amount": Decimal("1"),
            **changes,
        },
        {
            "paid_on": [
                None,
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
        },
    )


def make_invoice():
    return Invoice.objects.create(**invoice_values())


class UserTests(PageTests):
    model = User

    def test_list(self):
        row = make_user()
        response = self.visit("user_list")
        self.assertIn(row, response.context["object_list"])

    def test_delete(self):
        row = make_user()
        response = self.visit("user_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("user_delete", {}, row)
        self.assertFalse(self.model.objects.filter(pk=row.pk).exists())


class HouseTests(PageTests):
    model = House

    def test_list(self):
        row = make_house()
        response = self.visit("house_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("house_create")
        self.submit("house_create", house_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_delete(self):
        row = make_house()
        response = self.visit("house_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("house_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class RepairTests(PageTests):
    model = Repair

    def test_list(self):
        row = make_repair()
        response = self.visit("repair_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("repair_create")
        self.submit(
            "repair_create",
            repair_values(
                status=None,
                caretaker=None,
                due=None,
                finished_at=None,
                minutes=None,
                parts=None,
            ),
        )
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_repair()
        response = self.visit("repair_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_repair()
        response = self.visit("repair_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("repair_update", repair_values(title="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.title, "Sample 2")

    def test_transitions(self):
        row = make_repair()
        self.check_transitions(
            row,
            free={"planned": ["waiting"], "waiting": ["planned"]},
            guarded={
                "reported": ["planned", "dropped"],
                "planned": ["done", "dropped"],
                "waiting": ["dropped"],
                "done": ["planned", "dropped"],
            },
        )

    def test_audit(self):
        self.check_audit(make_repair())

    def test_restore(self):
        row = make_repair()
        row.delete()
        self.assertFalse(self.model.objects.exists())
        response = self.visit("repair_put_away")
        self.assertIn(row, response.context["object_list"])
        self.submit(response.context["view"].restore_page, {}, row)
        self.assertEqual(self.model.objects.get(), row)

    def test_delete(self):
        row = make_repair()
        response = self.visit("repair_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("repair_delete", {}, row)
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

    def test_audit(self):
        self.check_audit(make_note())

    def test_restore(self):
        row = make_note()
        row.delete()
        self.assertFalse(self.model.objects.exists())
        response = self.visit("note_put_away")
        self.assertIn(row, response.context["object_list"])
        self.submit(response.context["view"].restore_page, {}, row)
        self.assertEqual(self.model.objects.get(), row)

    def test_delete(self):
        row = make_note()
        response = self.visit("note_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("note_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class InvoiceTests(PageTests):
    model = Invoice

    def test_list(self):
        row = make_invoice()
        response = self.visit("invoice_list")
        self.assertIn(row, response.context["object_list"])

    def test_audit(self):
        self.check_audit(make_invoice())

    def test_delete(self):
        row = make_invoice()
        response = self.visit("invoice_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("invoice_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
