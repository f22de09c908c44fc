"""What became of rows, in the admin: to be read, and taken along as a file."""

from django.contrib import admin
from django.contrib.contenttypes.admin import GenericTabularInline
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..permissions import may
from ..values import GroupedFormatter
from .files import export_entries
from .models import AuditEntry
from .records import list_entries
from .wording import word_entry

SHOWN = 20


class ReadOnlyMixin:
    """Nobody changes what is kept, whatever else one may do."""

    @admin.display(description=gettext_lazy("Who"), ordering="user")
    def who(self, entry):
        return entry.who

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


def show_changes(entry, masked):
    """The changes of an entry, a line for each value."""
    lines = word_entry(entry, GroupedFormatter(), masked=masked)
    said = ((title, before or "–", after or "–") for title, before, after in lines)
    return format_html_join(mark_safe("<br>"), "{}: {} → {}", said)


class AuditInline(ReadOnlyMixin, GenericTabularInline):
    """The last entries of a row, beside the row."""

    model = AuditEntry
    ct_field, ct_fk_field = "content_type", "object_key"
    fields = readonly_fields = ("made_at", "who", "operation", "shown_changes")
    extra = 0

    def get_formset(self, request, obj=None, **kwargs):
        self.row = obj
        self.shows_all = may(request.user, "change", self.parent_model, obj)
        return super().get_formset(request, obj, **kwargs)

    def get_queryset(self, request):
        if self.row is None:
            return self.model.objects.none()
        last = list_entries(self.row).values_list("pk", flat=True)[:SHOWN]
        rows = self.model.objects.filter(pk__in=list(last))
        return rows.select_related("user")

    def has_view_permission(self, request, obj=None):
        # Whoever sees the row may see what became of it.
        return obj is not None

    @admin.display(description=gettext_lazy("Changes"))
    def shown_changes(self, entry):
        return show_changes(entry, () if self.shows_all else None)


@admin.register(AuditEntry)
class AuditEntryAdmin(ReadOnlyMixin, admin.ModelAdmin):
    """All entries, also of rows that are gone, for superusers, who see everything."""

    list_display = ["made_at", "who", "operation", "content_type", "object_name"]
    list_filter = ["operation", "is_gone", "content_type", "made_at"]
    list_select_related = ["user", "content_type"]
    search_fields = ["object_name", "=object_key", "user_name"]
    fields = readonly_fields = [*list_display, "object_key", "is_gone", "shown_changes"]
    actions = ["export_csv"]
    show_full_result_count = False

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_view_permission(self, request, obj=None):
        return request.user.is_active and request.user.is_superuser

    @admin.display(description=gettext_lazy("Changes"))
    def shown_changes(self, entry):
        return show_changes(entry, ())

    @admin.action(description=gettext_lazy("Export as CSV"), permissions=["view"])
    def export_csv(self, request, queryset):
        return export_entries(queryset, _("Changes"))
