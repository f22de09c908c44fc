"""What rows were before, and the way back."""

from django.http import Http404
from rest_framework.decorators import action

from records.audit.versions import find_version, list_versions

from .changes import spell_kept
from .idempotency import once
from .people import spell_people


class VersionsMixin:
    """Rows whose versions are kept."""

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
        """Give a row the values of a version, as far as the form takes them."""
        if not hasattr(self, "partial_update"):
            raise Http404
        # From here on it is a change of these values.
        self.action = "partial_update"
        with self.locked() as row:
            version = find_version(row, int(kwargs["number"][:9]))
            if version is None:
                raise Http404
            context = {**self.get_serializer_context(), "page": "partial_update"}
            serializer = self.serializer_class(
                row, data={}, partial=True, context=context
            )
            names = {*serializer.list_input()} & version.values.keys()
            serializer.initial_data = {
                self.names.get(name, name): spell_sent(version.values[name])
                for name in names
            }
            serializer.is_valid(raise_exception=True)
            serializer.save()
        return self.tell_written(row.pk)


def spell_sent(value):
    """A value as it is sent, from what was kept of it."""
    is_target = isinstance(value, dict) and value.keys() == {"key", "name"}
    return value["key"] if is_target else value
