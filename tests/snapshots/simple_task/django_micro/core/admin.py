from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin

from .models import Task, User


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]


@admin.register(Task)
class TaskAdmin(RecordAdmin):
    list_display = (
        "title",
        "status",
        "priority",
        "due_date",
        "completed",
        "created_at",
        "updated_at",
    )
    list_filter = (
        "status",
        "priority",
        "due_date",
        "completed",
        "created_at",
        "updated_at",
    )
    search_fields = (
        "title",
        "description",
    )
    readonly_fields = (
        "id",
        "created_at",
        "updated_at",
    )
    date_hierarchy = "created_at"
