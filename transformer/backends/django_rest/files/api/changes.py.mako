"""What became of rows, and by whom."""

from django.utils.text import capfirst
from rest_framework.decorators import action

% if has_audited_links:
from records.audit.links import list_seen
% endif
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
% if has_audited_links:
        for entry in found:
            entry["changes"] = list(filter(tells_something, entry["changes"]))
        # An entry of which nothing is left would tell that there are such links.
        found = [each for each in found if each["changes"] or is_whole(each)]
% endif
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
% if has_audited_links:
            field = self.model._meta.get_field(name)
            if field.many_to_many:
                values = [self.spell_links(field, each) for each in values]
% endif
            change["before"], change["after"] = map(spell_kept, values)
        return change
% if has_audited_links:

    def spell_links(self, field, named):
        """Those of the rows that links led to that whoever asks may see."""
        return list(map(spell_kept, list_seen(field, named, self.request.user)))


def is_whole(entry):
    """Whether an entry says something without changes: that a row was made, or went."""
    return entry["operation"] != "update"


def tells_something(change):
    """Nothing does of links to rows that one may not see."""
    return change["masked"] or change["before"] != change["after"]
% endif


def spell_kept(value):
    """A value as a record has it, from what was kept of it."""
    if isinstance(value, dict) and value.keys() == {"key", "name"}:
        return {"key": value["key"], "display": value["name"]}
    return value
