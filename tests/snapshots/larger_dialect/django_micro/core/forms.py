from .bootstrap import DateInput, DateTimeInput, ModelForm
from .models import Job


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
        ]
        widgets = {
            "due_date": DateInput(),
            "started_at": DateTimeInput(),
        }
