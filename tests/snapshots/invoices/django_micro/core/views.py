from django.urls import reverse_lazy

from pages import generic, pdf
from pages.generic.importing import ImportView

from . import filters, forms
from .models import Client, Invoice, Line, Product


class HomeView(generic.HomeView):
    lists = [
        generic.Listing("client_list", "Clients", Client, chart="terms"),
        generic.Listing(
            "invoice_list",
            "Invoices",
            Invoice,
            chart="status",
            moment="created_at",
        ),
        generic.Listing("line_list", "Invoice lines", Line, chart="vat"),
        generic.Listing("product_list", "Products", Product, chart="vat"),
    ]


class InvoiceListView(pdf.PDFListMixin, generic.ListView):
    model = Invoice
    queryset = Invoice.objects.select_related("client")
    computed = ["total", "open_lines", "overdue"]
    columns = {
        "number": "Number",
        "client": "Client",
        "status": "Status",
        "issued_on": "Issued",
        "due_on": "Due",
        "total": "Total",
        "open_lines": "To deliver",
        "overdue": "Overdue",
    }
    template_name = "core/invoice_list.html"
    url_name = "invoice_list"
    search_fields = Invoice.search_fields
    filterset_class = filters.InvoiceFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.InvoiceEditForm
    edit_fields = ["status"]
    paths = {
        "client": "client__name",
    }
    add_form = forms.InvoiceCreateForm
    add_fields = ["number", "client"]


class InvoiceDetailView(pdf.PDFDetailMixin, generic.DetailView):
    model = Invoice
    queryset = Invoice.objects.select_related("client", "corrects")
    computed = ["net", "tax", "total", "open_lines"]
    columns = {
        "number": "Number",
        "client": "Client",
        "corrects": "Corrects",
        "status": "Status",
        "terms": "Terms",
        "issued_on": "Issued on",
        "due_on": "Due on",
        "remind_at": "Remind at",
        "paid_on": "Paid on",
        "discount": "Discount",
        "rounding": "Rounding",
        "note": "Note",
        "created_at": "Created at",
        "net": "Net",
        "tax": "VAT (20 %)",
        "total": "Total",
        "open_lines": "Lines to deliver",
    }
    template_name = "core/invoice_detail.html"
    related = [
        generic.Related(
            "corrects_invoices",
            "Invoices (corrects)",
            select=["client"],
            index="invoice_list",
            add="invoice_create",
            columns={
                "number": "Number",
                "client": "Client",
                "status": "Status",
                "issued_on": "Issued",
                "due_on": "Due",
                "total": "Total",
                "open_lines": "To deliver",
                "overdue": "Overdue",
            },
            link="number",
            computed=["total", "open_lines", "overdue"],
        ),
        generic.Related(
            "lines",
            "Lines",
            select=["product"],
            index="line_list",
            add="line_create",
            columns={
                "position": "Position",
                "product": "Product",
                "description": "Description",
                "quantity": "Quantity",
                "unit_price": "Unit price",
                "vat": "VAT",
                "delivered_on": "Delivered on",
                "amount": "Amount",
                "client_terms": "The client's payment terms",
            },
            link="description",
            computed=["amount", "client_terms"],
            sums={"amount": "net"},
            sort_by=["position"],
        ),
    ]


class InvoiceCreateView(generic.CreateView):
    model = Invoice
    form_class = forms.InvoiceCreateForm
    template_name = "core/invoice_create.html"


class InvoiceUpdateView(generic.UpdateView):
    model = Invoice
    computed = ["total"]
    form_class = forms.InvoiceEditForm
    template_name = "core/invoice_update.html"


class LineListView(pdf.PDFListMixin, generic.ListView):
    model = Line
    queryset = Line.objects.select_related("invoice", "product")
    computed = ["amount", "client_terms"]
    columns = {
        "invoice": "Invoice",
        "position": "Position",
        "product": "Product",
        "description": "Description",
        "quantity": "Quantity",
        "unit_price": "Unit price",
        "vat": "VAT",
        "delivered_on": "Delivered on",
        "amount": "Amount",
        "client_terms": "The client's payment terms",
    }
    template_name = "core/line_list.html"
    url_name = "line_list"
    search_fields = Line.search_fields
    filterset_class = filters.LineFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.LineEditForm
    edit_fields = ["vat"]
    sort_by = ["-invoice", "position"]
    paths = {
        "invoice": "invoice__number",
        "product": "product__name",
    }


class LineCreateView(generic.CreateView):
    model = Line
    form_class = forms.LineCreateForm
    template_name = "core/line_create.html"


class LineUpdateView(generic.UpdateView):
    model = Line
    form_class = forms.LineEditForm
    template_name = "core/line_update.html"


class ClientListView(pdf.PDFListMixin, generic.ListView):
    model = Client
    queryset = Client.objects.select_related("parent")
    computed = ["turnover"]
    columns = {
        "code": "Code",
        "name": "Name",
        "parent": "Head office",
        "balance": "Balance",
        "turnover": "Turnover",
        "vat_number": "VAT number",
    }
    masked = ["vat_number"]
    template_name = "core/client_list.html"
    url_name = "client_list"
    search_fields = Client.search_fields
    filterset_class = filters.ClientFilterSet
    bulk_actions = ["delete"]
    paths = {
        "parent": "parent__name",
    }
    add_form = forms.ClientCreateForm
    add_fields = ["code", "name", "email"]


class ClientDetailView(pdf.PDFDetailMixin, generic.DetailView):
    model = Client
    queryset = Client.objects.select_related("parent")
    computed = ["turnover"]
    columns = {
        "code": "Code",
        "name": "Name",
        "parent": "Parent",
        "email": "Email",
        "vat_number": "VAT number",
        "terms": "Terms",
        "credit_limit": "Credit limit",
        "balance": "Balance",
        "timezone": "Timezone",
    }
    masked = ["vat_number"]
    template_name = "core/client_detail.html"
    related = [
        generic.Related(
            "children",
            "Children",
            index="client_list",
            add="client_create",
            columns={
                "code": "Code",
                "name": "Name",
                "balance": "Balance",
                "turnover": "Turnover",
            },
            link="name",
            computed=["turnover"],
        ),
        generic.Related(
            "invoices",
            "Invoices",
            index="invoice_list",
            add="invoice_create",
            columns={
                "number": "Number",
                "status": "Status",
                "issued_on": "Issued",
                "due_on": "Due",
                "total": "Total",
                "open_lines": "To deliver",
                "overdue": "Overdue",
            },
            link="number",
            computed=["total", "open_lines", "overdue"],
            sums={"total": "turnover"},
        ),
    ]


class ClientCreateView(generic.CreateView):
    model = Client
    form_class = forms.ClientCreateForm
    template_name = "core/client_create.html"


class ClientUpdateView(generic.UpdateView):
    model = Client
    form_class = forms.ClientEditForm
    template_name = "core/client_update.html"


class ProductListView(pdf.PDFListMixin, generic.ListView):
    model = Product
    columns = {
        "sku": "SKU",
        "name": "Name",
        "price": "Price",
        "weight_kg": "Weight kg",
        "stock": "Stock",
        "vat": "VAT",
    }
    template_name = "core/product_list.html"
    url_name = "product_list"
    search_fields = Product.search_fields
    filterset_class = filters.ProductFilterSet
    bulk_actions = ["change", "delete"]
    edit_form = forms.ProductForm
    edit_fields = ["vat"]
    add_form = forms.ProductForm
    add_fields = ["sku", "name"]


class ProductCreateView(generic.CreateView):
    model = Product
    form_class = forms.ProductForm
    template_name = "core/product_create.html"


class ProductUpdateView(generic.UpdateView):
    model = Product
    form_class = forms.ProductForm
    template_name = "core/product_update.html"


class ClientDeleteView(generic.DeleteView):
    model = Client
    success_url = reverse_lazy("client_list")


class InvoiceDeleteView(generic.DeleteView):
    model = Invoice
    success_url = reverse_lazy("invoice_list")


class LineDeleteView(generic.DeleteView):
    model = Line
    success_url = reverse_lazy("line_list")


class ProductDeleteView(generic.DeleteView):
    model = Product
    success_url = reverse_lazy("product_list")


class ClientImportView(ImportView):
    list_view = ClientListView
    form_class = forms.ClientCreateForm
    edit_form_class = forms.ClientEditForm
    masked = ["vat_number"]


class InvoiceImportView(ImportView):
    list_view = InvoiceListView
    form_class = forms.InvoiceCreateForm
    edit_form_class = forms.InvoiceEditForm


class LineImportView(ImportView):
    list_view = LineListView
    form_class = forms.LineCreateForm
    edit_form_class = forms.LineEditForm


class ProductImportView(ImportView):
    list_view = ProductListView
    form_class = forms.ProductForm
    edit_form_class = forms.ProductForm
