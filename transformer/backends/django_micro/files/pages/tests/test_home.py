"""The start page: cards, what is new, and charts."""

import datetime
from unittest import mock

from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone, translation

from .. import charts, generic
from ..charts import make_chart
from ..generic import home
from ..testing import PageTests, get_account

NOON = datetime.datetime(2026, 1, 15, 12, tzinfo=datetime.UTC)


class HomeView(generic.HomeView):
    template_name = "pages/_overview.html"
    lists = [
        generic.Listing("profile", "Groups", Group),
        generic.Listing(
            "home",
            "People",
            get_user_model(),
            chart="date_joined",
            moment="date_joined",
        ),
        generic.Listing(
            "home",
            "Entries",
            LogEntry,
            chart="action_flag",
            moment="action_time",
        ),
    ]


class OverviewTests(PageTests):
    def setUp(self):
        super().setUp()
        cache.clear()
        Group.objects.all().delete()
        self.account = get_account()

    def log(self, name, moment=NOON, flag=1):
        return LogEntry.objects.create(
            user=self.account, object_repr=name, action_time=moment, action_flag=flag
        )


class HomeTests(OverviewTests):
    def ask(self):
        request = RequestFactory().get("/")
        request.user = self.account
        return HomeView.as_view()(request).render()

    def test_cards_count_rows(self):
        Group.objects.create(name="a")
        cards = self.ask().context_data["cards"]
        self.assertEqual(
            [card["title"] for card in cards], ["Groups", "People", "Entries"]
        )
        self.assertEqual([card["count"] for card in cards], ["1", "1", "0"])

    def test_counting_ends(self):
        for language, text in {"en": "10,000+", "de": "10.000+"}.items():
            with mock.patch.object(home, "count_rows", return_value=10_001):
                with translation.override(language):
                    self.assertEqual(self.ask().context_data["cards"][0]["count"], text)

    def test_the_newest_rows_of_all_lists_come_first(self):
        get_user_model().objects.update(date_joined=NOON + datetime.timedelta(hours=1))
        old, new = self.log("old"), self.log("new", NOON + datetime.timedelta(hours=2))
        found = [entry["row"] for entry in self.ask().context_data["recent"]]
        self.assertEqual(found, [new, self.account, old])

    def test_only_a_few_are_recent(self):
        for number in range(home.RECENT + 2):
            self.log(str(number))
        self.assertEqual(len(self.ask().context_data["recent"]), home.RECENT)

    def test_charts_can_be_read_without_seeing_them(self):
        self.log("a")
        page = self.ask()
        self.assertContains(page, "<svg", page.text.count('aria-hidden="true"><rect'))
        address = f"{reverse('home')}?action_flag=1"
        self.assertContains(page, f'<a href="{address}">')
        self.assertContains(page, '<span class="count">1</span>')

    def test_without_rows_there_is_nothing_to_draw(self):
        titles = [chart.title for chart in self.ask().context_data["charts"]]
        self.assertEqual(len(titles), 1)
        self.assertIn("People", titles[0])

    def test_queries_do_not_grow(self):
        with self.assertNumQueries(9):
            self.ask()
        for name in "abcd":
            self.log(name)
        with self.assertNumQueries(9):
            self.ask()


class ChartTests(OverviewTests):
    def draw(self, name, **conditions):
        rows = LogEntry.objects.filter(**conditions)
        return make_chart(rows, name, "Entries", "/entries/")

    def count(self, name="action_flag", **conditions):
        return [bar.count for bar in self.draw(name, **conditions).bars]

    def test_a_bar_for_every_value(self):
        for flag in (1, 1, 1, 1, 3):
            self.log("a", flag=flag)
        bars = self.draw("action_flag").bars
        self.assertEqual([bar.count for bar in bars], [4, 0, 1])
        self.assertEqual([bar.share for bar in bars], [100, 0, 25])
        self.assertEqual(bars[2].address, "/entries/?action_flag=3")

    def test_nothing_to_draw(self):
        self.assertIsNone(self.draw("action_flag"))
        self.assertIsNone(self.draw("action_time"))

    def test_months_follow_each_other(self):
        for day in range(0, 800, 20):
            self.log("a", NOON + datetime.timedelta(days=day))
        with translation.override("en"):
            bars = self.draw("action_time").bars
        self.assertEqual(len(bars), charts.MONTHS)
        self.assertEqual(bars[0].title, "April 2027")
        self.assertEqual(bars[-1].title, "March 2028")
        self.assertEqual({bar.address for bar in bars}, {""})

    def test_a_month_begins_where_one_reads(self):
        self.log("a", datetime.datetime(2026, 1, 31, 23, 30, tzinfo=datetime.UTC))
        with translation.override("en"), timezone.override("Europe/Berlin"):
            self.assertEqual(self.draw("action_time").bars[0].title, "February 2026")

    def test_small_tables_are_counted_each_time(self):
        self.log("a")
        self.assertEqual(self.count(), [1, 0, 0])
        self.log("b")
        self.assertEqual(self.count(), [2, 0, 0])

    def test_large_tables_are_counted_now_and_then(self):
        for name in "abc":
            self.log(name)
        with mock.patch.object(charts, "MOST", 2):
            self.assertEqual(self.count(), [3, 0, 0])
            self.log("d")
            self.assertEqual(self.count(), [3, 0, 0])
            with self.assertNumQueries(1):
                self.count()
            cache.clear()
            self.assertEqual(self.count(), [4, 0, 0])

    def test_figures_are_kept_for_those_who_see_the_same_rows(self):
        for name in "abcd":
            self.log(name)
        with mock.patch.object(charts, "MOST", 2):
            self.assertEqual(self.count(), [4, 0, 0])
            self.assertEqual(self.count(object_repr__gt="a"), [3, 0, 0])
