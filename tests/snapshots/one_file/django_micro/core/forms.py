from django import forms

from pages.forms import DateInput, ModelForm

from .models import Book


class BookForm(ModelForm):
    class Meta:
        model = Book
        fields = [
            "title",
            "author",
            "pages",
            "finished_on",
        ]
        widgets = {
            "pages": forms.NumberInput(attrs={"min": 1}),
            "finished_on": DateInput(),
        }
