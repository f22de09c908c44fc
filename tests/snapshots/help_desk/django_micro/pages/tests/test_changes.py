"""What is changed from a list, each at an address of its own."""

from django.contrib.auth import get_user_model
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.forms import modelform_factory
from django.http import Http404
from django.test import RequestFactory

from .. import generic
from ..forms import ModelForm
from ..testing import (
    LOGIN,
    PageTests,
    add_account,
    get_account,
    make_account,
    name_login,
)

User = get_user_model()
NAME = User._meta.model_name


class AccountListView(generic.ListView):
    model = User
    url_name = "home"
    columns = {LOGIN: "Name", "is_staff": "Staff"}
    edit_fields = ["is_staff"]
    add_form = modelform_factory(User, form=ModelForm, fields=[LOGIN, "last_name"])
    add_fields = [LOGIN]

    def get_queryset(self):
        return super().get_queryset().exclude(**{f"{LOGIN}__startswith": "hidden"})


class ChangeTests(PageTests):
    def send(self, view, data=None, user=None, query="", **kwargs):
        request = RequestFactory().post(f"/{query}", data)
        request.user = user or get_account()
        request._messages = CookieStorage(request)
        request.session = self.client.session
        response = view.as_view(list_view=AccountListView)(request, **kwargs)
        return response.render() if hasattr(response, "render") else response

    def make(self, name, **values):
        return add_account(name, **values)

    def set(self, row, field="is_staff", value="true", **kwargs):
        data = {field: value}
        view = generic.ValueUpdateView
        return self.send(view, data, pk=row.pk, field=field, **kwargs)

    def change(self, *rows, **data):
        return self.send(generic.BulkUpdateView, {"row": [r.pk for r in rows], **data})

    def delete(self, *rows, user=None, **data):
        data["row"] = [row.pk for row in rows]
        return self.send(generic.BulkDeleteView, data, user)

    def is_staff(self, row):
        row.refresh_from_db()
        return row.is_staff

    def test_a_value_is_changed_and_others_are_not(self):
        row = self.make("someone")
        response = self.set(row, query="?q=some&page=2")
        self.assertEqual(response["Location"], "/?q=some&page=2")
        self.assertTrue(self.is_staff(row))
        with self.assertRaises(Http404):
            self.set(row, LOGIN, "stolen")

    def test_rows_of_other_lists_stay_as_they_are(self):
        row = self.make("hidden")
        with self.assertRaises(Http404):
            self.set(row)
        self.change(row, confirmed="1", **{"change-is_staff": "=true"})
        self.delete(row, confirmed="1")
        self.assertFalse(self.is_staff(row))

    def test_an_account_that_is_not_active_is_above_others_as_before(self):
        row = make_account("resting", "delete_logentry")
        User.objects.filter(pk=row.pk).update(is_active=False)
        with self.assertRaises(PermissionDenied):
            self.set(row, user=make_account("changing", f"change_{NAME}"))

    def test_many_rows_are_changed_together(self):
        rows = [self.make(name) for name in "ab"]
        value = {"change-is_staff": "=true"}
        self.assertContains(self.change(*rows, **value), "Leave as it is")
        self.assertFalse(any(map(self.is_staff, rows)))
        self.change(*rows, confirmed="1", **value)
        self.assertTrue(all(map(self.is_staff, rows)))

    def test_what_is_no_key_is_no_row(self):
        for keys in ([], ["x"], ["", "0", "\0"]):
            response = self.send(generic.BulkDeleteView, {"row": keys})
            self.assertEqual(response.status_code, 302)

    def test_rows_are_deleted_once_that_is_confirmed(self):
        row = self.make("someone")
        self.assertContains(self.delete(row), str(row))
        self.assertTrue(User.objects.filter(pk=row.pk).exists())
        self.delete(row, confirmed="1")
        self.assertFalse(User.objects.filter(pk=row.pk).exists())

    def test_a_row_is_added_with_what_it_needs_once(self):
        data = {"quick-last_name": "New", "idempotency-key": "x"}
        data[f"quick-{LOGIN}"] = name_login("new")
        for _ in range(2):
            response = self.send(generic.QuickAddView, data, query="?q=a")
            self.assertEqual(response["Location"], "/?q=a&panel=add")
        added = User.objects.get(**{LOGIN: name_login("new")})
        self.assertEqual(added.last_name, "")

    def test_a_row_that_is_wrong_comes_back(self):
        response = self.send(generic.QuickAddView, {f"quick-{LOGIN}": "a b"})
        self.assertContains(response, "a b")
