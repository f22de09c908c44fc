from django import forms

from pages.forms import (
    DateInput,
    DateTimeInput,
    DecimalInput,
    Inline,
    ModelForm,
    Reference,
)

from .models import Client, Invoice, Line, Product


class LineCreateForm(ModelForm):
    fieldsets = [
        (
            "Line",
            [
                "invoice",
                "position",
                "product",
                "description",
                "quantity",
                "unit_price",
                "vat",
            ],
        ),
    ]
    references = {
        "invoice": Reference(["number"], add="invoice_create"),
        "product": Reference(["name"], add="product_create"),
    }

    class Meta:
        model = Line
        fields = [
            "invoice",
            "position",
            "product",
            "description",
            "quantity",
            "unit_price",
            "vat",
        ]
        widgets = {
            "position": forms.NumberInput(attrs={"min": 1}),
            "quantity": DecimalInput(),
        }


class LineEditForm(ModelForm):
    references = {
        "invoice": Reference(["number"], add="invoice_create"),
        "product": Reference(["name"], add="product_create"),
    }

    class Meta:
        model = Line
        fields = [
            "invoice",
            "position",
            "product",
            "description",
            "quantity",
            "unit_price",
            "vat",
            "delivered_on",
        ]
        widgets = {
            "position": forms.NumberInput(attrs={"min": 1}),
            "quantity": DecimalInput(),
            "delivered_on": DateInput(),
        }


class ClientCreateForm(ModelForm):
    fieldsets = [
        ("Client", ["code", "name", "parent", "email", "vat_number", "timezone"]),
        ("Money", ["terms", "credit_limit", "balance"]),
    ]
    references = {
        "parent": Reference(["name"], add="client_create"),
    }

    class Meta:
        model = Client
        fields = [
            "code",
            "name",
            "parent",
            "email",
            "vat_number",
            "timezone",
            "terms",
            "credit_limit",
            "balance",
        ]
        labels = {
            "parent": "Head office",
            "email": "Email for invoices",
            "terms": "Payment terms",
            "balance": "Opening balance",
        }
        help_texts = {
            "code": "Can't be changed later.",
        }
        widgets = {
            "code": forms.TextInput(attrs={"placeholder": "ACME-001"}),
            "credit_limit": forms.NumberInput(attrs={"min": 0, "max": 250000}),
        }


class ClientEditForm(ModelForm):
    references = {
        "parent": Reference(["name"], add="client_create"),
    }

    class Meta:
        model = Client
        fields = [
            "name",
            "parent",
            "email",
            "vat_number",
            "terms",
            "credit_limit",
            "balance",
            "timezone",
        ]
        widgets = {
            "credit_limit": forms.NumberInput(attrs={"min": 0, "max": 250000}),
        }


class ProductForm(ModelForm):
    class Meta:
        model = Product
        fields = [
            "sku",
            "name",
            "price",
            "weight_kg",
            "stock",
            "vat",
        ]
        widgets = {
            "price": forms.NumberInput(attrs={"min": 0}),
            "weight_kg": forms.NumberInput(attrs={"min": 0}),
            "stock": forms.NumberInput(attrs={"min": -1}),
        }


class InvoiceCreateForm(ModelForm):
    fieldsets = [
        ("Invoice", ["number", "client", "corrects", "issued_on", "due_on", "terms"]),
        ("Discount and rounding", ["discount", "rounding", "note"]),
    ]
    references = {
        "client": Reference(["name"], add="client_create"),
        "corrects": Reference(["number"], add="invoice_create"),
    }
    inlines = {
        "lines": Inline(LineCreateForm, "Lines", sort_by=["position"]),
    }

    class Meta:
        model = Invoice
        fields = [
            "number",
            "client",
            "corrects",
            "issued_on",
            "due_on",
            "terms",
            "discount",
            "rounding",
            "note",
        ]
        labels = {
            "corrects": "Puts right",
            "issued_on": "Issued",
            "due_on": "Due",
            "terms": "Payment terms",
            "discount": "Discount (%)",
            "note": "Note to the client",
        }
        help_texts = {
            "corrects": "For a credit note.",
        }
        widgets = {
            "number": forms.TextInput(attrs={"placeholder": "2026-0001"}),
            "issued_on": DateInput(),
            "due_on": DateInput(),
            "discount": DecimalInput(attrs={"min": -5, "max": 100}),
            "rounding": DecimalInput(attrs={"min": "-0.99", "max": "0.99"}),
            "note": forms.Textarea(attrs={"rows": 4}),
        }


class InvoiceEditForm(ModelForm):
    fieldsets = [
        ("Invoice", ["number", "status", "due_on", "paid_on", "remind_at", "note"]),
    ]
    readonly = ["number"]
    inlines = {
        "lines": Inline(LineCreateForm, "Lines", sort_by=["position"]),
    }

    class Meta:
        model = Invoice
        fields = [
            "number",
            "status",
            "due_on",
            "paid_on",
            "remind_at",
            "note",
        ]
        labels = {
            "due_on": "Due",
            "paid_on": "Paid",
            "remind_at": "Remind on",
            "note": "Note to the client",
        }
        widgets = {
            "status": forms.RadioSelect(),
            "due_on": DateInput(),
            "paid_on": DateInput(),
            "remind_at": DateTimeInput(),
            "note": forms.Textarea(attrs={"rows": 4}),
        }
