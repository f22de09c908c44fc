"""The admin's pages of the app's records, for those who may see and change them."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError
from django.utils.html import escape

from .forms import describe_refusal
from .permissions import may
from .querysets import restrict


class RecordAdmin(admin.ModelAdmin):
    """Records in the admin: those that one may see, for what one may do with them."""

    def get_queryset(self, request):
        return restrict(super().get_queryset(request), request.user)

    def has_view_permission(self, request, obj=None):
        may_view = may(request.user, "view", self.model, obj)
        return may_view or self.has_change_permission(request, obj)

    def has_add_permission(self, request):
        return may(request.user, "add", self.model)

    def has_change_permission(self, request, obj=None):
        return may(request.user, "change", self.model, obj)

    def has_delete_permission(self, request, obj=None):
        return may(request.user, "delete", self.model, obj)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field and hasattr(field, "queryset"):
            field.queryset = restrict(field.queryset, request.user)
        return field

    def changeform_view(self, request, *args, **kwargs):
        try:
            return super().changeform_view(request, *args, **kwargs)
        except (DataError, IntegrityError) as error:
            # Nothing was written; now the form says why.
            request.refusal = describe_refusal(error)
            return super().changeform_view(request, *args, **kwargs)

    def get_form(self, request, obj=None, change=False, **kwargs):
        # The help is a text, but Django takes it for HTML.
        helped = (field for field in self.opts.fields if field.help_text)
        texts = {field.name: escape(field.help_text) for field in helped}
        form_class = super().get_form(
            request, obj, change=change, help_texts=texts, **kwargs
        )
        if refusal := getattr(request, "refusal", None):
            return refuse(form_class, refusal)
        return form_class


def refuse(form_class, text):
    """Return a form that is never right, whatever is filled in."""

    class RefusedForm(form_class):
        def clean(self):
            super().clean()
            raise ValidationError(text)

    return RefusedForm
