"""The transitions of a row in the admin, to be read."""

from django.contrib.contenttypes.admin import GenericTabularInline

from .models import StateChange


class StateChangeInline(GenericTabularInline):
    model = StateChange
    ct_field, ct_fk_field = "content_type", "object_key"
    fields = readonly_fields = ("made_at", "user")
    extra = 0

    def get_queryset(self, request):
        # Django asks without a row here, and finds none.
        return self.model.objects.select_related("user")

    def has_view_permission(self, request, obj=None):
        # Whoever sees the row may see what became of it.
        return obj is not None

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
