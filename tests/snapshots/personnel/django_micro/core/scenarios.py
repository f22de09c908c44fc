"""Rows to show the app with: `python manage.py scenario` lists what there is."""

import datetime
from decimal import Decimal

from django.utils.timezone import get_default_timezone, localdate

from records.scenarios import Scenario, register

from .models import Absence, Contract, Employer, Review, User


@register
class TwoEmployers(Scenario):
    name = "two_employers"
    title = "Two employers"
    description = (
        "A bakery with a lead and two bakers, a library with one librarian, and time "
        "off to decide upon."
    )
    people = [
        "office@bakery.example",
        "lead@bakery.example",
        "early@bakery.example",
        "late@bakery.example",
        "office@library.example",
        "desk@library.example",
    ]

    def list_rows(self):
        yield Employer(name="The bakery", town="Leeds")
        yield Employer(name="The library")
        yield User(
            email="office@bakery.example",
            name="The bakery's office",
            role="hr",
            employer=self.find(Employer, "The bakery"),
        )
        yield User(
            email="lead@bakery.example",
            name="The master baker",
            role="lead",
            employer=self.find(Employer, "The bakery"),
        )
        yield User(
            email="early@bakery.example",
            name="The early baker",
            employer=self.find(Employer, "The bakery"),
            lead=self.find(User, "The master baker"),
        )
        yield User(
            email="late@bakery.example",
            name="The late baker",
            employer=self.find(Employer, "The bakery"),
            lead=self.find(User, "The master baker"),
        )
        yield User(
            email="office@library.example",
            name="The library's office",
            role="hr",
            employer=self.find(Employer, "The library"),
        )
        yield User(
            email="desk@library.example",
            name="The librarian",
            employer=self.find(Employer, "The library"),
        )
        yield Contract(
            employer=self.find(Employer, "The bakery"),
            person=self.find(User, "The master baker"),
            job="Master baker",
            salary=Decimal("46000"),
            starts=datetime.date.fromisoformat("2019-04-01"),
        )
        yield Contract(
            employer=self.find(Employer, "The bakery"),
            person=self.find(User, "The early baker"),
            job="Baker",
            salary=Decimal("31200"),
            hours=Decimal("30"),
            starts=datetime.date.fromisoformat("2022-09-01"),
        )
        yield Contract(
            employer=self.find(Employer, "The bakery"),
            person=self.find(User, "The late baker"),
            job="Baker on trial",
            salary=Decimal("29000"),
            starts=localdate(timezone=get_default_timezone())
            - datetime.timedelta(days=200),
            ends=localdate(timezone=get_default_timezone())
            - datetime.timedelta(days=20),
        )
        yield Contract(
            employer=self.find(Employer, "The library"),
            person=self.find(User, "The librarian"),
            job="Librarian",
            salary=Decimal("38500"),
            hours=Decimal("38.5"),
            starts=datetime.date.fromisoformat("2015-01-01"),
        )
        yield Absence(
            employer=self.find(Employer, "The bakery"),
            person=self.find(User, "The early baker"),
            starts=localdate(timezone=get_default_timezone())
            + datetime.timedelta(days=30),
            ends=localdate(timezone=get_default_timezone())
            + datetime.timedelta(days=44),
            reason="By the sea.",
        )
        yield Absence(
            employer=self.find(Employer, "The bakery"),
            person=self.find(User, "The late baker"),
            kind="illness",
            starts=localdate(timezone=get_default_timezone())
            - datetime.timedelta(days=3),
            ends=localdate(timezone=get_default_timezone())
            - datetime.timedelta(days=1),
            state="granted",
        )
        yield Absence(
            employer=self.find(Employer, "The library"),
            person=self.find(User, "The librarian"),
            kind="training",
            starts=localdate(timezone=get_default_timezone())
            + datetime.timedelta(days=7),
            ends=localdate(timezone=get_default_timezone())
            + datetime.timedelta(days=8),
        )
        yield Review(
            employer=self.find(Employer, "The bakery"),
            person=self.find(User, "The early baker"),
            held_by=self.find(User, "The master baker"),
            rating=4,
            text="Never late.",
            is_shared=True,
        )
        yield Review(
            employer=self.find(Employer, "The bakery"),
            person=self.find(User, "The late baker"),
            held_by=self.find(User, "The master baker"),
            rating=2,
            text="Rarely on time.",
        )
