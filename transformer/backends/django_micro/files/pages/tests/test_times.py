"""Times on pages and in forms, wherever they are read."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone

from ..forms import DateTimeInput, Form
from ..templatetags.pages import moment
from ..testing import BareTests

NOON = datetime(2026, 1, 15, 12, tzinfo=UTC)
FIRST, LAST = datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


class MomentTests(BareTests):
    def test_same_moment_is_told_in_the_zone_of_each_reader(self):
        for zone, told in (("Asia/Tokyo", "21:00:00 JST"), ("UTC", "12:00:00 UTC")):
            with self.subTest(zone=zone), timezone.override(ZoneInfo(zone)):
                self.assertIn(told, moment(NOON))

    def test_edges_of_the_calendar_are_told_everywhere(self):
        for zone in ("Asia/Tokyo", "America/New_York"):
            with self.subTest(zone=zone), timezone.override(ZoneInfo(zone)):
                self.assertIn("9999", moment(LAST))
                self.assertIn("<time", moment(FIRST))


class TimeForm(Form):
    label = forms.CharField(required=False)
    noted = forms.DateTimeField(widget=DateTimeInput())


class TimeFormTests(BareTests):
    def send(self, text, before=None):
        return TimeForm({"label": "new", "noted": text}, initial={"noted": before})

    def read_input(self, before):
        """What an input holds that shows a moment."""
        bound = TimeForm(initial={"noted": before})["noted"]
        return bound.field.widget.format_value(bound.value())

    def test_what_comes_back_as_it_was_shown_stays(self):
        zones = ("Europe/Berlin", "Asia/Tokyo", "America/New_York")
        # When clocks go back in Berlin it is twice half past two.
        repeated = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]
        for before in [*repeated, NOON.replace(microsecond=123456)]:
            for zone in zones:
                with self.subTest(zone=zone), timezone.override(ZoneInfo(zone)):
                    form = self.send(self.read_input(before), before)
                    self.assertTrue(form.is_valid(), form.errors)
                    self.assertEqual(form.cleaned_data["noted"], before)
                    self.assertNotIn("noted", form.changed_data)

    def test_what_a_file_spells_without_microseconds_stays(self):
        before = NOON.replace(microsecond=123456)
        for text in ("2026-01-15T12:00:00+00:00", "2026-01-15 13:00"):
            with timezone.override(BERLIN):
                form = self.send(text, before)
                self.assertTrue(form.is_valid(), form.errors)
                self.assertNotIn("noted", form.changed_data)
                self.assertEqual(form.cleaned_data["noted"], before)

    def test_what_is_changed_is_read_as_local_time(self):
        with timezone.override(BERLIN):
            form = self.send("2026-01-15T12:00", NOON)
            self.assertTrue(form.is_valid(), form.errors)
        self.assertEqual(form.cleaned_data["noted"], NOON.replace(hour=11))

    def test_edges_of_the_calendar_are_shown_but_not_taken(self):
        for zone in ("Europe/Berlin", "America/New_York"):
            with timezone.override(ZoneInfo(zone)):
                for text in ("0001-01-01T00:00", "9999-12-31T23:59"):
                    self.assertTrue(self.send(text).has_error("noted"), text)
                for text in ("0002-01-01T00:00", "9998-12-31T23:59"):
                    form = self.send(text)
                    self.assertTrue(form.is_valid(), text)
                    form.cleaned_data["noted"].astimezone(UTC)
                for before in (FIRST, LAST):
                    self.assertIn(str(before.year), self.read_input(before))
