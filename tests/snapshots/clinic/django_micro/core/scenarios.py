"""Rows to show the app with: `python manage.py scenario` lists what there is."""

import datetime
from decimal import Decimal

from django.utils.timezone import get_default_timezone, localdate, now

from records.scenarios import Scenario, register

from .models import (
    Appointment,
    Department,
    Doctor,
    Finding,
    Invoice,
    Line,
    Patient,
    User,
    Ward,
)


@register
class OrdinaryDay(Scenario):
    name = "ordinary_day"
    title = "An ordinary day"
    description = (
        "Two doctors, four patients, somebody in the waiting room, and an invoice that "
        "is late."
    )
    people = [
        "reception@clinic.example",
        "nurse@clinic.example",
        "heart@clinic.example",
        "skin@clinic.example",
        "billing@clinic.example",
    ]

    def list_rows(self):
        yield User(
            email="reception@clinic.example",
            name="The reception",
            role="reception",
        )
        yield User(email="nurse@clinic.example", name="The nurse", role="nurse")
        yield User(email="heart@clinic.example", name="The heart doctor", role="doctor")
        yield User(email="skin@clinic.example", name="The skin doctor", role="doctor")
        yield User(
            email="billing@clinic.example",
            name="The billing office",
            role="billing",
        )
        yield Department(name="Inner medicine")
        yield Department(name="Skin")
        yield Ward(
            name="First floor",
            department=self.find(Department, "Inner medicine"),
        )
        yield Ward(
            name="Ground floor",
            department=self.find(Department, "Skin"),
            beds=4,
        )
        yield Doctor(
            name="Heart and circulation",
            licence="HC-1",
            account=self.find(User, "The heart doctor"),
            ward=self.find(Ward, "First floor"),
        )
        yield Doctor(
            name="Skin and allergies",
            licence="SA-1",
            account=self.find(User, "The skin doctor"),
            ward=self.find(Ward, "Ground floor"),
        )
        yield Patient(
            name="The gardener",
            born_on=datetime.date.fromisoformat("1961-05-14"),
            phone="+44 20 7946 0011",
            insurance="G-11",
            allergies="Birch pollen",
        )
        yield Patient(
            name="The teacher",
            born_on=datetime.date.fromisoformat("1988-11-02"),
            phone="+44 20 7946 0012",
        )
        yield Patient(
            name="The baker",
            born_on=datetime.date.fromisoformat("1975-02-27"),
            phone="+44 20 7946 0013",
            insurance="B-13",
        )
        yield Patient(
            name="The pupil",
            born_on=datetime.date.fromisoformat("2012-08-30"),
            phone="+44 20 7946 0014",
        )
        yield Appointment(
            patient=self.find(Patient, "The gardener"),
            doctor=self.find(Doctor, "Heart and circulation"),
            starts_at=datetime.time.fromisoformat("09:00"),
            reason="Out of breath",
            room="1",
            state="arrived",
        )
        yield Appointment(
            patient=self.find(Patient, "The teacher"),
            doctor=self.find(Doctor, "Heart and circulation"),
            starts_at=datetime.time.fromisoformat("09:30"),
            reason="Yearly check-up",
        )
        yield Appointment(
            patient=self.find(Patient, "The pupil"),
            doctor=self.find(Doctor, "Skin and allergies"),
            starts_at=datetime.time.fromisoformat("09:00"),
            reason="A rash on the arm",
            referred_by=self.find(Doctor, "Heart and circulation"),
        )
        yield Appointment(
            patient=self.find(Patient, "The baker"),
            doctor=self.find(Doctor, "Skin and allergies"),
            starts_at=datetime.time.fromisoformat("11:00"),
            reason="Flour on the hands",
            day=localdate(timezone=get_default_timezone())
            - datetime.timedelta(days=40),
            room="3",
            state="seen",
        )
        yield Appointment(
            patient=self.find(Patient, "The teacher"),
            doctor=self.find(Doctor, "Skin and allergies"),
            starts_at=datetime.time.fromisoformat("10:00"),
            reason="A mole that grows",
            day=localdate(timezone=get_default_timezone()) - datetime.timedelta(days=1),
        )
        yield Finding(
            appointment=self.find(Appointment, "The baker"),
            author=self.find(User, "The skin doctor"),
            written_at=now() - datetime.timedelta(days=40),
            text="A contact allergy. Gloves, and a cream for two weeks.",
        )
        yield Invoice(
            appointment=self.find(Appointment, "The baker"),
            state="sent",
            issued_on=localdate(timezone=get_default_timezone())
            - datetime.timedelta(days=38),
            due_on=localdate(timezone=get_default_timezone())
            - datetime.timedelta(days=8),
            insured=80,
        )
        yield Line(
            invoice=self.find_counted(Invoice, 1),
            what="Consultation",
            price=Decimal("60"),
        )
        yield Line(
            invoice=self.find_counted(Invoice, 1),
            what="Patch test",
            quantity=Decimal("2"),
            price=Decimal("17.50"),
        )
