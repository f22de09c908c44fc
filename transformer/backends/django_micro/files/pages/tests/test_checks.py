"""What would show rows that somebody may not see is found before anybody sees them."""

from django.db import models
from django.test.utils import isolate_apps

from records.checks import check_visible_rows, check_visible_rows_of
from records.querysets import QuerySet

from ..testing import BareTests


class Hidden(QuerySet):
    def visible_to(self, user, operation="list"):
        return super().visible_to(user, operation).none()


class HiddenWithoutOperation(QuerySet):
    def visible_to(self, user):
        return self.none()


class HiddenAfterIt(HiddenWithoutOperation):
    def visible_to(self, user, operation="list"):
        return super().visible_to(user)


class HiddenByManager(models.Manager):
    def visible_to(self, user):
        return self.none()


class HiddenByBoth(models.Manager.from_queryset(QuerySet)):
    def visible_to(self, user):
        return self.none()


class VisibleRowsTests(BareTests):
    @isolate_apps("core")
    def check(self, manager, app="core"):
        class Thing(models.Model):
            objects = manager

            class Meta:
                app_label = app

            def __str__(self):
                return "a thing"

        return [each.id for each in check_visible_rows_of(Thing)]

    def test_what_holds_is_no_problem(self):
        self.assertEqual(self.check(Hidden.as_manager()), [])
        self.assertEqual(self.check(models.Manager.from_queryset(Hidden)()), [])

    def test_rules_ask_for_an_operation(self):
        for rows in (HiddenWithoutOperation, HiddenAfterIt):
            (found,) = self.check(rows.as_manager())
            self.assertTrue(found.endswith("003"))

    def test_managers_are_not_asked(self):
        for manager in (HiddenByManager(), HiddenByBoth()):
            self.assertEqual(self.check(manager), ["pages.E002"])
            self.assertEqual(self.check(manager, "another"), ["pages.E002"])

    def test_only_the_app_s_models_need_it(self):
        self.assertEqual(self.check(models.Manager()), ["pages.E002"])
        self.assertEqual(self.check(models.Manager(), "another"), [])


class AppTests(BareTests):
    def test_every_model_has_it(self):
        self.assertEqual(list(check_visible_rows(None)), [])
