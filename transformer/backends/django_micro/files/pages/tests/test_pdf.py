"""Lists and records as PDFs."""

from django.contrib.auth.models import Group
from django.test import RequestFactory

from records.values import make_column

from .. import generic, pdf, pdf_documents
from ..testing import PageTests, get_account


class GroupListView(pdf.PDFListMixin, generic.ListView):
    model = Group
    queryset = Group.objects.order_by("name")
    columns = {"name": "Name", "id": "Key"}


class GroupView(pdf.PDFDetailMixin, generic.DetailView):
    model = Group
    columns = {"name": "Name", "id": "Key"}
    masked = ["id"]


class PdfTests(PageTests):
    def open(self, view, **kwargs):
        request = RequestFactory().get("/", {"export": "pdf"})
        request.user = get_account()
        return view.as_view()(request, **kwargs)

    def check_pdf(self, response, name):
        self.assertEqual(response["Content-Type"], "application/pdf")
        self.assertTrue(response.content.startswith(b"%PDF-"))
        self.assertIn(name, response["Content-Disposition"])

    def test_list(self):
        Group.objects.bulk_create(Group(name=f"Ä € Ł Ω Я {n}") for n in range(100))
        with self.assertNoLogs("fpdf", "WARNING"):
            response = self.open(GroupListView)
        self.check_pdf(response, "Groups.pdf")
        self.assertGreater(response.content.count(b"/Type /Page\n"), 1)

    def test_empty_list(self):
        self.check_pdf(self.open(GroupListView), "Groups.pdf")

    def test_record(self):
        group = Group.objects.create(name="Accounts")
        self.check_pdf(self.open(GroupView, pk=group.pk), "Accounts.pdf")

    def test_wide_table_with_long_texts(self):
        columns = [make_column(Group._meta.get_field("name"), "Name", "name")] * 100
        lines = [["word " * 1000, *["x" * 300] * 99]]
        self.check_pdf(pdf_documents.table_response("Wide", columns, lines), "Wide.pdf")
