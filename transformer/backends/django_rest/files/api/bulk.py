"""Changes of many rows, each by itself."""

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.decorators import action
from rest_framework.response import Response

from records.keys import read_key

from .idempotency import once
from .problems import Invalid, describe

MOST = 100
ACTIONS = {"change": "partial_update", "delete": "destroy"}


class BulkMixin:
    """Rows that are changed or deleted, a list of keys at a time."""

    @action(detail=False, methods=["post"])
    @once
    def bulk(self, request, *args, **kwargs):
        name, keys, changes = self.read_bulk(request.data)
        # From here on it is what would be done with each row alone.
        self.action = ACTIONS[name]
        self.check_permissions(request)
        if name == "change":
            # What no row can take is refused at once.
            self.get_serializer(data=changes, partial=True).to_internal_value(changes)
        results = [self.try_row(key, changes) for key in keys]
        return Response({"results": results})

    def read_bulk(self, data):
        known = {k: v for k, v in ACTIONS.items() if hasattr(self, v)}
        if not isinstance(data, dict):
            raise refuse("", "invalid")
        if unknown := sorted(data.keys() - {"action", "keys", "changes"}):
            raise refuse(unknown[0], "unknown")
        name, keys = data.get("action"), data.get("keys")
        if not isinstance(name, str) or name not in known:
            raise refuse("action", "invalid_choice")
        is_list = isinstance(keys, list) and 1 <= len(keys) <= MOST
        if not is_list or not all(type(key) in (int, str) for key in keys):
            raise refuse("keys", "invalid")
        pk = self.model._meta.pk
        if any(read_key(pk, str(key)) is None for key in keys):
            raise refuse("keys", "invalid")
        if len({str(key) for key in keys}) < len(keys):
            raise refuse("keys", "unique")
        changes = data.get("changes", {})
        is_wrong = not isinstance(changes, dict) or (name == "delete" and changes)
        if is_wrong or (name == "change" and not changes):
            raise refuse("changes", "invalid" if changes else "required")
        return name, keys, changes

    def try_row(self, key, changes):
        """Do it with one row, and say what became of it."""
        self.kwargs["key"] = str(key)
        try:
            with transaction.atomic():
                status, errors = self.do_with_row(changes), []
        except Http404:
            status, errors = 404, [fault("", "not_found", _("Not found."))]
        except exceptions.APIException as error:
            problem = describe(error)
            code = getattr(error.detail, "code", "invalid")
            found = fault("", code, problem["detail"])
            status, errors = problem["status"], problem.get("errors") or [found]
        return {"key": key, "status": status, "errors": errors}

    def do_with_row(self, changes):
        with self.locked() as row:
            if self.action == "destroy":
                self.remove(row)
                return 204
            serializer = self.get_serializer(row, data=changes, partial=True)
            serializer.is_valid(raise_exception=True)
            serializer.save()
            return 200


def fault(field, code, text):
    return {"field": field, "code": code, "detail": text}


def refuse(field, code):
    return Invalid([fault(field, code, _("This isn’t what is expected here."))])
