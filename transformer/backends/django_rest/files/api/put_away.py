"""What was put away, for those who may delete it."""

from django.db import transaction
from django.http import Http404
from rest_framework import status
from rest_framework.decorators import action
from rest_framework.response import Response

from records.keys import read_key
from records.querysets import lock_rows
from records.soft_deletion import list_put_away, restore

from .fields import spell_key, spell_reference
from .idempotency import once
from .permissions import narrow
from .viewsets import explain_refusals


class PutAwayMixin:
    """Rows that are put away instead of being deleted."""

    def list_away(self):
        """Those that one may see and delete, the last one first."""
        user, policy = self.request.user, self.page_policies.get("restore")
        rows = narrow(list_put_away(self.model), user, "list")
        rows = narrow(rows, user, "delete")
        _moment, *people = self.model.deletion_fields
        rows = rows.select_related(*people) if people else rows
        return policy.narrow(rows, user) if policy else rows

    @action(detail=False, url_path="put-away")
    def list_put_away(self, request, *args, **kwargs):
        page = self.paginate_queryset(self.list_away())
        return self.get_paginated_response([self.describe_away(row) for row in page])

    def describe_away(self, row):
        moment, *people = (getattr(row, name) for name in row.deletion_fields)
        person = next(iter(people), None)
        return {
            "key": spell_key(row.pk),
            "display": str(row),
            "deleted_at": moment,
            "deleted_by": spell_reference(person, self.request.user),
        }

    @action(detail=True, methods=["post"])
    @once
    def restore(self, request, *args, **kwargs):
        key = read_key(self.model._meta.pk, kwargs["key"])
        with explain_refusals(), transaction.atomic():
            lock_rows(self.model, [key])
            row = None if key is None else self.list_away().filter(pk=key).first()
            if row is None:
                raise Http404
            self.check_object_permissions(request, row)
            restore(row)
        return Response(status=status.HTTP_204_NO_CONTENT)
