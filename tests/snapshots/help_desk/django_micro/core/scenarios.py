"""Rows to show the app with: `python manage.py scenario` lists what there is."""

import datetime

from django.utils.timezone import now

from records.scenarios import Scenario, register

from .models import Comment, Ticket, User


@register
class Monday(Scenario):
    name = "monday"
    title = "A Monday at the help desk"
    description = (
        "Two customers with what doesn't work, two agents and a lead, and a word that "
        "stays among them."
    )
    people = [
        "lead@desk.example",
        "early@desk.example",
        "late@desk.example",
        "office@bakery.example",
        "desk@library.example",
    ]

    def list_rows(self):
        yield User(email="lead@desk.example", name="The lead", role="lead")
        yield User(email="early@desk.example", name="The early agent", role="agent")
        yield User(email="late@desk.example", name="The late agent", role="agent")
        yield User(email="office@bakery.example", name="The bakery")
        yield User(email="desk@library.example", name="The library")
        yield Ticket(
            subject="The label printer stops after ten labels",
            reporter=self.find(User, "The bakery"),
            priority="high",
            description="It began on Friday. Switched off and on, it prints ten more.",
            callback="+44 20 7946 0001",
            opened_at=now() - datetime.timedelta(hours=3),
            answer_by=now() + datetime.timedelta(hours=1),
        )
        yield Ticket(
            subject="Nobody can sign in",
            reporter=self.find(User, "The library"),
            priority="urgent",
            description="The page asks for a code that never arrives.",
            assignee=self.find(User, "The early agent"),
            callback="+44 20 7946 0002",
            opened_at=now() - datetime.timedelta(hours=6),
            answer_by=now() - datetime.timedelta(hours=2),
            minutes=25,
        )
        yield Ticket(
            subject="The weekly report counts returns twice",
            reporter=self.find(User, "The library"),
            description="Each book that came back late is there two times.",
            status="waiting",
            assignee=self.find(User, "The early agent"),
            opened_at=now() - datetime.timedelta(days=2),
            answer_by=now() - datetime.timedelta(hours=44),
            minutes=40,
        )
        yield Ticket(
            subject="Prices of the spring catalogue are missing",
            reporter=self.find(User, "The bakery"),
            priority="low",
            description="The columns are there, and empty.",
            status="solved",
            assignee=self.find(User, "The late agent"),
            solution="The file was older than the catalogue. The new one is there.",
            opened_at=now() - datetime.timedelta(days=4),
            answer_by=now() - datetime.timedelta(hours=92),
            minutes=15,
        )
        yield Ticket(
            subject="Which browser do we need?",
            reporter=self.find(User, "The bakery"),
            priority="low",
            description="The tablet by the oven has an old one.",
            status="closed",
            assignee=self.find(User, "The late agent"),
            solution="Any that was updated this year.",
            opened_at=now() - datetime.timedelta(days=30),
            answer_by=now() - datetime.timedelta(days=29),
            minutes=5,
        )
        yield Comment(
            ticket=self.find(Ticket, "Nobody can sign in"),
            author=self.find(User, "The early agent"),
            written_at=now() - datetime.timedelta(hours=5),
            text="We see it too, and look for the reason.",
        )
        yield Comment(
            ticket=self.find(Ticket, "Nobody can sign in"),
            author=self.find(User, "The early agent"),
            written_at=now() - datetime.timedelta(hours=4),
            is_internal=True,
            text="Our own mistake: the certificate ran out on Sunday.",
        )
        yield Comment(
            ticket=self.find(Ticket, "The weekly report counts returns twice"),
            author=self.find(User, "The early agent"),
            written_at=now() - datetime.timedelta(days=1),
            text="Which week was it?",
        )
        yield Comment(
            ticket=self.find(Ticket, "Prices of the spring catalogue are missing"),
            author=self.find(User, "The bakery"),
            written_at=now() - datetime.timedelta(days=3),
            text="Now they are there. Thank you!",
        )
