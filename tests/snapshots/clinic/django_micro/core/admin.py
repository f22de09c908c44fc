from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from pages.hidden_fields import HiddenFieldsMixin
from records.audit.admin import AuditInline
from records.masked_fields import MaskedFieldsMixin
from records.tracking.admin import StateChangeInline

from .models import (
    Appointment,
    Card,
    Department,
    Doctor,
    Finding,
    Invoice,
    Line,
    Patient,
    User,
    Ward,
)


@admin.register(Doctor)
class DoctorAdmin(RecordAdmin):
    list_display = (
        "name",
        "licence",
        "account",
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
        "account",
        "ward",
        "mentor",
    )
    list_select_related = (
        "account",
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
class PatientAdmin(HiddenFieldsMixin, MaskedFieldsMixin, RecordAdmin):
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
    inlines = [AuditInline]


@admin.register(Appointment)
class AppointmentAdmin(HiddenFieldsMixin, RecordAdmin):
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
    inlines = [StateChangeInline, AuditInline]


@admin.register(Finding)
class FindingAdmin(RecordAdmin):
    list_display = (
        "appointment",
        "author",
        "written_at",
    )
    list_filter = ("written_at",)
    search_fields = ("text",)
    readonly_fields = (
        "id",
        "written_at",
    )
    autocomplete_fields = (
        "appointment",
        "author",
    )
    list_select_related = (
        "appointment__patient",
        "author",
    )
    date_hierarchy = "written_at"
    inlines = [AuditInline]


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


@admin.register(User)
class UserAdmin(AccountAdmin):
    list_display = (
        "email",
        "name",
        "role",
    )
    list_filter = ("role",)
    search_fields = (
        "email",
        "name",
    )
    readonly_fields = ("id",)


@admin.register(Invoice)
class InvoiceAdmin(RecordAdmin):
    list_display = (
        "number",
        "appointment",
        "state",
        "issued_on",
        "due_on",
        "paid_on",
        "insured",
        "display_patient",
        "display_total",
        "display_by_insurance",
        "display_to_pay",
        "display_overdue",
    )
    computed = (
        "patient",
        "total",
        "by_insurance",
        "to_pay",
        "overdue",
    )
    list_filter = (
        "state",
        "issued_on",
        "due_on",
        "paid_on",
    )
    search_fields = ("pk",)
    readonly_fields = (
        "display_patient",
        "display_total",
        "display_by_insurance",
        "display_to_pay",
        "display_overdue",
    )
    autocomplete_fields = ("appointment",)
    list_select_related = ("appointment__patient",)
    date_hierarchy = "issued_on"
    inlines = [StateChangeInline, AuditInline]

    @admin.display(description="Patient", ordering="patient")
    def display_patient(self, row):
        return self.show(row, "patient")

    @admin.display(description="Total", ordering="total")
    def display_total(self, row):
        return self.show(row, "total")

    @admin.display(description="By insurance", ordering="by_insurance")
    def display_by_insurance(self, row):
        return self.show(row, "by_insurance")

    @admin.display(description="To pay", ordering="to_pay")
    def display_to_pay(self, row):
        return self.show(row, "to_pay")

    @admin.display(description="Overdue", ordering="overdue", boolean=True)
    def display_overdue(self, row):
        return row.overdue


@admin.register(Line)
class LineAdmin(RecordAdmin):
    list_display = (
        "invoice",
        "what",
        "quantity",
        "price",
        "display_amount",
    )
    computed = ("amount",)
    search_fields = ("what",)
    readonly_fields = (
        "id",
        "display_amount",
    )
    autocomplete_fields = ("invoice",)
    list_select_related = ("invoice",)

    @admin.display(description="Amount", ordering="amount")
    def display_amount(self, row):
        return self.show(row, "amount")
