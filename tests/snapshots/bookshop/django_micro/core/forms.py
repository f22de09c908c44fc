from django import forms

from pages.forms import DateInput, ModelForm, Reference

from .models import Book, Customer, Order, OrderLine, Publisher, StockCount


class StockCountForm(ModelForm):
    fieldsets = [
        ("On the shelf", ["book", "copies"]),
    ]
    references = {
        "book": Reference(["title"], add="book_create"),
    }

    class Meta:
        model = StockCount
        fields = [
            "book",
            "copies",
        ]
        widgets = {
            "copies": forms.NumberInput(attrs={"min": 0}),
        }


class OrderForm(ModelForm):
    fieldsets = [
        ("Order", ["customer"]),
    ]
    references = {
        "customer": Reference(["name"], add="customer_create"),
    }

    class Meta:
        model = Order
        fields = [
            "customer",
        ]


class OrderLineForm(ModelForm):
    references = {
        "order": Reference(["payment", "pk", "customer__name"], add="order_create"),
        "book": Reference(["title"], add="book_create"),
    }

    class Meta:
        model = OrderLine
        fields = [
            "order",
            "book",
            "quantity",
        ]
        widgets = {
            "quantity": forms.NumberInput(attrs={"min": 1}),
        }


class CustomerForm(ModelForm):
    class Meta:
        model = Customer
        fields = [
            "name",
            "email",
            "address",
            "loyalty_number",
        ]
        widgets = {
            "address": forms.Textarea(attrs={"rows": 4}),
        }


class BookCreateForm(ModelForm):
    fieldsets = [
        ("Book", ["isbn", "title", "publisher", "binding", "price"]),
    ]
    references = {
        "publisher": Reference(["name"], add="publisher_create"),
    }

    class Meta:
        model = Book
        fields = [
            "isbn",
            "title",
            "publisher",
            "binding",
            "price",
        ]
        labels = {
            "isbn": "ISBN",
        }
        widgets = {
            "isbn": forms.TextInput(attrs={"placeholder": "9780000000000"}),
            "binding": forms.RadioSelect(),
            "price": forms.NumberInput(attrs={"min": 0}),
        }


class BookEditForm(ModelForm):
    references = {
        "publisher": Reference(["name"], add="publisher_create"),
    }

    class Meta:
        model = Book
        fields = [
            "title",
            "publisher",
            "binding",
            "price",
            "copies",
            "published",
            "blurb",
        ]
        widgets = {
            "price": forms.NumberInput(attrs={"min": 0}),
            "copies": forms.NumberInput(attrs={"min": 0}),
            "published": DateInput(),
            "blurb": forms.Textarea(attrs={"rows": 4}),
        }


class PublisherForm(ModelForm):
    class Meta:
        model = Publisher
        fields = [
            "name",
            "country",
        ]
