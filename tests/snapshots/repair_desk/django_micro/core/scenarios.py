"""Rows to show the app with: `python manage.py scenario` lists what there is."""

import datetime
from decimal import Decimal

from django.utils.timezone import get_default_timezone, localdate, now

from records.scenarios import Scenario, register

from .models import House, Note, Repair, User


@register
class Monday(Scenario):
    name = "monday"
    title = "A Monday morning"
    description = (
        "Two houses, two people in each, and a tap that has been dripping for a week."
    )
    people = [
        "office@example.com",
        "caretaker@example.com",
        "attic@example.com",
        "shop@example.com",
    ]

    def list_rows(self):
        yield House(street="4 Canal Lane", budget=Decimal("1200"))
        yield House(street="9 Mill Road")
        yield User(email="office@example.com", name="The office", role="office")
        yield User(
            email="caretaker@example.com",
            name="The caretaker",
            role="caretaker",
            house=self.find(House, "4 Canal Lane"),
        )
        yield User(
            email="attic@example.com",
            name="The attic flat",
            house=self.find(House, "4 Canal Lane"),
            since=localdate(timezone=get_default_timezone())
            - datetime.timedelta(days=900),
        )
        yield User(
            email="shop@example.com",
            name="The shop below",
            house=self.find(House, "9 Mill Road"),
            phone="+44 20 7946 0000",
        )
        yield Repair(
            title="The tap drips",
            house=self.find(House, "4 Canal Lane"),
            reporter=self.find(User, "The attic flat"),
            reported_at=now() - datetime.timedelta(days=7),
            due=localdate(timezone=get_default_timezone()) - datetime.timedelta(days=2),
        )
        yield Repair(
            title="No light on the stairs",
            urgency="high",
            house=self.find(House, "4 Canal Lane"),
            reporter=self.find(User, "The attic flat"),
            caretaker=self.find(User, "The caretaker"),
            status="planned",
            due=localdate(timezone=get_default_timezone()),
        )
        yield Repair(
            title="The shutter is stuck",
            house=self.find(House, "9 Mill Road"),
            reporter=self.find(User, "The shop below"),
            caretaker=self.find(User, "The caretaker"),
            status="done",
            reported_at=now() - datetime.timedelta(days=21),
            finished_at=now() - datetime.timedelta(days=18),
            minutes=90,
            parts=Decimal("34.50"),
            report="A new strap.",
        )
        yield Note(
            repair=self.find(Repair, "The tap drips"),
            author=self.find(User, "The office"),
            text="He will be there all day.",
        )
