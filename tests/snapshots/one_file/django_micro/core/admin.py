from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin

from .models import Book, User


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]


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
