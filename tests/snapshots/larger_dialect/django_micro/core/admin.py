from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from records.audit.admin import AuditInline

from .models import Issue, Reader, User


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]


@admin.register(Reader)
class ReaderAdmin(RecordAdmin):
    list_display = (
        "name",
        "email",
        "language",
    )
    list_filter = ("language",)
    search_fields = (
        "name",
        "email",
    )
    readonly_fields = ("id",)


@admin.register(Issue)
class IssueAdmin(RecordAdmin):
    list_display = (
        "title",
        "sent_at",
        "seen_until",
        "deleted_at",
        "deleted_by",
    )
    list_filter = (
        "sent_at",
        "seen_until",
        "deleted_at",
    )
    search_fields = (
        "title",
        "text",
    )
    readonly_fields = (
        "id",
        "deleted_at",
        "deleted_by",
    )
    list_select_related = ("deleted_by",)
    date_hierarchy = "sent_at"
    inlines = [AuditInline]
