"""Checks of what would otherwise fail unseen; `manage.py check` runs them."""

from django.contrib import admin
from django.core import checks

from records.permissions import APP
from records.policies import find_policy

from .admin import RecordAdmin, RecordInline


def check_admins(app_configs, **kwargs):
    """Look for parts of the admin that would ask for no right to a record."""
    for model, found in admin.site._registry.items():
        if model._meta.app_label == APP and not isinstance(found, RecordAdmin):
            hint = "Extend `pages.admin.RecordAdmin`."
            yield describe_admin(type(found), model, hint, "005")
        for inline in found.inlines:
            label = inline.model._meta.app_label
            if label == APP and not issubclass(inline, RecordInline):
                hint = (
                    "Put `pages.admin.RecordInline` first:"
                    f" `class {inline.__name__}(RecordInline, admin.TabularInline)`."
                )
                yield describe_admin(inline, inline.model, hint, "006")


def describe_admin(kind, model, hint, number):
    """An error where there are rules, of which nobody would be asked otherwise."""
    text = "It shows and changes records whatever one may see and change."
    if find_policy(model):
        return checks.Error(text, hint=hint, obj=kind, id=f"pages.E{number}")
    return checks.Warning(text, hint=hint, obj=kind, id=f"pages.W{number}")
