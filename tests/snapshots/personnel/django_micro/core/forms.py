from django import forms

from pages.accounts.forms import AccountModelForm
from pages.forms import DateInput, DecimalInput, ModelForm, Reference

from .models import Absence, Contract, Employer, Review, User


class UserForm(AccountModelForm):
    references = {
        "employer": Reference(["name"]),
        "lead": Reference(["name"], add="user_create"),
    }

    class Meta:
        model = User
        fields = [
            "email",
            "name",
            "role",
            "employer",
            "lead",
            "desk",
        ]


class ContractForm(ModelForm):
    references = {
        "employer": Reference(["name"]),
        "person": Reference(["name"], add="user_create"),
    }

    class Meta:
        model = Contract
        fields = [
            "employer",
            "person",
            "job",
            "salary",
            "hours",
            "starts",
            "ends",
        ]
        widgets = {
            "salary": forms.NumberInput(attrs={"min": 0}),
            "hours": DecimalInput(attrs={"min": 1, "max": 60}),
            "starts": DateInput(),
            "ends": DateInput(),
        }


class AbsenceForm(ModelForm):
    fieldsets = [
        ("When?", ["kind", "starts", "ends", "reason", "employer"]),
    ]
    references = {
        "employer": Reference(["name"]),
    }

    class Meta:
        model = Absence
        fields = [
            "kind",
            "starts",
            "ends",
            "reason",
            "employer",
        ]
        labels = {
            "starts": "First day",
            "ends": "Last day",
        }
        widgets = {
            "starts": DateInput(),
            "ends": DateInput(),
            "reason": forms.Textarea(attrs={"rows": 4}),
        }


class ReviewCreateForm(ModelForm):
    fieldsets = [
        ("Review", ["person", "held_on", "rating", "text", "is_shared", "employer"]),
    ]
    references = {
        "person": Reference(["name"], add="user_create"),
        "employer": Reference(["name"]),
    }

    class Meta:
        model = Review
        fields = [
            "person",
            "held_on",
            "rating",
            "text",
            "is_shared",
            "employer",
        ]
        labels = {
            "text": "What was said",
        }
        widgets = {
            "held_on": DateInput(),
            "rating": forms.NumberInput(attrs={"min": 1, "max": 5}),
            "text": forms.Textarea(attrs={"rows": 4}),
        }


class ReviewEditForm(ModelForm):
    fieldsets = [
        ("Review", ["rating", "text", "is_shared"]),
    ]

    class Meta:
        model = Review
        fields = [
            "rating",
            "text",
            "is_shared",
        ]
        labels = {
            "text": "What was said",
        }
        widgets = {
            "rating": forms.NumberInput(attrs={"min": 1, "max": 5}),
            "text": forms.Textarea(attrs={"rows": 4}),
        }


class EmployerForm(ModelForm):
    class Meta:
        model = Employer
        fields = [
            "name",
            "town",
        ]
