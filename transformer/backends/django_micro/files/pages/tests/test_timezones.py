"""Time zones: the reader's, if it is one."""

from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from ..testing import BareTests, PageTests
from ..timezones import COOKIE, TimezoneMiddleware

TAMPERED = (
    "",
    "Mars/Olympus",
    "europe/berlin ",
    "../../../etc/passwd",
    "/usr/share/zoneinfo/Europe/Berlin",
    "Europe/Berlin\x00",
    "'; DROP TABLE core; --",
    "<script>",
    "x" * 4000,
)


class TimezoneTests(BareTests):
    def find_zone(self, name=None):
        """The time zone that a view works in."""
        found = []

        def answer(request):
            found.append(timezone.get_current_timezone_name())
            return HttpResponse()

        request = RequestFactory().get("/")
        if name is not None:
            request.COOKIES[COOKIE] = name
        TimezoneMiddleware(answer)(request)
        return found[0]

    def test_the_zone_of_the_browser_counts(self):
        for name in ("Europe/Berlin", "Asia/Kolkata", "America/St_Johns"):
            self.assertEqual(self.find_zone(name), name)

    def test_without_a_cookie_it_is_that_of_the_settings(self):
        self.assertEqual(self.find_zone(), timezone.get_default_timezone_name())

    def test_what_is_no_zone_is_ignored(self):
        for name in TAMPERED:
            with self.subTest(name):
                found = self.find_zone(name)
                self.assertEqual(found, timezone.get_default_timezone_name())

    def test_it_lasts_for_one_request(self):
        self.find_zone("Asia/Kolkata")
        found = timezone.get_current_timezone_name()
        self.assertEqual(found, timezone.get_default_timezone_name())


class TamperedCookieTests(PageTests):
    def test_pages_are_there_all_the_same(self):
        for name in TAMPERED:
            with self.subTest(name):
                self.client.cookies[COOKIE] = name
                self.visit("home")
                page = self.client.get(reverse("profile"))
                self.assertEqual(page.status_code, 200)
