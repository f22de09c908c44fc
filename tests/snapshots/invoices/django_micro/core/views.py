from django.urls import reverse_lazy

from pages import generic

from . import forms
from .models import Client, Invoice, Line, Product


class HomeView(generic.HomeView):
    lists = [
        ("client_list", "Clients", Client.objects.all()),
        ("invoice_list", "Invoices", Invoice.objects.all()),
        ("line_list", "Invoice lines", Line.objects.all()),
        ("product_list", "Products", Product.objects.all()),
    ]


class InvoiceListView(generic.ListView):
    model = Invoice
    queryset = Invoice.objects.select_related("client")
    template_name = "core/invoice_list.html"


class InvoiceDetailView(generic.DetailView):
    model = Invoice
    queryset = Invoice.objects.select_related("client", "corrects")
    template_name = "core/invoice_detail.html"
    related = [
        generic.Related("corrects_invoices", "Invoices (corrects)"),
        generic.Related("lines", "Invoice lines"),
    ]


class InvoiceCreateView(generic.CreateView):
    model = Invoice
    form_class = forms.InvoiceCreateForm
    template_name = "core/invoice_create.html"


class InvoiceUpdateView(generic.UpdateView):
    model = Invoice
    form_class = forms.InvoiceEditForm
    template_name = "core/invoice_update.html"


class LineListView(generic.ListView):
    model = Line
    queryset = Line.objects.select_related("invoice", "product")
    template_name = "core/line_list.html"


class LineCreateView(generic.CreateView):
    model = Line
    form_class = forms.LineCreateForm
    template_name = "core/line_create.html"


class LineUpdateView(generic.UpdateView):
    model = Line
    form_class = forms.LineEditForm
    template_name = "core/line_update.html"


class ClientListView(generic.ListView):
    model = Client
    queryset = Client.objects.select_related("parent")
    template_name = "core/client_list.html"


class ClientDetailView(generic.DetailView):
    model = Client
    queryset = Client.objects.select_related("parent")
    template_name = "core/client_detail.html"
    related = [
        generic.Related("children", "Children"),
        generic.Related("invoices", "Invoices"),
    ]


class ClientCreateView(generic.CreateView):
    model = Client
    form_class = forms.ClientCreateForm
    template_name = "core/client_create.html"


class ClientUpdateView(generic.UpdateView):
    model = Client
    form_class = forms.ClientEditForm
    template_name = "core/client_update.html"


class ProductListView(generic.ListView):
    model = Product
    template_name = "core/product_list.html"


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
