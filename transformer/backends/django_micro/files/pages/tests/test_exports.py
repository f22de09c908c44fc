"""Lists as files: what stands in them, and what doesn't."""

import csv
import datetime
import io
from decimal import Decimal
from unittest import mock

from django.contrib.auth.models import Group
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import RequestFactory
from django.urls import get_resolver, reverse
from django.utils import timezone, translation

from records.values import (
    Column,
    MachineFormatter,
    SpreadsheetFormatter,
    mark_formula,
    name_file,
)

from .. import exports, generic
from ..testing import BareTests, PageTests, get_account


class GroupListView(generic.ListView):
    """A list of rows that every app can have."""

    model = Group
    queryset = Group.objects.order_by("name")
    columns = {"name": "Name", "id": "Key"}
    masked = ["id"]


def spell(formatter, value, **choices):
    column = Column("Title", lambda row: row, choices, is_number=False)
    return formatter.format_value(column, value)


def read_text(response):
    return b"".join(response.streaming_content).decode()


class FormatterTests(BareTests):
    def test_formulas_are_text(self):
        for start in ("=", "+", "-", "@", "\t", "\r", "\n"):
            self.assertEqual(mark_formula(f"{start}1+1"), f"'{start}1+1")

    def test_numbers_stay_numbers(self):
        for value, text in [(-3, "-3"), (Decimal("-0.50"), "-0.50"), (0.25, "0.25")]:
            self.assertEqual(spell(MachineFormatter(), value), text)

    def test_programs_read_the_same_in_every_language(self):
        day = datetime.date(2026, 3, 31)
        moment = datetime.datetime(2026, 3, 31, 14, 30, tzinfo=datetime.UTC)
        with translation.override("de"), timezone.override(datetime.UTC):
            formatter = MachineFormatter()
            self.assertEqual(spell(formatter, day), "2026-03-31")
            self.assertEqual(spell(formatter, moment), "2026-03-31T14:30:00+00:00")
            self.assertEqual(spell(formatter, True), "true")
            self.assertEqual(spell(formatter, "a", a="Titled"), "a")
            self.assertEqual(spell(formatter, None), "")

    def test_spreadsheets_read_the_language(self):
        with translation.override("de"):
            formatter = SpreadsheetFormatter()
        self.assertEqual(formatter.delimiter, ";")
        self.assertEqual(spell(formatter, Decimal("-1234.50")), "-1234,50")
        self.assertEqual(spell(formatter, datetime.date(2026, 3, 31)), "31.03.2026")
        self.assertEqual(spell(formatter, "a", a="Titled"), "Titled")

    def test_names_of_files(self):
        self.assertEqual(name_file("Größe: a/b", "csv"), "Größe- a-b.csv")
        self.assertEqual(name_file("...", "csv"), "export.csv")


class ListFileTests(PageTests):
    def setUp(self):
        super().setUp()
        Group.objects.all().delete()

    def open(self, **query):
        request = RequestFactory().get("/groups/", query)
        request.user = get_account()
        request._messages = CookieStorage(request)
        return GroupListView.as_view()(request)

    def make_groups(self, *names):
        Group.objects.bulk_create(Group(name=name) for name in names)

    def test_csv(self):
        self.make_groups('a "b", c', "=1+1", "two\r\nlines")
        response = self.open(export="csv")
        rows = list(csv.reader(io.StringIO(read_text(response), newline="")))
        self.assertEqual(rows, [["Name"], ["'=1+1"], ['a "b", c'], ["two\r\nlines"]])
        self.assertIn('filename="Groups.csv"', response["Content-Disposition"])

    def test_all_rows_in_few_queries(self):
        self.make_groups(*map(str, range(2500)))
        for name in ("csv", "excel"):
            with self.assertNumQueries(2):  # one is for whoever asks
                lines = read_text(self.open(export=name)).split("\r\n")
            self.assertEqual(len(lines), 2502)

    def test_spreadsheets_see_what_encoding_it_is(self):
        response = self.open(export="excel")
        self.assertTrue(read_text(response).startswith("\ufeffName"))

    def test_print_view(self):
        self.make_groups("<b>bold</b>")
        self.assertContains(self.open(export="print"), "&lt;b&gt;bold&lt;/b&gt;")

    def test_too_much_for_paper(self):
        self.make_groups("a", "b", "c")
        with mock.patch.object(exports, "ON_PAPER", 2):
            response = self.open(export="print", q="x")
        self.assertEqual(response.status_code, 302)
        self.assertEqual(response["Location"], "/groups/?q=x")

    def test_every_list(self):
        for pattern in get_resolver("core.urls").url_patterns:
            view = getattr(pattern.callback, "view_class", object)
            if issubclass(view, exports.ExportMixin):
                for name in view.exports:
                    with self.subTest(list=pattern.name, export=name):
                        address = reverse(pattern.name)
                        response = self.client.get(address, {"export": name})
                        self.assertEqual(response.status_code, 200)
