from django.contrib import admin

from pages.admin import RecordAdmin

from .models import Task


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
