from django import forms

from pages.accounts.forms import AccountModelForm
from pages.forms import DateTimeInput, ModelForm, Reference

from .models import Comment, Ticket, User


class TicketCreateForm(ModelForm):
    fieldsets = [
        (
            "Who called, and why?",
            ["reporter", "callback", "subject", "description", "priority", "assignee"],
        ),
    ]
    references = {
        "reporter": Reference(["name"], add="user_create"),
        "assignee": Reference(["name"], add="user_create"),
    }

    class Meta:
        model = Ticket
        fields = [
            "reporter",
            "callback",
            "subject",
            "description",
            "priority",
            "assignee",
        ]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 4}),
            "priority": forms.RadioSelect(),
        }


class TicketCreateForm2(ModelForm):
    fieldsets = [
        ("What happened?", ["subject", "description", "callback"]),
    ]

    class Meta:
        model = Ticket
        fields = [
            "subject",
            "description",
            "callback",
        ]
        help_texts = {
            "description": "What you did, what you expected, and what you saw instead.",
        }
        widgets = {
            "subject": forms.TextInput(attrs={"placeholder": "The export is empty"}),
            "description": forms.Textarea(attrs={"rows": 4}),
        }


class TicketEditForm(ModelForm):
    fieldsets = [
        ("Ticket", ["subject", "description", "callback"]),
        (
            "Handling",
            ["status", "priority", "assignee", "answer_by", "solution", "minutes"],
        ),
    ]
    readonly = ["description"]
    references = {
        "assignee": Reference(["name"], add="user_create"),
    }

    class Meta:
        model = Ticket
        fields = [
            "subject",
            "description",
            "callback",
            "status",
            "priority",
            "assignee",
            "answer_by",
            "solution",
            "minutes",
        ]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 4}),
            "answer_by": DateTimeInput(),
            "solution": forms.Textarea(attrs={"rows": 4}),
            "minutes": forms.NumberInput(attrs={"min": 0}),
        }


class CommentCreateForm(ModelForm):
    fieldsets = [
        ("Comment", ["ticket", "text", "is_internal"]),
    ]
    references = {
        "ticket": Reference(
            ["subject", "description", "solution"],
            add="ticket_create",
        ),
    }

    class Meta:
        model = Comment
        fields = [
            "ticket",
            "text",
            "is_internal",
        ]
        help_texts = {
            "is_internal": "Customers never see what is internal.",
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
        }


class CommentEditForm(ModelForm):
    fieldsets = [
        ("Comment", ["text"]),
    ]

    class Meta:
        model = Comment
        fields = [
            "text",
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
        }


class UserCreateForm(AccountModelForm):
    fieldsets = [
        ("Person", ["name", "email", "role"]),
    ]

    class Meta:
        model = User
        fields = [
            "name",
            "email",
            "role",
        ]
        widgets = {
            "email": forms.EmailInput(attrs={"placeholder": "name@example.com"}),
        }


class UserEditForm(AccountModelForm):
    fieldsets = [
        ("Person", ["name", "email", "role"]),
    ]

    class Meta:
        model = User
        fields = [
            "name",
            "email",
            "role",
        ]
