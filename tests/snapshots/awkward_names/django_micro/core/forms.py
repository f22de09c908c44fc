from django import forms

from pages.accounts.forms import AccountModelForm
from pages.forms import DateInput, FileInput, ModelForm, Reference

from .models import (
    Account,
    Admin,
    Form,
    Group,
    Medium,
    Model,
    Permission,
    Person,
    Session,
    Text,
    Title,
    User,
    Value,
    View,
)


class TitleForm(ModelForm):
    references = {
        "other": Reference(["name"], add="title_create"),
        "parent": Reference(["name"], add="title_create"),
    }

    class Meta:
        model = Title
        fields = [
            "name",
            "code",
            "other",
            "parent",
            "kind",
            "day",
        ]
        labels = {
            "kind": "eMail",
        }
        widgets = {
            "code": forms.TextInput(
                attrs={"title": "100% <b>wrong</b> %(value)s {% now 'Y' %} \"quoted\""},
            ),
            "day": DateInput(),
        }


class ValueCreateForm(ModelForm):
    fieldsets = [
        (
            "<script>alert(1)</script>",
            ["state", "status", "field", "mode", "description"],
        ),
    ]

    class Meta:
        model = Value
        fields = [
            "state",
            "status",
            "field",
            "mode",
            "description",
        ]
        labels = {
            "state": "<b>State</b>",
            "status": "${7*7}",
        }
        help_texts = {
            "state": "{% now 'Y' %} & \"quotes\"",
        }
        widgets = {
            "status": forms.Select(
                attrs={"placeholder": '"><script>alert(1)</script>'},
            ),
            "description": forms.TextInput(attrs={"placeholder": "{{ 7*7 }}"}),
        }


class ValueEditForm(ModelForm):
    class Meta:
        model = Value
        fields = [
            "state",
            "status",
            "empty",
            "true_north",
            "mode",
            "section",
            "field",
            "description",
            "text",
        ]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
        }


class TextForm(ModelForm):
    class Meta:
        model = Text
        fields = [
            "title",
            "japanese",
            "arabic",
        ]


class UserForm(AccountModelForm):
    class Meta:
        model = User
        fields = [
            "username",
            "name",
            "models_field",
            "objects_field",
            "pk_field",
        ]


class GroupForm(ModelForm):
    references = {
        "members": Reference(["name"], add="user_create"),
    }

    class Meta:
        model = Group
        fields = [
            "class_field",
            "import_field",
            "members",
        ]


class SessionCreateForm(ModelForm):
    references = {
        "user": Reference(["name"], add="user_create"),
    }

    class Meta:
        model = Session
        fields = [
            "key",
            "user",
            "save_field",
            "delete_field",
        ]
        widgets = {
            "delete_field": DateInput(),
        }


class SessionEditForm(ModelForm):
    references = {
        "user": Reference(["name"], add="user_create"),
    }

    class Meta:
        model = Session
        fields = [
            "user",
            "save_field",
            "delete_field",
        ]
        widgets = {
            "delete_field": DateInput(),
        }


class PermissionForm(ModelForm):
    class Meta:
        model = Permission
        fields = [
            "id_field",
            "a_b",
            "trailing",
            "leading",
            "errors_field",
            "full_clean_field",
        ]
        widgets = {
            "errors_field": forms.Textarea(attrs={"rows": 4}),
        }


class FormForm(ModelForm):
    references = {
        "owner": Reference(["name"], add="user_create"),
    }

    class Meta:
        model = Form
        fields = [
            "media_field",
            "auto_id_field",
            "non_field_errors_field",
            "uuid_field",
            "owner",
            "owner_id_field",
            "unique",
            "index",
        ]
        widgets = {
            "media_field": FileInput(),
        }


class ViewForm(ModelForm):
    references = {
        "object": Reference(["Meta_field", "pk"], add="model_create"),
    }

    class Meta:
        model = View
        fields = [
            "request",
            "template",
            "object",
        ]


class ModelCreateForm(ModelForm):
    class Meta:
        model = Model
        fields = [
            "pk_field",
            "Meta_field",
            "self_field",
            "None_field",
            "True_field",
            "lambda_field",
        ]


class ModelEditForm(ModelForm):
    class Meta:
        model = Model
        fields = [
            "Meta_field",
            "self_field",
            "None_field",
            "True_field",
            "lambda_field",
        ]


class AccountForm(ModelForm):
    references = {
        "admin": Reference(["login"], add="admin_create"),
    }

    class Meta:
        model = Account
        fields = [
            "first_name",
            "password",
            "is_active",
            "admin",
        ]


class MediumForm(ModelForm):
    class Meta:
        model = Medium
        fields = [
            "title",
        ]


class AdminForm(ModelForm):
    class Meta:
        model = Admin
        fields = [
            "login",
        ]


class PersonForm(ModelForm):
    class Meta:
        model = Person
        fields = [
            "name",
        ]
