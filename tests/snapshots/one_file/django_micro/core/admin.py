from django.contrib import admin

from pages.admin import RecordAdmin

from .models import Book


@admin.register(Book)
class BookAdmin(RecordAdmin):
    list_display = (
        "title",
        "author",
        "pages",
        "finished_on",
    )
    list_filter = ("finished_on",)
    search_fields = (
        "title",
        "author",
    )
    readonly_fields = ("id",)
    date_hierarchy = "finished_on"
