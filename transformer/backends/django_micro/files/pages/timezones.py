"""The time zone of whoever reads: browsers tell it in a cookie, see theme.js."""

from zoneinfo import ZoneInfo, available_timezones

from django.utils import timezone

COOKIE = "timezone"
KNOWN = available_timezones()


class TimezoneMiddleware:
    """Every page speaks of times as they are where it is read."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        name = request.COOKIES.get(COOKIE)
        if name not in KNOWN:
            return self.get_response(request)
        with timezone.override(ZoneInfo(name)):
            return self.get_response(request)
