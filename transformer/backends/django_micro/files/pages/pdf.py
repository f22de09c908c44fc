"""Lists and records as PDFs."""

from importlib import import_module

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from records.values import Formatter, find_columns

from .exports import ExportMixin

RELATED = 200  # rows of a group on paper


def load_pdf_documents():
    """What draws; it takes 20 MB of memory, which only those pay who want a PDF."""
    return import_module("pages.pdf_documents")


class PDFListMixin:
    """A list that `?export=pdf` turns into a PDF."""

    exports = {**ExportMixin.exports, "pdf": _("PDF")}

    def export_pdf(self):
        return self.print_rows(load_pdf_documents().table_response)


class PDFDetailMixin:
    """A page of a row that `?export=pdf` turns into a PDF.

    `columns` holds the attributes that it shows and their titles, but for those in
    `masked`; `related` the groups of rows that refer to it.
    """

    columns = {}
    masked = ()
    related = ()

    def get(self, request, *args, **kwargs):
        if request.GET.get("export") == "pdf":
            return self.export_pdf()
        return super().get(request, *args, **kwargs)

    def export_pdf(self):
        self.object = row = self.get_object()
        formatter = Formatter()
        facts = [
            (column.title, formatter.format_value(column, row))
            for column in find_columns(self.get_queryset(), self.columns, self.masked)
        ]
        kind = capfirst(self.model._meta.verbose_name)
        groups = [list_names(each, self.list_rows(each)) for each in self.groups]
        return load_pdf_documents().record_response(str(row), kind, facts, groups)


def list_names(group, rows):
    """The title of a group, what its first rows are called, how many more it has."""
    sorted_rows = group.sort(group.extend(rows, group.sorting))
    names = list(map(str, sorted_rows[:RELATED]))
    return group.title, names, max(rows.count() - RELATED, 0)
