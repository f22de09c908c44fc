"""The admin's pages of records."""

from unittest import mock

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse

from ..testing import PageTests, get_account

MODEL = get_user_model()
WRONG = ValidationError({"last_login": "It was too late."})


class RuleTests(PageTests):
    """What a model says of a field that a page doesn't have stands above its form."""

    def setUp(self):
        super().setUp()
        self.account = get_account()

    def send(self, name, data, *keys):
        address = reverse(f"admin:core_{MODEL._meta.model_name}_{name}", args=keys)
        with mock.patch.object(MODEL, "clean", side_effect=WRONG):
            return self.client.post(address, data)

    def test_page_of_a_record(self):
        response = self.send("change", {}, self.account.pk)
        self.assertContains(response, "It was too late.")

    def test_list_that_is_filled_in(self):
        records = admin.site.get_model_admin(MODEL)
        data = {"form-TOTAL_FORMS": 1, "form-INITIAL_FORMS": 1, "_save": "Save"}
        data |= {"form-0-id": self.account.pk, "form-0-is_staff": "on"}
        with mock.patch.object(type(records), "list_editable", ["is_staff"]):
            response = self.send("changelist", data)
        self.assertContains(response, "It was too late.")
