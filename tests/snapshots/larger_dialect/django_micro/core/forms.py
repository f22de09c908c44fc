from django import forms

from pages.forms import DateInput, DateTimeInput, FileInput, ModelForm

from .models import Issue, Reader


class ReaderForm(ModelForm):
    class Meta:
        model = Reader
        fields = [
            "name",
            "email",
            "language",
            "letters",
        ]
        widgets = {
            "letters": FileInput(),
        }


class IssueForm(ModelForm):
    class Meta:
        model = Issue
        fields = [
            "title",
            "text",
            "sent_at",
            "seen_until",
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
            "sent_at": DateTimeInput(),
            "seen_until": DateInput(),
        }
