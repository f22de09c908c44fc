"""Every page of every entity, used as people use it."""

import datetime

from pages.testing import PageTests

from .models import Appointment, Card, Department, Doctor, Patient, Ward


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
    return {
        "name": "Sample 1",
        "born_on": datetime.date(2026, 1, 1),
        **changes,
    }


def make_patient():
    return Patient.objects.create(**patient_values())


def appointment_values(**changes):
    return {
        "patient": Patient.objects.first() or make_patient(),
        "doctor": Doctor.objects.first() or make_doctor(),
        "day": datetime.date(2026, 1, 1),
        "reason": "Sample 1",
        **changes,
    }


def make_appointment():
    return Appointment.objects.create(**appointment_values())


def card_values(**changes):
    return {
        "patient": Patient.objects.first() or make_patient(),
        "number": "12345678",
        **changes,
    }


def make_card():
    return Card.objects.create(**card_values())


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
        self.submit("walk_in", appointment_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_appointment()
        response = self.visit("appointment_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_view_findings_sheet(self):
        row = make_appointment()
        response = self.visit("findings_sheet", row)
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
        self.submit("check_in", appointment_values(state="arrived"), row)
        row.refresh_from_db()
        self.assertEqual(row.state, "arrived")

    def test_delete(self):
        row = make_appointment()
        response = self.visit("appointment_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("appointment_delete", {}, row)
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
