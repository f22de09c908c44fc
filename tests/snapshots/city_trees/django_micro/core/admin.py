from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from records.masked_fields import MaskedFieldsMixin

from .models import Species, Tree, User, Visit, Volunteer


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]


@admin.register(Tree)
class TreeAdmin(RecordAdmin):
    list_display = (
        "number",
        "species",
        "street",
        "district",
        "planted_on",
        "height_m",
        "condition",
        "caretaker",
        "is_protected",
        "recorded_by",
        "recorded_at",
    )
    list_filter = (
        "district",
        "planted_on",
        "condition",
        "is_protected",
        "recorded_at",
    )
    search_fields = (
        "number",
        "street",
    )
    readonly_fields = ("recorded_at",)
    autocomplete_fields = (
        "species",
        "caretaker",
    )
    list_select_related = (
        "species",
        "caretaker",
        "recorded_by",
    )
    date_hierarchy = "recorded_at"

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj:
            # The key stays as it is once a row is there.
            fields = (*fields, "number")
        return fields


@admin.register(Species)
class SpeciesAdmin(RecordAdmin):
    list_display = (
        "name",
        "latin_name",
        "litres_per_week",
        "is_native",
        "about",
    )
    list_filter = ("is_native",)
    search_fields = (
        "name",
        "latin_name",
        "about",
        "notes",
    )
    readonly_fields = ("id",)


@admin.register(Volunteer)
class VolunteerAdmin(MaskedFieldsMixin, RecordAdmin):
    list_display = (
        "name",
        "email",
        "district",
        "has_keys",
        "since",
    )
    masked = ("phone",)
    list_filter = (
        "has_keys",
        "since",
    )
    search_fields = (
        "name",
        "email",
        "district",
    )
    readonly_fields = ("id",)
    date_hierarchy = "since"


@admin.register(Visit)
class VisitAdmin(RecordAdmin):
    list_display = (
        "tree",
        "volunteer",
        "visited_on",
        "started_at",
        "minutes",
        "litres",
        "found",
        "recorded_at",
    )
    list_filter = (
        "visited_on",
        "found",
        "recorded_at",
    )
    search_fields = ("remarks",)
    readonly_fields = (
        "id",
        "recorded_at",
    )
    autocomplete_fields = (
        "tree",
        "volunteer",
    )
    list_select_related = (
        "tree",
        "volunteer",
    )
    date_hierarchy = "recorded_at"
