"""How many requests somebody may make; the rates stand in the settings."""

from rest_framework import throttling

from pages.accounts.throttling import find_client_address


class UserThrottle(throttling.UserRateThrottle):
    """So many requests of each account, whatever tokens it has."""


class VisitorThrottle(throttling.AnonRateThrottle):
    """So many requests of each address where nobody has signed in."""

    def get_ident(self, request):
        return find_client_address(request) or ""
