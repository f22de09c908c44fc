"""What the tests share: someone who is signed in, and ways to use pages."""

import datetime
import json

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import TestCase, override_settings
from django.urls import reverse
from django.utils import timezone

PIXEL = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c000000000100010000020144003b"
)


def get_account():
    """Someone who may do everything."""
    accounts = get_user_model().objects
    return accounts.first() or accounts.create_superuser("tester")


def sample_image(name):
    """The smallest picture there is."""
    return SimpleUploadedFile(name, PIXEL, "image/gif")


@override_settings(
    STORAGES={
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    },
    SECURE_SSL_REDIRECT=False,
)
class PageTests(TestCase):
    """Pages, asked for by someone who is signed in."""

    model: type[Model]

    def setUp(self):
        self.client.force_login(get_account())

    def visit(self, name, row=None):
        """The page at an address, which has to be there."""
        response = self.client.get(self.find_address(name, row))
        self.assertEqual(response.status_code, 200)
        return response

    def submit(self, name, values, row=None):
        """Fill in the form at an address and send it, which has to succeed."""
        data = {name: as_posted(value) for name, value in values.items()}
        response = self.client.post(self.find_address(name, row), data)
        if response.status_code != 302:
            form = (response.context or {}).get("form")
            errors = form.errors.as_text() if form else ""
            self.fail(f"{name} answered {response.status_code}\n{errors}")
        return response

    def find_address(self, name, row):
        return reverse(name, kwargs={"pk": row.pk} if row else None)


def as_posted(value):
    """A value as a browser sends it."""
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, datetime.datetime):
        return timezone.localtime(value).strftime("%Y-%m-%dT%H:%M")
    return json.dumps(value) if isinstance(value, dict) else value
