from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from pages.masked_fields import MaskedFieldsMixin

from .models import Appointment, Card, Department, Doctor, Patient, User, Ward


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]


@admin.register(Doctor)
class DoctorAdmin(RecordAdmin):
    list_display = (
        "name",
        "licence",
        "email",
        "ward",
        "mentor",
    )
    search_fields = (
        "name",
        "licence",
        "email",
    )
    readonly_fields = ("id",)
    autocomplete_fields = (
        "ward",
        "mentor",
    )
    list_select_related = (
        "ward",
        "mentor",
    )


@admin.register(Ward)
class WardAdmin(RecordAdmin):
    list_display = (
        "name",
        "department",
        "beds",
    )
    search_fields = ("name",)
    readonly_fields = ("id",)
    autocomplete_fields = ("department",)
    list_select_related = ("department",)


@admin.register(Department)
class DepartmentAdmin(RecordAdmin):
    list_display = (
        "name",
        "head",
    )
    search_fields = ("name",)
    readonly_fields = ("id",)
    autocomplete_fields = ("head",)
    list_select_related = ("head",)


@admin.register(Patient)
class PatientAdmin(MaskedFieldsMixin, RecordAdmin):
    list_display = (
        "name",
        "registered_at",
    )
    masked = (
        "born_on",
        "phone",
        "insurance",
        "allergies",
    )
    list_filter = ("registered_at",)
    search_fields = ("name",)
    readonly_fields = (
        "id",
        "registered_at",
    )
    date_hierarchy = "registered_at"


@admin.register(Appointment)
class AppointmentAdmin(MaskedFieldsMixin, RecordAdmin):
    list_display = (
        "patient",
        "doctor",
        "referred_by",
        "day",
        "starts_at",
        "room",
        "state",
        "reason",
        "booked_at",
    )
    masked = ("findings",)
    list_filter = (
        "day",
        "state",
        "booked_at",
    )
    search_fields = (
        "room",
        "reason",
    )
    readonly_fields = (
        "id",
        "booked_at",
    )
    autocomplete_fields = (
        "patient",
        "doctor",
        "referred_by",
    )
    list_select_related = (
        "patient",
        "doctor",
        "referred_by",
    )
    date_hierarchy = "booked_at"


@admin.register(Card)
class CardAdmin(RecordAdmin):
    list_display = (
        "patient",
        "number",
    )
    search_fields = ("number",)
    readonly_fields = ("id",)
    autocomplete_fields = ("patient",)
    list_select_related = ("patient",)
