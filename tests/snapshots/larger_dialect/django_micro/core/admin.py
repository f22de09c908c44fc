from django.contrib import admin

from .models import Issue, Reader


@admin.register(Reader)
class ReaderAdmin(admin.ModelAdmin):
    list_display = (
        "name",
        "email",
    )
    search_fields = (
        "name",
        "email",
    )
    readonly_fields = ("id",)


@admin.register(Issue)
class IssueAdmin(admin.ModelAdmin):
    list_display = (
        "title",
        "sent_at",
    )
    list_filter = ("sent_at",)
    search_fields = (
        "title",
        "text",
    )
    readonly_fields = ("id",)
    date_hierarchy = "sent_at"
