from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from records.masked_fields import MaskedFieldsMixin

from .models import (
    Account,
    Admin,
    Form,
    Group,
    Medium,
    Model,
    Permission,
    Person,
    Session,
    Text,
    Title,
    User,
    Value,
    View,
)


@admin.register(User)
class UserAdmin(AccountAdmin):
    list_display = (
        "name",
        "models_field",
        "objects_field",
        "pk_field",
    )
    search_fields = (
        "name",
        "models_field",
        "pk_field",
    )
    readonly_fields = ("id",)


@admin.register(Group)
class GroupAdmin(RecordAdmin):
    list_display = (
        "class_field",
        "import_field",
        "members",
    )
    search_fields = (
        "class_field",
        "import_field",
    )
    readonly_fields = ("id",)
    autocomplete_fields = ("members",)
    list_select_related = ("members",)


@admin.register(Session)
class SessionAdmin(RecordAdmin):
    list_display = (
        "key",
        "user",
        "save_field",
        "delete_field",
    )
    list_filter = (
        "save_field",
        "delete_field",
    )
    search_fields = ("key",)
    autocomplete_fields = ("user",)
    list_select_related = ("user",)
    date_hierarchy = "delete_field"

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj:
            # The key stays as it is once a row is there.
            fields = (*fields, "key")
        return fields


@admin.register(Permission)
class PermissionAdmin(RecordAdmin):
    list_display = (
        "id_field",
        "a_b",
        "trailing",
        "leading",
        "full_clean_field",
    )
    list_filter = ("full_clean_field",)
    search_fields = (
        "id_field",
        "trailing",
        "leading",
        "errors_field",
    )
    readonly_fields = ("id",)


@admin.register(Form)
class FormAdmin(RecordAdmin):
    list_display = (
        "auto_id_field",
        "non_field_errors_field",
        "owner",
        "owner_id_field",
        "unique",
        "index",
    )
    search_fields = (
        "auto_id_field",
        "non_field_errors_field",
        "uuid_field",
        "unique",
    )
    readonly_fields = ("id",)
    autocomplete_fields = ("owner",)
    list_select_related = ("owner",)


@admin.register(View)
class ViewAdmin(RecordAdmin):
    list_display = (
        "request",
        "template",
        "object",
    )
    search_fields = (
        "request",
        "template",
    )
    readonly_fields = ("id",)
    autocomplete_fields = ("object",)
    list_select_related = ("object",)


@admin.register(Model)
class ModelAdmin(RecordAdmin):
    list_display = (
        "pk_field",
        "Meta_field",
        "self_field",
        "None_field",
        "True_field",
        "lambda_field",
    )
    list_filter = ("None_field",)
    search_fields = (
        "pk_field",
        "Meta_field",
        "self_field",
    )

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj:
            # The key stays as it is once a row is there.
            fields = (*fields, "pk_field")
        return fields


@admin.register(Account)
class AccountAdmin(MaskedFieldsMixin, RecordAdmin):
    list_display = (
        "first_name",
        "is_active",
        "admin",
    )
    masked = ("password",)
    list_filter = ("is_active",)
    search_fields = ("first_name",)
    readonly_fields = ("id",)
    autocomplete_fields = ("admin",)
    list_select_related = ("admin",)


@admin.register(Medium)
class MediumAdmin(RecordAdmin):
    list_display = ("title",)
    search_fields = ("title",)
    readonly_fields = ("id",)


@admin.register(Admin)
class AdminAdmin(RecordAdmin):
    list_display = (
        "number",
        "login",
    )
    search_fields = ("login",)


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    list_display = ("name",)
    search_fields = ("name",)
    readonly_fields = ("id",)


@admin.register(Title)
class TitleAdmin(RecordAdmin):
    list_display = (
        "name",
        "code",
        "other",
        "parent",
        "kind",
        "day",
        "display_length",
    )
    computed = ("length",)
    list_filter = (
        "kind",
        "day",
    )
    search_fields = (
        "name",
        "code",
    )
    readonly_fields = (
        "id",
        "display_length",
    )
    autocomplete_fields = (
        "other",
        "parent",
    )
    list_select_related = (
        "other",
        "parent",
    )
    date_hierarchy = "day"

    @admin.display(description="{# comment #} <b>", ordering="length")
    def display_length(self, row):
        return self.show(row, "length")


@admin.register(Value)
class ValueAdmin(RecordAdmin):
    list_display = (
        "state",
        "status",
        "empty",
        "true_north",
        "mode",
        "section",
        "field",
        "description",
    )
    list_filter = (
        "state",
        "status",
        "empty",
        "true_north",
    )
    search_fields = (
        "mode",
        "section",
        "field",
        "description",
        "text",
    )
    readonly_fields = ("id",)


@admin.register(Text)
class TextAdmin(RecordAdmin):
    list_display = (
        "title",
        "japanese",
        "arabic",
    )
    search_fields = (
        "title",
        "japanese",
        "arabic",
    )
    readonly_fields = ("id",)
