from django import forms

from pages.accounts.forms import AccountModelForm
from pages.forms import DateTimeInput, FileInput, ModelForm, Reference

from .models import Comment, Ticket, User


class TicketCreateForm(ModelForm):
    fieldsets = [
        ("What happened?", ["reporter", "subject", "description", "severity"]),
    ]
    references = {
        "reporter": Reference(["name"], add="user_create"),
    }

    class Meta:
        model = Ticket
        fields = [
            "reporter",
            "subject",
            "description",
            "severity",
        ]
        labels = {
            "reporter": "Your name",
        }
        help_texts = {
            "description": "What you did, what you expected, and what you saw instead.",
        }
        widgets = {
            "subject": forms.TextInput(attrs={"placeholder": "The export is empty"}),
            "description": forms.Textarea(attrs={"rows": 4}),
            "severity": forms.RadioSelect(),
        }


class TicketEditForm(ModelForm):
    fieldsets = [
        ("Ticket", ["subject", "description"]),
        ("Handling", ["status", "severity", "assignee", "respond_by"]),
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
            "status",
            "severity",
            "assignee",
            "respond_by",
        ]
        labels = {
            "assignee": "Assigned to",
            "respond_by": "Answer by",
        }
        widgets = {
            "description": forms.Textarea(attrs={"rows": 4}),
            "respond_by": DateTimeInput(),
        }


class CommentForm(ModelForm):
    fieldsets = [
        ("Comment", ["ticket", "author", "text", "attachment", "is_internal"]),
    ]
    references = {
        "ticket": Reference(["subject"], add="ticket_create"),
        "author": Reference(["name"], add="user_create"),
    }

    class Meta:
        model = Comment
        fields = [
            "ticket",
            "author",
            "text",
            "attachment",
            "is_internal",
        ]
        labels = {
            "text": "Comment",
            "is_internal": "Internal",
        }
        help_texts = {
            "is_internal": "Customers don't see internal comments.",
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
            "attachment": FileInput(),
        }


class UserCreateForm(AccountModelForm):
    fieldsets = [
        ("Person", ["name", "email", "phone", "role"]),
    ]

    class Meta:
        model = User
        fields = [
            "name",
            "email",
            "phone",
            "role",
        ]
        widgets = {
            "email": forms.EmailInput(attrs={"placeholder": "name@example.com"}),
        }


class UserEditForm(AccountModelForm):
    class Meta:
        model = User
        fields = [
            "email",
            "name",
            "role",
            "phone",
            "is_active",
        ]
