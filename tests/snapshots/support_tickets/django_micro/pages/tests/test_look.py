"""What is the same on all pages: their policy, their errors and their shell."""

import re

from django.contrib.staticfiles import finders
from django.test import Client, RequestFactory
from django.urls import reverse
from django.views.defaults import server_error

from ..testing import BareTests, PageTests

ACTIVE = re.compile(r"<style|<script(?![^>]*\ssrc=)|<[^>]+\s(style|on[a-z]+)\s*=", re.I)


class PolicyTests(PageTests):
    def test_every_answer_says_what_may_be_loaded(self):
        for path in (
            reverse("home"),
            reverse("login"),
            reverse("healthz"),
            reverse("admin:index"),
            "/nowhere/",
        ):
            with self.subTest(path):
                headers = self.client.get(path).headers
                policy = headers["Content-Security-Policy"]
                self.assertIn("default-src 'self'", policy)
                self.assertNotIn("unsafe", policy)
                for name in ("camera", "microphone", "geolocation", "payment"):
                    self.assertIn(f"{name}=()", headers["Permissions-Policy"])
                self.assertEqual(headers["X-Frame-Options"], "DENY")
                self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
                self.assertEqual(headers["Referrer-Policy"], "same-origin")

    def test_what_one_person_sees_is_not_kept_on_the_way(self):
        self.assertIn("private", self.client.get(reverse("home"))["Cache-Control"])

    def test_pages_need_no_more_than_that(self):
        for path in (reverse("home"), "/nowhere/"):
            with self.subTest(path):
                page = self.client.get(path).text
                self.assertIsNone(ACTIVE.search(page))
        self.client.logout()
        self.assertIsNone(ACTIVE.search(self.client.get(reverse("login")).text))


class ErrorTests(PageTests):
    def test_unknown_address(self):
        response = self.client.get("/nowhere/")
        self.assertContains(response, 'id="main"', status_code=404)

    def test_form_from_elsewhere(self):
        client = Client(enforce_csrf_checks=True)
        response = client.post(reverse("login"), {})
        self.assertTemplateUsed(response, "403_csrf.html")
        self.assertContains(response, 'id="main"', status_code=403)

    def test_request_that_makes_no_sense(self):
        with self.assertLogs("django.security.DisallowedHost"):
            response = self.client.get("/", headers={"host": "somewhere.invalid"})
        self.assertTemplateUsed(response, "400.html")
        self.assertContains(response, 'id="main"', status_code=400)


class BrokenTests(BareTests):
    def test_failure_needs_no_database(self):
        response = server_error(RequestFactory().get("/"))
        self.assertContains(response, 'id="main"', status_code=500)

    def test_bare_page_finds_its_files(self):
        page = server_error(RequestFactory().get("/")).text
        files = re.findall(r'(?:href|src)="/static/([^"]+)"', page)
        self.assertGreater(len(files), 3)
        for name in files:
            self.assertIsNotNone(finders.find(name), name)
