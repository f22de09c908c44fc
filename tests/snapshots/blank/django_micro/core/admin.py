from django.contrib import admin

from pages.accounts.admin import AccountAdmin

from .models import User


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]
