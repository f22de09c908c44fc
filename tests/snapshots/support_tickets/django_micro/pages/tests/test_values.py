"""How pages show values."""

import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.template import Context, Template
from django.utils import timezone, translation

from ..badge_colors import WORDS, find_tone
from ..templatetags.pages import moment
from ..testing import BareTests

UTC = datetime.UTC


def show(source, value):
    return Template("{% load pages %}" + source).render(Context({"value": value}))


class EnglishTests(BareTests):
    def setUp(self):
        super().setUp()
        self.enterContext(translation.override("en"))


class ValueTests(EnglishTests):
    def test_marks_are_seen_and_heard(self):
        self.assertHTMLEqual(
            show("{{ value|mark }}", True),
            '<span class="sign" aria-hidden="true">✓</span>'
            '<span class="visually-hidden">Yes</span>',
        )
        self.assertIn(">No<", show("{{ value|mark }}", False))
        with translation.override("de"):
            self.assertIn(">Nein<", show("{{ value|mark }}", False))
            self.assertIn(">Ja<", show("{{ value|mark }}", True))

    def test_numbers_have_all_their_decimals(self):
        value = Decimal("-1234567.50")
        self.assertEqual(show("{{ value|amount }}", value), "-1,234,567.50")
        euros = show('{{ value|amount:"EUR" }}', value)
        self.assertEqual(euros, "-1,234,567.50\u00a0EUR")
        self.assertEqual(show("{{ value|amount }}", 0), "0")
        with translation.override("de"):
            self.assertEqual(show("{{ value|amount }}", value), "-1.234.567,50")

    def test_durations_are_in_days_hours_and_minutes(self):
        hours = datetime.timedelta(hours=1)
        for value, text in {
            hours * 49.5: "2 days, 1 hour, 30 minutes",
            -hours: "−1 hour",
            hours / 100: "0 minutes",
        }.items():
            shown = show("{{ value|duration }}", value)
            self.assertEqual(shown.replace("\u00a0", " "), text)
        self.assertEqual(show("{{ value|duration }}", None), "")
        with translation.override("de"):
            self.assertIn("Stunden", show("{{ value|duration }}", hours * 2))

    def test_days(self):
        self.assertHTMLEqual(
            show("{{ value|day }}", datetime.date(2026, 3, 31)),
            '<time datetime="2026-03-31">March 31, 2026</time>',
        )

    def test_marks_have_no_class_of_bootstrap(self):
        # Its `mark` is a yellow ground.
        for value, sign in ((True, "✓"), (False, "✗")):
            text = show("{{ value|mark }}", value)
            self.assertIn(f'<span class="sign" aria-hidden="true">{sign}</span>', text)

    def test_nothing_is_shown_of_nothing(self):
        for name in ("moment", "day", "amount", "mark"):
            self.assertEqual(show("{{ value|" + name + " }}", None), "")


class MomentTests(EnglishTests):
    def read(self, value, zone):
        with timezone.override(ZoneInfo(zone)):
            return moment(value)

    def test_it_is_told_as_it_is_where_one_reads(self):
        value = datetime.datetime(2026, 1, 31, 23, 30, tzinfo=UTC)
        berlin = self.read(value, "Europe/Berlin")
        self.assertIn('datetime="2026-02-01T00:30:00+01:00"', berlin)
        self.assertIn("00:30:00 CET", berlin)
        self.assertIn("Feb. 1, 2026", berlin)
        # The same moment, in the same process.
        tokyo = self.read(value, "Asia/Tokyo")
        self.assertIn('datetime="2026-02-01T08:30:00+09:00"', tokyo)

    def test_the_hour_that_there_is_twice(self):
        first = datetime.datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
        then = first + datetime.timedelta(hours=1)
        found = [self.read(value, "Europe/Berlin") for value in (first, then)]
        self.assertIn("02:30:00 CEST", found[0])
        self.assertIn("02:30:00 CET", found[1])


class ToneTests(BareTests):
    def test_spelling_does_not_matter(self):
        for value in ("in_progress", "In progress", "IN-PROGRESS"):
            self.assertEqual(find_tone(value), "warn")

    def test_tones(self):
        tones = {"done": "good", "overdue": "bad", "cancelled": "quiet", "high": "warn"}
        for value, tone in tones.items():
            self.assertEqual(find_tone(value), tone)
        for value in ("open", "not_done", "", None, "ünïcode", 7):
            self.assertEqual(find_tone(value), "plain")

    def test_no_word_has_two(self):
        words = " ".join(WORDS.values()).split()
        self.assertEqual(len(words), len(set(words)))
