"""Lists as files and on paper: every row that a list shows, and just its columns."""

import csv
import itertools

from django.contrib import messages
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .ordering import sort_rows
from .values import (
    Formatter,
    MachineFormatter,
    SpreadsheetFormatter,
    find_columns,
    name_file,
)

AT_ONCE = 1000  # rows in memory while a file is written
ON_PAPER = 1000  # rows on a page to print


class Echo:
    """A file that hands back what is written to it."""

    def write(self, text):
        return text


def stream_table(titles, lines, formatter):
    """The text of a CSV file (RFC 4180), some hundred lines at a time."""
    write = csv.writer(Echo(), delimiter=formatter.delimiter).writerow
    yield formatter.start + write([formatter.format_text(title) for title in titles])
    while batch := "".join(map(write, itertools.islice(lines, AT_ONCE))):
        yield batch


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
