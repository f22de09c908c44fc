from django import forms

from pages.forms import DateInput, DateTimeInput, ModelForm, Reference

from .models import House, Note, Repair


class RepairCreateForm(ModelForm):
    fieldsets = [
        ("What is broken?", ["title", "details", "reporter", "house", "urgency"]),
    ]
    references = {
        "reporter": Reference(["name"]),
        "house": Reference(["street"], add="house_create"),
    }

    class Meta:
        model = Repair
        fields = [
            "title",
            "details",
            "reporter",
            "house",
            "urgency",
        ]
        labels = {
            "title": "What",
            "details": "Tell us more",
            "reporter": "Your name",
            "urgency": "How urgent is it?",
        }
        widgets = {
            "title": forms.TextInput(attrs={"placeholder": "The tap drips"}),
            "details": forms.Textarea(attrs={"rows": 4}),
            "urgency": forms.RadioSelect(),
        }


class RepairEditForm(ModelForm):
    fieldsets = [
        ("Repair", ["title", "status", "urgency", "caretaker", "due"]),
        ("Afterwards", ["finished_at", "minutes", "parts", "report"]),
    ]
    references = {
        "caretaker": Reference(["name"]),
    }

    class Meta:
        model = Repair
        fields = [
            "title",
            "status",
            "urgency",
            "caretaker",
            "due",
            "finished_at",
            "minutes",
            "parts",
            "report",
        ]
        labels = {
            "title": "What",
            "finished_at": "Finished",
            "report": "What was done",
        }
        widgets = {
            "due": DateInput(),
            "finished_at": DateTimeInput(),
            "minutes": forms.NumberInput(attrs={"min": 0}),
            "report": forms.Textarea(attrs={"rows": 4}),
        }


class NoteForm(ModelForm):
    references = {
        "repair": Reference(["title", "details"], add="repair_create"),
        "author": Reference(["name"]),
    }

    class Meta:
        model = Note
        fields = [
            "repair",
            "author",
            "text",
            "is_public",
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
        }


class HouseForm(ModelForm):
    class Meta:
        model = House
        fields = [
            "street",
            "budget",
        ]
        widgets = {
            "budget": forms.NumberInput(attrs={"min": 0}),
        }
