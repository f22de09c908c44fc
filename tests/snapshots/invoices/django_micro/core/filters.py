from pages.filters import FilterSet

from .models import Client, Invoice, Line, Product


class ClientFilterSet(FilterSet):
    class Meta:
        model = Client
        fields = {
            "parent": ["exact"],
            "terms": ["exact"],
            "timezone": ["exact"],
        }
        search = {
            "parent": ["name"],
        }


class InvoiceFilterSet(FilterSet):
    class Meta:
        model = Invoice
        fields = {
            "client": ["exact"],
            "corrects": ["exact"],
            "status": ["exact"],
            "terms": ["exact"],
            "issued_on": ["range"],
            "due_on": ["range", "isnull"],
            "remind_at": ["range", "isnull"],
            "paid_on": ["range", "isnull"],
            "created_at": ["range"],
        }
        computed = {
            "overdue": ["exact"],
        }
        search = {
            "client": ["name"],
            "corrects": ["number"],
        }


class LineFilterSet(FilterSet):
    class Meta:
        model = Line
        fields = {
            "invoice": ["exact"],
            "product": ["exact"],
            "vat": ["exact"],
            "delivered_on": ["range", "isnull"],
        }
        computed = {
            "client_terms": ["exact"],
        }
        search = {
            "invoice": ["number"],
            "product": ["name"],
        }


class ProductFilterSet(FilterSet):
    class Meta:
        model = Product
        fields = {
            "vat": ["exact"],
        }
