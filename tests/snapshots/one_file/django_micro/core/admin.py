from django.contrib import admin

from .models import Book


@admin.register(Book)
class BookAdmin(admin.ModelAdmin):
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
