from django import forms

from pages.forms import DateTimeInput, ModelForm

from .models import Issue, Reader


class ReaderForm(ModelForm):
    class Meta:
        model = Reader
        fields = [
            "name",
            "email",
        ]


class IssueForm(ModelForm):
    class Meta:
        model = Issue
        fields = [
            "title",
            "text",
            "sent_at",
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
            "sent_at": DateTimeInput(),
        }
