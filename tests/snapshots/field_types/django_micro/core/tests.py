"""Every page of every entity, used as people use it."""

import datetime
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from pages.testing import PageTests

from .models import (
    Choice,
    Feed,
    Link,
    Moment,
    Number,
    Reading,
    Setting,
    Subscriber,
    Text,
)


class SiteTests(PageTests):
    def test_home(self):
        self.visit("home")

    def test_sign_in(self):
        self.client.logout()
        self.visit("login")


def text_values(**changes):
    return {
        "title": "Sample 1",
        **changes,
    }


def make_text():
    return Text.objects.create(**text_values())


def number_values(**changes):
    return {
        "whole": 1,
        "share": Decimal("1"),
        "price": Decimal("1"),
        "agreed": True,
        **changes,
    }


def make_number():
    return Number.objects.create(**number_values())


def moment_values(**changes):
    return {
        "label": "Sample 1",
        "day": datetime.date(2026, 1, 1),
        **changes,
    }


def make_moment():
    return Moment.objects.create(**moment_values())


def choice_values(**changes):
    return {
        "code": "a",
        "colour": "red",
        "scan": SimpleUploadedFile("sample1.txt", b"sample"),
        **changes,
    }


def make_choice():
    return Choice.objects.create(**choice_values())


def link_values(**changes):
    return {
        "text": Text.objects.first() or make_text(),
        **changes,
    }


def make_link():
    return Link.objects.create(**link_values())


def subscriber_values(**changes):
    return {
        "address": "sample1@example.com",
        **changes,
    }


def make_subscriber():
    return Subscriber.objects.create(**subscriber_values())


def feed_values(**changes):
    return {
        "source": "https://example.com/1",
        **changes,
    }


def make_feed():
    return Feed.objects.create(**feed_values())


def reading_values(**changes):
    return {
        "taken_at": datetime.datetime(2026, 1, 1, 9, tzinfo=datetime.UTC),
        "value": 1,
        **changes,
    }


def make_reading():
    return Reading.objects.create(**reading_values())


def setting_values(**changes):
    return {
        "name": "Sample 1",
        **changes,
    }


def make_setting():
    return Setting.objects.create(**setting_values())


class TextTests(PageTests):
    model = Text

    def test_list(self):
        row = make_text()
        response = self.visit("text_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("text_create")
        self.submit("text_create", text_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_text()
        response = self.visit("text_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_text()
        response = self.visit("text_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("text_update", text_values(title="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.title, "Sample 2")

    def test_delete(self):
        row = make_text()
        response = self.visit("text_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("text_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class NumberTests(PageTests):
    model = Number

    def test_list(self):
        row = make_number()
        response = self.visit("number_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("number_create")
        self.submit("number_create", number_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_number()
        response = self.visit("number_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_number()
        response = self.visit("number_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("number_update", number_values(whole=2), row)
        row.refresh_from_db()
        self.assertEqual(row.whole, 2)

    def test_delete(self):
        row = make_number()
        response = self.visit("number_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("number_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class MomentTests(PageTests):
    model = Moment

    def test_list(self):
        row = make_moment()
        response = self.visit("moment_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("moment_create")
        self.submit("moment_create", moment_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_moment()
        response = self.visit("moment_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_moment()
        response = self.visit("moment_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("moment_update", moment_values(label="Sample 2"), row)
        row.refresh_from_db()
        self.assertEqual(row.label, "Sample 2")

    def test_delete(self):
        row = make_moment()
        response = self.visit("moment_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("moment_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class ChoiceTests(PageTests):
    model = Choice

    def test_list(self):
        row = make_choice()
        response = self.visit("choice_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("choice_create")
        self.submit("choice_create", choice_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_choice()
        response = self.visit("choice_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_choice()
        response = self.visit("choice_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("choice_update", choice_values(colour="green"), row)
        row.refresh_from_db()
        self.assertEqual(row.colour, "green")

    def test_delete(self):
        row = make_choice()
        response = self.visit("choice_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("choice_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class LinkTests(PageTests):
    model = Link

    def test_list(self):
        row = make_link()
        response = self.visit("link_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("link_create")
        self.submit("link_create", link_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_link()
        response = self.visit("link_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_edit(self):
        row = make_link()
        response = self.visit("link_update", row)
        self.assertEqual(response.context["object"], row)
        self.submit("link_update", link_values(), row)

    def test_delete(self):
        row = make_link()
        response = self.visit("link_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("link_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class SubscriberTests(PageTests):
    model = Subscriber

    def test_list(self):
        row = make_subscriber()
        response = self.visit("subscriber_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("subscriber_create")
        self.submit("subscriber_create", subscriber_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_subscriber()
        response = self.visit("subscriber_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_delete(self):
        row = make_subscriber()
        response = self.visit("subscriber_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("subscriber_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class FeedTests(PageTests):
    model = Feed

    def test_list(self):
        row = make_feed()
        response = self.visit("feed_list")
        self.assertIn(row, response.context["object_list"])

    def test_create(self):
        self.visit("feed_create")
        self.submit("feed_create", feed_values())
        self.assertEqual(self.model.objects.count(), 1)

    def test_view(self):
        row = make_feed()
        response = self.visit("feed_detail", row)
        self.assertEqual(response.context["object"], row)

    def test_delete(self):
        row = make_feed()
        response = self.visit("feed_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("feed_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class ReadingTests(PageTests):
    model = Reading

    def test_list(self):
        row = make_reading()
        response = self.visit("reading_list")
        self.assertIn(row, response.context["object_list"])

    def test_delete(self):
        row = make_reading()
        response = self.visit("reading_delete", row)
        self.assertEqual(response.context["object"], row)
        self.submit("reading_delete", {}, row)
        self.assertFalse(self.model.objects.exists())


class SettingTests(PageTests):
    model = Setting

    def test_create(self):
        self.visit("setting_create")
        self.submit("setting_create", setting_values())
        self.assertEqual(self.model.objects.count(), 1)
