"""Pages of rows of which it is kept what became of them."""

from records.audit.files import export_entries
from records.audit.records import list_entries
from records.audit.wording import Wording
from records.values import GroupedFormatter

SHOWN = 20


class HistoryMixin:
    """The page of a row with its last changes; `?export=changes` is a file of them all.

    They are told of the fields that the page shows, which `columns` names with their
    titles, and of sensitive ones only to those who may change the row.
    """

    columns = {}

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") == "changes":
            self.object = self.get_object()
            return export_entries(self.list_entries(), str(self.object), self.columns)
        return super().get(request, *args, **kwargs)

    def list_entries(self):
        """The entries about what is shown here."""
        return list_entries(self.object).about(self.columns)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        masked = () if context["may_change"] else self.model.sensitive_fields
        wording = Wording(self.model, self.columns, GroupedFormatter(), masked)
        entries = self.list_entries().select_related("user")[:SHOWN]
        context["changes"] = [(each, wording.list_lines(each)) for each in entries]
        return context
