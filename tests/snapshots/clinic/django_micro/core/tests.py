"""Every page of every entity, used as people use it."""

import datetime
from decimal import Decimal

from pages.testing import PageTests, choose_values

from .models import (
    Appointment,
    Card,
    Department,
    Doctor,
    Finding,
    Invoice,
    Line,
    Patient,
    User,
    Ward,
)


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")
        self.assertEqual(self.client.get("/").status_code, 302)


def doctor_values(**changes):
    return {
        "name": "Sample 1",
        "licence": "Sample 1",
        **changes,
    }


def make_doctor():
    return Doctor.objects.create(**doctor_values())


def ward_values(**changes):
    return {
        "name": "Sample 1",
        "department": Department.objects.first() or make_department(),
        **changes,
    }


def make_ward():
    return Ward.objects.create(**ward_values())


def department_values(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def make_department():
    return Department.objects.create(**department_values())


def patient_values(**changes):
    return choose_values(
        Patient,
        {"name": "Sample 1", **changes},
        {
            "born_on": [
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
        },
    )


def make_patient():
    return Patient.objects.create(**patient_values())


def appointment_values(**changes):
    return choose_values(
        Appointment,
        {
            "patient": Patient.objects.first() or make_patient(),
            "day": datetime.date(2026, 1, 1),
            "reason": "Sample 1",
            **changes,
        },
        {
            "doctor": [Doctor.objects.first() or make_doctor()],
            "referred_by": [None, Doctor.objects.first() or make_doctor()],
        },
    )


def make_appointment():
    return Appointment.objects.create(**appointment_values())


def finding_values(**changes):
    return {
        "appointment": Appointment.objects.first() or make_appointment(),
        "author": User.objects.first() or make_user(),
        "text": "Sample 1",
        **changes,
    }


def make_finding():
    return Finding.objects.create(**finding_values())


def card_values(**changes):
    return {
        "patient": Patient.objects.first() or make_patient(),
        "number": "12345678",
        **changes,
    }


def make_card():
    return Card.objects.create(**card_values())


def values_of_account(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def user_values(**changes):
    return {
        "email": "sample1@example.com",
        "name": "Sample 1",
        "role": "reception",
        **changes,
    }


def make_user():
    return User.objects.create(**user_values())


def invoice_values(**changes):
    return choose_values(
        Invoice,
        {"appointment": Appointment.objects.first() or make_appointment(), **changes},
        {
            "issued_on": [
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
            "due_on": [
                None,
                datetime.date(2026, 1, 1),
                datetime.date(2026, 1, 2),
                datetime.date(2026, 1, 9),
                datetime.date(2126, 1, 1),
            ],
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


def line_values(**changes):
    return {
        "invoice": Invoice.objects.first() or make_invoice(),
        "what": "Sample 1",
        "price": Decimal("1"),
        **changes,
    }


def make_line():
    return Line.objects.create(**line_values())


class DoctorTests(PageTests):
    model = Doctor

    def test_list(self):
        row = make_doctor()
        response = self.visit("doctor_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("doctor_create")
        self.submit("doctor_create", doctor_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_doctor()
        response = self.visit("doctor_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_doctor()
        response = self.visit("doctor_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("doctor_update", doctor_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_doctor()
        response = self.visit("doctor_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("doctor_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class WardTests(PageTests):
    model = Ward

    def test_list(self):
        row = make_ward()
        response = self.visit("ward_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("ward_create")
        self.submit("ward_create", ward_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_ward()
        response = self.visit("ward_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_delete(self):
        row = make_ward()
        response = self.visit("ward_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("ward_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class DepartmentTests(PageTests):
    model = Department

    def test_list(self):
        row = make_department()
        response = self.visit("department_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("department_create")
        self.submit("department_create", department_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_department()
        response = self.visit("department_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_department()
        response = self.visit("department_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("department_update", department_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_delete(self):
        row = make_department()
        response = self.visit("department_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("department_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class PatientTests(PageTests):
    model = Patient

    def test_list(self):
        row = make_patient()
        response = self.visit("patient_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("patient_create")
        self.submit("patient_create", patient_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_patient()
        response = self.visit("patient_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_patient()
        response = self.visit("patient_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("patient_update", patient_values(name="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.name, "Sample 2")

    def test_audit(self):
        self.check_audit(make_patient())

    def test_delete(self):
        row = make_patient()
        response = self.visit("patient_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("patient_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class AppointmentTests(PageTests):
    model = Appointment

    def test_list(self):
        row = make_appointment()
        response = self.visit("appointment_list")
        self.assertIn(row, response.context["object_list"])

    def test_list_waiting_room(self):
        row = make_appointment()
        response = self.visit("waiting_room")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("appointment_create")
        self.submit("appointment_create", appointment_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_create_walk_in(self):
        self.visit("walk_in")
        self.submit("walk_in", appointment_values(referred_by=None))
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_appointment()
        response = self.visit("appointment_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_appointment()
        response = self.visit("appointment_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit(
            "appointment_update",
            appointment_values(day=datetime.date(2026, 1, 2)),
            row,
        )
        row.refresh_from_db()
        self.assertEqual(row.day, datetime.date(2026, 1, 2))

    def test_edit_check_in(self):
        row = make_appointment()
        response = self.visit("check_in", row)
        self.assertEqual(response.context["object"], row)
        self.submit("check_in", appointment_values(room="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.room, "Sample 2")

    def test_transitions(self):
        row = make_appointment()
        self.check_transitions(
            row,
            free={},
            guarded={"booked": ["arrived", "missed"], "arrived": ["booked", "seen"]},
        )

    def test_audit(self):
        self.check_audit(make_appointment())

    def test_delete(self):
        row = make_appointment()
        response = self.visit("appointment_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("appointment_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class FindingTests(PageTests):
    model = Finding

    def test_list(self):
        row = make_finding()
        response = self.visit("finding_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("finding_create")
        self.submit("finding_create", finding_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_finding()
        response = self.visit("finding_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_finding()
        response = self.visit("finding_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("finding_update", finding_values(text="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.text, "Sample 2")

    def test_audit(self):
        self.check_audit(make_finding())

    def test_delete(self):
        row = make_finding()
        response = self.visit("finding_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("finding_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class CardTests(PageTests):
    model = Card

    def test_list(self):
        row = make_card()
        response = self.visit("card_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("card_create")
        self.submit("card_create", card_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_delete(self):
        row = make_card()
        response = self.visit("card_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("card_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


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


class InvoiceTests(PageTests):
    model = Invoice

    def test_list(self):
        row = make_invoice()
        response = self.visit("invoice_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("invoice_create")
        self.submit("invoice_create", invoice_values(paid_on=None))
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_invoice()
        response = self.visit("invoice_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_invoice()
        response = self.visit("invoice_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("invoice_update", invoice_values(insured=2), row)
        row.refresh_from_db()
        self.assertEqual(row.insured, 2)

    def test_transitions(self):
        row = make_invoice()
        self.check_transitions(
            row,
            free={"draft": ["void"], "sent": ["void"]},
            guarded={"draft": ["sent"], "sent": ["paid"]},
        )

    def test_audit(self):
        self.check_audit(make_invoice())

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

    def test_view(self):
        row = make_line()
        response = self.visit("line_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_line()
        response = self.visit("line_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("line_update", line_values(what="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.what, "Sample 2")

    def test_delete(self):
        row = make_line()
        response = self.visit("line_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("line_delete", {}, row)
        self.assertFalse(self.model.objects.exists())
