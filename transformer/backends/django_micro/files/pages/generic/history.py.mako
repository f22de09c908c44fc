"""Pages of rows of which it is kept what became of them."""

from records.audit.files import export_entries
from records.audit.records import list_entries
from records.audit.wording import Wording${", tells_something" if has_audited_links else ""}
from records.values import GroupedFormatter

SHOWN = 20


class HistoryMixin:
    """The page of a row with its last changes; `?export=changes` is a file of them all.

    They are told of the fields that the page shows, which `columns` names with their
    titles, and of sensitive ones only to those who may change the row.
    """

    columns = {}

% if has_audited_links:
    @property
    def titles(self):
        """The titles of what the page shows, links among it."""
        names = getattr(self.model, "audited_links", ())
        links = {each.name: each.title for each in self.groups if each.name in names}
        return {**self.columns, **links}

% endif
    def get(self, request, *args, **kwargs):
        if request.GET.get("export") == "changes":
            self.object = self.get_object()
            return export_entries(self.list_entries(), str(self.object), self.${"titles" if has_audited_links else "columns"})
        return super().get(request, *args, **kwargs)

    def list_entries(self):
        """The entries about what is shown here."""
        return list_entries(self.object).about(self.${"titles" if has_audited_links else "columns"})

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        masked = () if context["may_change"] else self.model.sensitive_fields
% if has_audited_links:
        formatter, user = GroupedFormatter(), self.request.user
        wording = Wording(self.model, self.titles, formatter, masked, user)
% else:
        wording = Wording(self.model, self.columns, GroupedFormatter(), masked)
% endif
        entries = self.list_entries().select_related("user")[:SHOWN]
% if has_audited_links:
        found = ((each, wording.list_lines(each)) for each in entries)
        context["changes"] = [pair for pair in found if tells_something(*pair)]
% else:
        context["changes"] = [(each, wording.list_lines(each)) for each in entries]
% endif
        return context
