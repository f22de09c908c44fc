"""The addresses of the API: no slash at their end, and fixed parts before keys."""

from rest_framework.routers import SimpleRouter


class RecordRouter(SimpleRouter):
    def __init__(self):
        super().__init__(trailing_slash=False)

    def get_lookup_regex(self, viewset, lookup_prefix=""):
        return "(?P<key>[^/]+)"
