"""Rows to show the app with: `python manage.py scenario` lists what there is."""

import datetime
from decimal import Decimal

from django.utils.timezone import get_default_timezone, localdate

from records.scenarios import Scenario, register

from .models import Loan, Pupil, Teacher


@register
class FirstWeek(Scenario):
    name = "first_week"
    title = "The first week of term"
    description = "Three pupils, two teachers, and one violin that is already late."

    def list_rows(self):
        yield Pupil(
            name="A pupil who practises",
            level="advanced",
            fee=Decimal("52.50"),
        )
        yield Pupil(name="A pupil who doesn't", active=False, notes="Prefers football.")
        yield Pupil(name="Somebody new", email="new@example.com", level="beginner")
        yield Teacher(name="The violin teacher", room="12")
        yield Teacher(name="The organist")
        yield Loan(
            instrument="Violin, three quarters",
            since=datetime.date.fromisoformat("2026-01-08"),
            back_by=localdate(timezone=get_default_timezone())
            - datetime.timedelta(days=3),
        )
        yield Loan(
            instrument="Tuba",
            since=localdate(timezone=get_default_timezone()),
            back_by=localdate(timezone=get_default_timezone())
            + datetime.timedelta(days=30),
        )


@register
class Holidays(Scenario):
    name = "holidays"
    title = "The holidays"
    description = "Nobody there but the piano tuner."

    def list_rows(self):
        yield Teacher(name="The piano tuner")
