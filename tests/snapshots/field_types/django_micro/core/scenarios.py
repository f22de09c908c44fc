"""Rows to show the app with: `python manage.py scenario` lists what there is."""

import datetime
from decimal import Decimal

from django.utils.timezone import get_default_timezone, localdate, now

from records.scenarios import Scenario, register

from .models import Link, Moment, Number, Subscriber, Text


@register
class OneOfEach(Scenario):
    name = "one_of_each"
    title = "One of each"

    def list_rows(self):
        yield Text(
            title='It\'s "this"',
            code="ABC",
            body="More than ten characters",
            email="a@example.com",
            homepage="https://example.com/",
            address="an-address",
            secret="hidden",
        )
        yield Number(
            key=7,
            whole=-3,
            ratio=0.25,
            share=Decimal("12.50"),
            exact=Decimal("1.0001"),
            price=Decimal("9.99"),
            agreed=True,
            active=False,
        )
        yield Moment(
            label="Long ago",
            made_at=datetime.datetime.fromisoformat("2020-02-29T12:00:00+00:00"),
            day=localdate(timezone=get_default_timezone())
            - datetime.timedelta(days=400),
            moment=now() - datetime.timedelta(minutes=30),
            clock=datetime.time.fromisoformat("23:59"),
            made_on=datetime.date.fromisoformat("2020-02-29"),
            changed_on=localdate(timezone=get_default_timezone())
            - datetime.timedelta(days=1),
        )
        yield Subscriber(address="b@example.com", name="Somebody")
        yield Link(
            text=self.find(Text, 'It\'s "this"'),
            number=self.find(Number, "Number 7"),
            moment=self.find(Moment, "Long ago"),
        )
