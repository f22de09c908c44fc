from django import forms

from pages.forms import DateInput, ModelForm

from .models import Task


class TaskCreateForm(ModelForm):
    fieldsets = [
        ("What is to be done?", ["title", "description"]),
        ("Planning", ["priority", "due_date"]),
    ]

    class Meta:
        model = Task
        fields = [
            "title",
            "description",
            "priority",
            "due_date",
        ]
        labels = {
            "due_date": "Due",
        }
        help_texts = {
            "description": "Whatever one should know before starting.",
        }
        widgets = {
            "title": forms.TextInput(attrs={"placeholder": "Water the plants"}),
            "description": forms.Textarea(attrs={"rows": 4}),
            "due_date": DateInput(),
        }


class TaskEditForm(ModelForm):
    fieldsets = [
        (
            "Task",
            ["title", "description", "status", "priority", "due_date", "completed"],
        ),
    ]

    class Meta:
        model = Task
        fields = [
            "title",
            "description",
            "status",
            "priority",
            "due_date",
            "completed",
        ]
        labels = {
            "due_date": "Due",
            "completed": "Done",
        }
        help_texts = {
            "completed": "Tick when there is nothing left to do.",
        }
        widgets = {
            "description": forms.Textarea(attrs={"rows": 4}),
            "priority": forms.RadioSelect(),
            "due_date": DateInput(),
        }
