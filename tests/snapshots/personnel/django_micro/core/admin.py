from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from records.masked_fields import MaskedFieldsMixin
from records.tracking.admin import StateChangeInline

from .models import Absence, Contract, Employer, Review, User


@admin.register(Employer)
class EmployerAdmin(RecordAdmin):
    list_display = (
        "name",
        "town",
    )
    search_fields = (
        "name",
        "town",
    )
    readonly_fields = ("id",)


@admin.register(User)
class UserAdmin(AccountAdmin):
    list_display = (
        "email",
        "name",
        "role",
        "employer",
        "lead",
        "desk",
    )
    list_filter = ("role",)
    search_fields = (
        "email",
        "name",
        "desk",
    )
    readonly_fields = ("id",)
    autocomplete_fields = (
        "employer",
        "lead",
    )
    list_select_related = (
        "employer",
        "lead",
    )


@admin.register(Contract)
class ContractAdmin(RecordAdmin):
    list_display = (
        "employer",
        "person",
        "job",
        "salary",
        "hours",
        "starts",
        "ends",
        "display_hourly",
    )
    computed = ("hourly",)
    list_filter = (
        "starts",
        "ends",
    )
    search_fields = ("job",)
    readonly_fields = (
        "id",
        "display_hourly",
    )
    autocomplete_fields = (
        "employer",
        "person",
    )
    list_select_related = (
        "employer",
        "person",
    )
    date_hierarchy = "starts"

    @admin.display(description="Pay, an hour", ordering="hourly")
    def display_hourly(self, row):
        return self.show(row, "hourly")


@admin.register(Absence)
class AbsenceAdmin(MaskedFieldsMixin, RecordAdmin):
    list_display = (
        "employer",
        "person",
        "kind",
        "starts",
        "ends",
        "state",
    )
    masked = ("reason",)
    list_filter = (
        "kind",
        "starts",
        "ends",
        "state",
    )
    search_fields = ("pk",)
    readonly_fields = ("id",)
    autocomplete_fields = (
        "employer",
        "person",
    )
    list_select_related = (
        "employer",
        "person",
    )
    date_hierarchy = "starts"
    inlines = [StateChangeInline]


@admin.register(Review)
class ReviewAdmin(RecordAdmin):
    list_display = (
        "employer",
        "person",
        "held_by",
        "held_on",
        "rating",
        "is_shared",
    )
    list_filter = (
        "held_on",
        "is_shared",
    )
    search_fields = ("text",)
    readonly_fields = ("id",)
    autocomplete_fields = (
        "employer",
        "person",
        "held_by",
    )
    list_select_related = (
        "employer",
        "person",
        "held_by",
    )
    date_hierarchy = "held_on"
