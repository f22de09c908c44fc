"""Lists as files and on paper: every row that a list shows, and just its columns."""

from django.contrib import messages
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from records.ordering import sort_rows
from records.tables import AT_ONCE, stream_table
from records.values import (
    Formatter,
    MachineFormatter,
    SpreadsheetFormatter,
    find_columns,
    name_file,
)

ON_PAPER = 1000  # rows on a page to print


class ExportMixin:
    """A list that `?export=…` turns into a file, with the rest of its address kept.

    `columns` holds the attributes that the list shows and their titles; those in
    `masked` stay out of files.
    """

    title = ""
    columns = {}
    masked = ()
    exports = {
        "csv": _("CSV"),
        "excel": _("CSV for Excel"),
        "print": _("Print view"),
    }

    def get_title(self):
        return self.title or capfirst(self.model._meta.verbose_name_plural)

    def find_columns(self):
        return find_columns(self.object_list, self.columns, self.masked)

    def list_exported(self):
        """The rows as the address asks for them, on no page but all."""
        rows = self.filter_queryset(self.object_list)
        return sort_rows(rows, self.sort_keys) if self.sort_keys else rows

    def export_csv(self):
        return self.stream(MachineFormatter())

    def export_excel(self):
        return self.stream(SpreadsheetFormatter())

    def stream(self, formatter):
        columns = self.find_columns()
        rows = self.list_exported().iterator(chunk_size=AT_ONCE)
        lines = (formatter.format_row(columns, row) for row in rows)
        titles = [column.title for column in columns]
        name = name_file(self.get_title(), "csv")
        return StreamingHttpResponse(
            stream_table(titles, lines, formatter),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": content_disposition_header(True, name)},
        )

    def export_print(self):
        return self.print_rows(
            lambda **sheet: render(self.request, "pages/print_list.html", sheet)
        )

    def print_rows(self, answer):
        rows = self.list_exported()[: ON_PAPER + 1]
        if len(rows) > ON_PAPER:
            return self.refuse_to_print()
        columns, formatter = self.find_columns(), Formatter()
        return answer(
            title=self.get_title(),
            columns=columns,
            lines=[formatter.format_row(columns, row) for row in rows],
        )

    def refuse_to_print(self):
        text = ngettext(
            "This list has more than %(limit)s row, which is too much for paper. "
            "Narrow it down, or export it as CSV.",
            "This list has more than %(limit)s rows, which is too much for paper. "
            "Narrow it down, or export it as CSV.",
            ON_PAPER,
        )
        messages.warning(self.request, text % {"limit": ON_PAPER})
        query = self.request.GET.copy()
        del query["export"]
        return redirect(f"{self.request.path}?{query.urlencode()}")
