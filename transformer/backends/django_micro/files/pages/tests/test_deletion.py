"""What would happen to others, which is told before anything is deleted."""

from unittest import mock

from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import ProtectedError
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from records import deletion
from records.collector import Collector
from records.deletion import summarize_deletion

from ..testing import PageTests, get_account, make_account


class ForecastTests(PageTests):
    def setUp(self):
        super().setUp()
        self.row = ContentType.objects.create(app_label="things", model="thing")

    def summarize(self, *rows):
        return summarize_deletion(*rows, user=get_account())

    def add(self, count):
        for number in range(count):
            name = f"<b>{number}</b>"
            Permission.objects.create(name=name, codename=name, content_type=self.row)

    def test_nothing_refers_to_it(self):
        found = self.summarize(Group.objects.create(name="a"))
        self.assertEqual(
            (found.deleted, found.nullified, found.protected), ([], [], [])
        )

    def test_what_goes_along(self):
        self.add(deletion.SHOWN + 3)
        [group] = self.summarize(self.row).deleted
        self.assertEqual((group.count, group.more), (deletion.SHOWN + 3, 3))
        self.assertIn("<b>0</b>", group.names[0])
        self.assertTrue(ContentType.objects.filter(pk=self.row.pk).exists())

    def test_what_stays_and_refers_to_nothing(self):
        account = get_account()
        for name in "ab":
            values = {"user": account, "object_repr": name, "action_flag": 1}
            LogEntry.objects.create(content_type=self.row, **values)
        [group] = self.summarize(self.row).nullified
        self.assertEqual((group.count, len(group.names)), (2, 2))
        self.row.delete()
        self.assertEqual(LogEntry.objects.count(), 2)

    def test_many_rows_are_told_of_together(self):
        self.add(2)
        other = ContentType.objects.create(app_label="things", model="other")
        Permission.objects.create(name="c", codename="c", content_type=other)
        [group] = self.summarize(self.row, other).deleted
        self.assertEqual(group.count, 3)

    def test_rows_are_counted_and_not_fetched(self):
        self.add(3 * deletion.SHOWN)
        with CaptureQueriesContext(connection) as queries:
            [group] = self.summarize(self.row).deleted
        self.assertEqual(group.count, 3 * deletion.SHOWN)
        fetched = [each["sql"] for each in queries if "codename" in each["sql"]]
        self.assertTrue(fetched)
        self.assertTrue(all("LIMIT" in sql for sql in fetched), fetched)

    def test_row_that_several_ways_lead_to_counts_once(self):
        account = get_account()
        self.add(1)
        right = Permission.objects.get(content_type=self.row)
        account.user_permissions.add(right)
        other = ContentType.objects.create(app_label="things", model="other")
        Permission.objects.create(name="c", codename="c", content_type=other)
        account.user_permissions.add(*Permission.objects.filter(content_type=other))
        through, rights = account.user_permissions.through, Permission._meta
        found = self.summarize(self.row, other).deleted
        titles = {group.title: group.count for group in found}
        self.assertEqual(titles[rights.verbose_name_plural], 2)
        self.assertEqual(titles[through._meta.verbose_name_plural], 2)
        # All accounts' rights are found again, from the accounts.
        collector = Collector("default")
        for rows in (Permission.objects.all(), get_user_model().objects.all()):
            collector.collect(rows)
        self.assertEqual(sum(map(len, collector.deleted[through])), 2)

    def test_what_forbids_it(self):
        self.add(2)
        rights = set(Permission.objects.filter(content_type=self.row))

        def protect(collector, field, rows, using):
            raise ProtectedError("in use", rights)

        relation = Permission._meta.get_field("content_type").remote_field
        with mock.patch.object(relation, "on_delete", protect):
            found = self.summarize(self.row)
        self.assertEqual([group.count for group in found.protected], [2])

    def test_what_one_may_not_delete_is_in_the_way(self):
        self.add(1)
        deleting = make_account("deleting", "delete_contenttype")
        seeing = make_account("seeing", "delete_contenttype", "view_permission")
        right = str(Permission.objects.get(content_type=self.row))
        for user, names in ((deleting, []), (seeing, [right])):
            found = self.summarize_as(user)
            [group] = found.protected
            self.assertEqual((group.count, group.names), (len(names), names))
            self.assertEqual(group.reasons, ["You may not delete these."])
            self.assertEqual(found.deleted, [])
        found = self.summarize_as(make_account("both", "delete_permission"))
        [group] = found.deleted
        self.assertEqual((group.count, group.has_hidden), (0, True))
        self.assertEqual(found.protected, [])

    def test_what_one_cannot_see_is_in_the_way(self):
        self.add(2)

        def leave_out(rows, user):
            return rows.exclude(codename="<b>1</b>")

        with mock.patch.object(deletion, "restrict", leave_out):
            found = self.summarize_as(get_account())
        [group] = found.protected
        self.assertEqual((group.count, len(group.names)), (1, 1))
        self.assertTrue(group.has_hidden)
        self.assertEqual(group.reasons, ["You can’t see all of these."])
        self.assertEqual(found.deleted, [])

    def test_rows_that_are_not_seen_are_neither_counted_nor_called_by_their_name(self):
        self.add(2)
        with mock.patch.object(deletion, "restrict", lambda rows, user: rows.none()):
            found = self.summarize_as(get_account())
        with translation.override("en"):
            page = render_to_string("pages/_deletion_summary.html", {"summary": found})
        self.assertIn("<h3>Rows that you can’t see</h3>", page)
        self.assertNotIn("2", page)
        self.assertNotIn("permission", page)

    def summarize_as(self, user):
        """As if people saw to permissions."""
        with (
            mock.patch.object(deletion, "is_looked_after", lambda m: m is Permission),
            translation.override("en"),
        ):
            return summarize_deletion(self.row, user=user)

    def test_names_are_escaped(self):
        self.add(1)
        summary = self.summarize(self.row)
        with translation.override("en"):
            page = render_to_string(
                "pages/_deletion_summary.html", {"summary": summary}
            )
        self.assertIn("&lt;b&gt;0&lt;/b&gt;", page)
        self.assertIn("<h3>1 permission</h3>", page)
