"""The addresses of the API: no slash at their end, and fixed parts before keys."""

from django.db.models import CharField
from rest_framework.routers import SimpleRouter


class RecordRouter(SimpleRouter):
    # What belongs to a row is looked for before the row: its key may have a slash.
    routes = [*SimpleRouter.routes[:2], SimpleRouter.routes[3], SimpleRouter.routes[2]]

    def __init__(self):
        super().__init__(trailing_slash=False)

    def get_lookup_regex(self, viewset, lookup_prefix=""):
        is_text = isinstance(viewset.queryset.model._meta.pk, CharField)
        return "(?P<key>.+)" if is_text else "(?P<key>[^/]+)"
