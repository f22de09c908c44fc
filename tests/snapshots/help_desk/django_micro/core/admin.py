from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from pages.hidden_fields import HiddenFieldsMixin
from records.audit.admin import AuditInline
from records.masked_fields import MaskedFieldsMixin
from records.tracking.admin import StateChangeInline

from .models import Comment, Ticket, User


@admin.register(Ticket)
class TicketAdmin(HiddenFieldsMixin, MaskedFieldsMixin, RecordAdmin):
    list_display = (
        "removed_at",
        "removed_by",
        "number",
        "subject",
        "status",
        "priority",
        "reporter",
        "assignee",
        "minutes",
        "opened_at",
        "answer_by",
        "display_late",
    )
    computed = ("late",)
    masked = ("callback",)
    list_filter = (
        "removed_at",
        "status",
        "priority",
        "opened_at",
        "answer_by",
    )
    search_fields = (
        "subject",
        "description",
        "solution",
    )
    readonly_fields = (
        "removed_at",
        "removed_by",
        "opened_at",
        "display_late",
    )
    autocomplete_fields = (
        "removed_by",
        "reporter",
        "assignee",
    )
    list_select_related = (
        "removed_by",
        "reporter",
        "assignee",
    )
    date_hierarchy = "opened_at"
    inlines = [StateChangeInline, AuditInline]

    @admin.display(description="Late", ordering="late", boolean=True)
    def display_late(self, row):
        return row.late


@admin.register(Comment)
class CommentAdmin(HiddenFieldsMixin, RecordAdmin):
    list_display = (
        "removed_at",
        "removed_by",
        "ticket",
        "author",
        "is_internal",
        "written_at",
    )
    list_filter = (
        "removed_at",
        "is_internal",
        "written_at",
    )
    search_fields = ("text",)
    readonly_fields = (
        "id",
        "removed_at",
        "removed_by",
        "written_at",
    )
    autocomplete_fields = (
        "removed_by",
        "ticket",
        "author",
    )
    list_select_related = (
        "removed_by",
        "ticket",
        "author",
    )
    date_hierarchy = "written_at"
    inlines = [AuditInline]


@admin.register(User)
class UserAdmin(AccountAdmin):
    list_display = (
        "email",
        "name",
        "role",
    )
    list_filter = ("role",)
    search_fields = (
        "email",
        "name",
    )
    readonly_fields = ("id",)
