from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from records.masked_fields import MaskedFieldsMixin

from .models import Comment, Ticket, User


@admin.register(User)
class UserAdmin(MaskedFieldsMixin, AccountAdmin):
    list_display = (
        "email",
        "name",
        "role",
        "is_active",
        "joined_at",
    )
    masked = ("phone",)
    list_filter = (
        "role",
        "is_active",
        "joined_at",
    )
    search_fields = (
        "email",
        "name",
    )
    readonly_fields = (
        "id",
        "joined_at",
    )
    date_hierarchy = "joined_at"


@admin.register(Ticket)
class TicketAdmin(RecordAdmin):
    list_display = (
        "number",
        "subject",
        "status",
        "severity",
        "reporter",
        "assignee",
        "respond_by",
        "created_at",
        "updated_at",
    )
    list_filter = (
        "status",
        "severity",
        "respond_by",
        "created_at",
        "updated_at",
    )
    search_fields = (
        "subject",
        "description",
    )
    readonly_fields = (
        "created_at",
        "updated_at",
    )
    autocomplete_fields = (
        "reporter",
        "assignee",
    )
    list_select_related = (
        "reporter",
        "assignee",
    )
    date_hierarchy = "created_at"


@admin.register(Comment)
class CommentAdmin(RecordAdmin):
    list_display = (
        "ticket",
        "author",
        "is_internal",
        "created_at",
    )
    list_filter = (
        "is_internal",
        "created_at",
    )
    search_fields = ("text",)
    readonly_fields = (
        "id",
        "created_at",
    )
    autocomplete_fields = (
        "ticket",
        "author",
    )
    list_select_related = (
        "ticket",
        "author",
    )
    date_hierarchy = "created_at"
