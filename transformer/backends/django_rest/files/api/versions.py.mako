"""What rows were before, and the way back."""

from django.db.models import FileField
from django.http import Http404
from rest_framework.decorators import action

from records.audit.versions import find_version, list_versions
% if has_transitions:
from records.transitions import is_state
% endif

from .changes import spell_kept
from .idempotency import once
from .people import spell_people


class VersionsMixin:
    """Rows whose versions are kept."""

    def is_open(self, name=None):
        """A version is restored by the rules of the form and of the row's page."""
        name = name or self.action
        is_closed = name == "restore_version" and not self.is_row_open()
        return not is_closed and super().is_open(name)

    def is_row_open(self):
        return self.is_open("retrieve") and not self.is_row_read_only()

    @action(detail=True, url_path="versions")
    def list_versions(self, request, *args, **kwargs):
        row = self.get_object()
        page = self.paginate_queryset(list(list_versions(row)))
        entries = [each.entry for each in page if each.entry]
        people = spell_people(entries, request.user)
        masked = self.list_masked(row)
        names = [name for name in self.list_told_names() if name not in masked]
        found = [
            {
                "number": each.number,
                "made_at": each.entry and each.entry.made_at,
                "person": people[each.entry and each.entry.user_id],
                "values": {
                    self.names.get(name, name): spell_kept(each.values[name])
                    for name in names
                    if name in each.values
                },
            }
            for each in page
        ]
        return self.get_paginated_response(found)

    @action(
        detail=True,
        methods=["post"],
        url_path=r"versions/(?P<number>\d+)/restore",
    )
    @once
    def restore_version(self, request, *args, **kwargs):
        """Give a row the values of a version, as far as the form takes them.

        What the page of the row hides stays, and so do files and the state: transitions
        are no way back.
        """
        if not hasattr(self, "partial_update"):
            raise Http404
        # From here on it is a change of these values.
        self.action = "partial_update"
        with self.locked() as row:
            version = find_version(row, int(kwargs["number"][:9]))
            if version is None or self.find_readable(row.pk) is None:
                raise Http404
            context = {**self.get_serializer_context(), "page": "partial_update"}
            serializer = self.serializer_class(
                row, data={}, partial=True, context=context
            )
            names = {*serializer.list_input()} & version.values.keys()
            names = filter(self.is_restored, names)
            serializer.initial_data = {
                self.names.get(name, name): spell_sent(version.values[name])
                for name in names
            }
            serializer.is_valid(raise_exception=True)
            serializer.save()
        return self.tell_written(row.pk)

    def is_restored(self, name):
        is_kept = isinstance(self.model._meta.get_field(name), FileField)
% if has_transitions:
        is_kept = is_kept or is_state(self.model, name)
% endif
        return not is_kept and not self.omits(name, "retrieve")


def spell_sent(value):
    """A value as it is sent, from what was kept of it."""
    is_target = isinstance(value, dict) and value.keys() == {"key", "name"}
    return value["key"] if is_target else value
