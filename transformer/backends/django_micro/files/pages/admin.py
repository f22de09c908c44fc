"""The admin's pages of the app's records, for those who may see and change them."""

from django.contrib import admin
from django.utils.html import escape

from .permissions import may
from .querysets import restrict


class RecordAdmin(admin.ModelAdmin):
    """Records in the admin: those that one may see, for what one may do with them.

    `computed` names values that the list and the form show besides.
    """

    computed = ()

    def get_queryset(self, request):
        rows = restrict(super().get_queryset(request), request.user)
        return rows.with_computed(*self.computed) if self.shows_values(request) else rows

    def shows_values(self, request):
        """Whether the page is one that shows what is computed; others don't wait for it."""
        if not (self.computed and request.resolver_match):
            return False
        model = f"{self.opts.app_label}_{self.opts.model_name}"
        pages = (f"{model}_changelist", f"{model}_change")
        return request.resolver_match.url_name in pages

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

    def get_form(self, request, obj=None, change=False, **kwargs):
        # The help is a text, but Django takes it for HTML.
        helped = (field for field in self.opts.fields if field.help_text)
        texts = {field.name: escape(field.help_text) for field in helped}
        return super().get_form(request, obj, change, help_texts=texts, **kwargs)
