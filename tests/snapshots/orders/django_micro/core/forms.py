from django import forms

from pages.forms import DateInput, DecimalInput, ModelForm, Reference

from .models import Customer, Line, Order, Product


class OrderCreateForm(ModelForm):
    references = {
        "customer": Reference(["name"], add="customer_create"),
    }

    class Meta:
        model = Order
        fields = [
            "number",
            "customer",
            "placed_on",
            "ship_by",
            "discount",
            "note",
        ]
        widgets = {
            "number": forms.TextInput(
                attrs={"title": "Such as 2026-001", "placeholder": "2026-001"},
            ),
            "placed_on": DateInput(),
            "ship_by": DateInput(),
            "discount": DecimalInput(attrs={"min": 0, "max": 50}),
            "note": forms.Textarea(attrs={"rows": 4}),
        }


class OrderEditForm(ModelForm):
    references = {
        "customer": Reference(["name"], add="customer_create"),
    }

    class Meta:
        model = Order
        fields = [
            "customer",
            "status",
            "ship_by",
            "sent_on",
            "discount",
            "note",
        ]
        widgets = {
            "status": forms.RadioSelect(),
            "ship_by": DateInput(),
            "sent_on": DateInput(),
            "discount": DecimalInput(attrs={"min": 0, "max": 50}),
            "note": forms.Textarea(attrs={"rows": 4}),
        }


class LineForm(ModelForm):
    references = {
        "order": Reference(["number"], add="order_create"),
        "product": Reference(["name"], add="product_create"),
    }

    class Meta:
        model = Line
        fields = [
            "order",
            "product",
            "quantity",
            "price",
            "picked",
        ]
        widgets = {
            "quantity": forms.NumberInput(attrs={"min": 1}),
            "price": forms.NumberInput(attrs={"min": 0}),
        }


class ProductForm(ModelForm):
    class Meta:
        model = Product
        fields = [
            "sku",
            "name",
            "price",
            "received",
            "reorder_at",
        ]
        widgets = {
            "price": forms.NumberInput(attrs={"min": 0}),
            "received": forms.NumberInput(attrs={"min": 0}),
            "reorder_at": forms.NumberInput(attrs={"min": 0}),
        }


class CustomerForm(ModelForm):
    class Meta:
        model = Customer
        fields = [
            "name",
            "email",
            "town",
        ]
