"""Computed values: rows have them where a page asks, and are sorted by them."""

import datetime
from unittest import mock

from django.contrib.auth.models import Group
from django.db import connection
from django.db.models import BooleanField, Case, DateField, Value, When
from django.db.models.functions import Length
from django.db.models.lookups import GreaterThan
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from records.querysets import QuerySet

from .. import generic
from ..filters import FilterSet
from ..testing import PageTests, get_account


class GroupQuerySet(QuerySet):
    def compute_size(self):
        return Length("name")

    def compute_is_long(self):
        long = When(GreaterThan(self.compute_size(), 2), then=Value(True))
        return Case(long, default=Value(False), output_field=BooleanField())

    def compute_day(self):
        days = {"a": datetime.date(2026, 1, 1), "bb": datetime.date(2026, 2, 1)}
        cases = (When(name=name, then=Value(day)) for name, day in days.items())
        return Case(*cases, output_field=DateField())


class PlainListView(generic.ListView):
    model = Group
    queryset = GroupQuerySet(Group)
    template_name = "pages/_empty.html"
    ordering = ["name"]
    columns = {"name": "Name"}


with mock.patch.object(Group._meta, "default_manager", GroupQuerySet(Group)):

    class GroupFilterSet(FilterSet):
        class Meta:
            model = Group
            fields = {}
            computed = {"day": ["range"], "is_long": ["exact"]}


class GroupListView(PlainListView):
    columns = {"name": "Name", "size": "Size", "day": "Day", "is_long": "Long"}
    computed = ["size", "day", "is_long"]
    filterset_class = GroupFilterSet


class GroupDetailView(generic.DetailView):
    model = Group
    queryset = GroupQuerySet(Group)
    template_name = "pages/_empty.html"
    computed = ["size"]


class ComputedTests(PageTests):
    def setUp(self):
        super().setUp()
        Group.objects.all().delete()
        for name in ("ccc", "a", "bb"):
            Group.objects.create(name=name)

    def ask(self, query="", view=GroupListView, **kwargs):
        request = RequestFactory().get(f"/{query}")
        request.user = get_account()
        return view.as_view()(request, **kwargs)

    def list_names(self, query):
        return [row.name for row in self.ask(query).context_data["object_list"]]

    def test_rows_have_what_a_page_asks_for(self):
        row = self.ask("?sort=name").context_data["object_list"][1]
        self.assertEqual((row.name, row.size, row.is_long), ("bb", 2, False))
        row = self.ask(view=GroupDetailView, pk=row.pk).context_data["object"]
        self.assertEqual(row.size, 2)
        self.assertFalse(hasattr(row, "day"))

    def test_lists_are_sorted_by_them_and_what_is_missing_comes_last(self):
        self.assertEqual(self.list_names("?sort=-size"), ["ccc", "bb", "a"])
        self.assertEqual(self.list_names("?sort=is_long"), ["a", "bb", "ccc"])
        self.assertEqual(self.list_names("?sort=day"), ["a", "bb", "ccc"])
        self.assertEqual(self.list_names("?sort=-day"), ["bb", "a", "ccc"])

    def test_lists_are_narrowed_by_them(self):
        self.assertEqual(self.list_names("?is_long=true"), ["ccc"])
        self.assertEqual(self.list_names("?day_from=2026-01-02"), ["bb"])
        self.assertEqual(self.list_names("?day_to=2026-01-31&is_long=false"), ["a"])

    def test_the_queryset_of_a_view_has_them(self):
        class LongListView(GroupListView):
            def get_queryset(self):
                return super().get_queryset().filter(size__gt=1)

        rows = self.ask("?sort=-size", LongListView).context_data["object_list"]
        self.assertEqual([row.name for row in rows], ["ccc", "bb"])

    def test_files_have_them(self):
        answer = self.ask("?sort=-size&export=csv")
        lines = b"".join(answer.streaming_content).decode().splitlines()
        self.assertEqual(lines[:2], ["Name,Size,Day,Long", "ccc,3,,true"])
        self.assertEqual(lines[2], "bb,2,2026-02-01,false")

    def list_queries(self, view):
        with CaptureQueriesContext(connection) as queries:
            list(self.ask("?sort=name", view).context_data["object_list"])
        return [each["sql"] for each in queries if "auth_group" in each["sql"]]

    def test_only_the_rows_of_a_page_are_computed(self):
        counting, fetching = self.list_queries(GroupListView)
        self.assertNotIn("LENGTH", counting)
        self.assertIn("LENGTH", fetching)

    def test_nothing_is_computed_where_it_is_not_shown(self):
        for sql in self.list_queries(PlainListView):
            self.assertNotIn("LENGTH", sql)
