from django import forms

from .bootstrap import DateInput, DateTimeInput, ModelForm
from .models import Job, Note


class JobForm(ModelForm):
    fieldsets = [
        ("Job", ["title", "assigned_to", "due_date"]),
    ]

    class Meta:
        model = Job
        fields = [
            "title",
            "assigned_to",
            "due_date",
        ]
        labels = {
            "assigned_to": "Fitter",
            "due_date": "Due",
        }
        widgets = {
            "due_date": DateInput(),
        }


class JobEditForm(ModelForm):
    class Meta:
        model = Job
        fields = [
            "title",
            "state",
            "assigned_to",
            "due_date",
            "minutes",
            "started_at",
            "site",
        ]
        widgets = {
            "due_date": DateInput(),
            "started_at": DateTimeInput(),
        }


class NoteForm(ModelForm):
    class Meta:
        model = Note
        fields = [
            "text",
            "job",
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
        }
