"""Uploaded files: who gets them, and what a browser may do with them."""

import tempfile
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from django import forms
from django.conf import settings
from django.test import override_settings
from django.urls import reverse

from ..forms import FileInput, Form
from ..media import MediaView
from ..testing import PIXEL, BareTests, PageTests


class MediaTests(PageTests):
    def setUp(self):
        super().setUp()
        place = self.enterContext(tempfile.TemporaryDirectory())
        self.enterContext(override_settings(MEDIA_ROOT=Path(place, "media")))
        # As if there were rows that have the files.
        self.rows = mock.patch.object(MediaView, "may_read", return_value=True)
        self.rows.start()
        self.addCleanup(mock.patch.stopall)

    def put(self, path, content=b"<script>alert(1)</script>"):
        place = Path(settings.MEDIA_ROOT, path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)

    def fetch(self, path):
        """An answer and what came with it, which is read to its end to be closed."""
        response = self.client.get(reverse("media", kwargs={"path": path}))
        return response, response.getvalue()

    def read(self, path):
        """The file as it arrives, and what is said about it."""
        response, content = self.fetch(path)
        self.assertEqual(response.status_code, 200)
        return content, response.headers

    def test_pictures_are_shown(self):
        self.put("a/photo.gif", PIXEL)
        content, headers = self.read("a/photo.gif")
        self.assertEqual(content, PIXEL)
        self.assertEqual(headers["Content-Type"], "image/gif")
        self.assertTrue(headers["Content-Disposition"].startswith("inline"))

    def test_what_could_run_scripts_is_only_saved(self):
        for name in ("page.html", "drawing.svg", "data.xml", "script.js", "odd", "a.b"):
            with self.subTest(name):
                self.put(name)
                headers = self.read(name)[1]
                self.assertEqual(headers["Content-Disposition"], "attachment")
                self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
                self.assertIn("default-src 'self'", headers["Content-Security-Policy"])

    def test_nothing_but_uploads(self):
        Path(settings.MEDIA_ROOT).mkdir()
        Path(settings.MEDIA_ROOT).with_name("secret.txt").write_text("secret")
        with self.assertLogs("django", "WARNING"):
            for path in ("../secret.txt", "a/../../secret.txt", "nothing.txt", "a"):
                with self.subTest(path):
                    self.assertIn(self.fetch(path)[0].status_code, (400, 404))

    def test_a_file_that_no_row_has_is_nobody_s(self):
        self.put("photo.gif", PIXEL)
        self.rows.stop()
        with self.assertLogs("django", "WARNING"):
            for path in ("photo.gif", "a\0b"):
                self.assertEqual(self.fetch(path)[0].status_code, 404)

    def test_who_may_not_read_pages_gets_no_files(self):
        self.put("photo.gif", PIXEL)
        self.client.logout()
% if public_files:
        # No public page shows a row that has it.
        self.rows.stop()
% endif
        pages = self.client.get(reverse("home")).status_code
        self.assertEqual(self.fetch("photo.gif")[0].status_code, pages)


class InputTests(BareTests):
    class ScanForm(Form):
        scan = forms.FileField(required=False, widget=FileInput())

    def test_the_file_that_is_there_is_shown(self):
        present = SimpleNamespace(url="/media/scan.txt")
        field = str(self.ScanForm(initial={"scan": present})["scan"])
        self.assertIn('href="/media/scan.txt"', field)
        self.assertIn('name="scan-clear"', field)
