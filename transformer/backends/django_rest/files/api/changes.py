"""What became of rows, and by whom."""

from django.utils.text import capfirst
from rest_framework.decorators import action

from records.audit.records import list_entries

from .people import spell_people


class ChangesMixin:
    """Rows of which it is kept what becomes of them."""

    @action(detail=True, url_path="changes")
    def list_changes(self, request, *args, **kwargs):
        row, names = self.get_object(), self.list_told_names()
        entries = list_entries(row).about(names).select_related("user")
        page = self.paginate_queryset(entries)
        people, masked = spell_people(page, request.user), self.list_masked(row)
        found = [
            {
                "operation": each.operation,
                "made_at": each.made_at,
                "person": people[each.user_id],
                "changes": [
                    self.describe(name, each.changes[name], name in masked)
                    for name in names
                    if name in each.changes
                ],
            }
            for each in page
        ]
        return self.get_paginated_response(found)

    def list_masked(self, row):
        """The names of what isn't told to who may not change a row."""
        if self.may_see_sensitive(row):
            return ()
        return getattr(self.serializer_class.Meta, "sensitive_fields", ())

    def describe(self, name, values, is_masked):
        title = capfirst(self.model._meta.get_field(name).verbose_name)
        spelled = self.names.get(name, name)
        change = {"field": spelled, "title": title, "masked": is_masked}
        if not is_masked:
            change["before"], change["after"] = map(spell_kept, values)
        return change


def spell_kept(value):
    """A value as a record has it, from what was kept of it."""
    if isinstance(value, dict) and value.keys() == {"key", "name"}:
        return {"key": value["key"], "display": value["name"]}
    return value
