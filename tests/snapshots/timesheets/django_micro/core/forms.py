from django import forms

from pages.forms import DateInput, DateTimeInput, DecimalInput, ModelForm, Reference

from .models import Entry, Person, Project


class ProjectForm(ModelForm):
    class Meta:
        model = Project
        fields = [
            "name",
            "status",
            "rate",
            "budget",
            "starts_on",
            "ends_on",
        ]
        widgets = {
            "rate": forms.NumberInput(attrs={"min": 0}),
            "budget": forms.NumberInput(attrs={"min": 0}),
            "starts_on": DateInput(),
            "ends_on": DateInput(),
        }


class EntryForm(ModelForm):
    references = {
        "person": Reference(["name"], add="person_create"),
        "project": Reference(["name"], add="project_create"),
    }

    class Meta:
        model = Entry
        fields = [
            "person",
            "project",
            "note",
            "starts_at",
            "ends_at",
            "hours",
            "billable",
        ]
        widgets = {
            "starts_at": DateTimeInput(),
            "ends_at": DateTimeInput(),
            "hours": DecimalInput(),
        }


class PersonForm(ModelForm):
    class Meta:
        model = Person
        fields = [
            "name",
            "email",
        ]
