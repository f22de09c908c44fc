from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from pages.hidden_fields import HiddenFieldsMixin
from records.audit.admin import AuditInline
from records.masked_fields import MaskedFieldsMixin
from records.tracking.admin import StateChangeInline

from .models import House, Invoice, Note, Repair, User


@admin.register(User)
class UserAdmin(MaskedFieldsMixin, AccountAdmin):
    list_display = (
        "email",
        "name",
        "role",
        "house",
        "since",
    )
    masked = ("phone",)
    list_filter = (
        "role",
        "since",
    )
    search_fields = (
        "email",
        "name",
    )
    readonly_fields = ("id",)
    autocomplete_fields = ("house",)
    list_select_related = ("house",)
    date_hierarchy = "since"


@admin.register(House)
class HouseAdmin(RecordAdmin):
    list_display = (
        "street",
        "budget",
        "display_waiting",
        "display_spent",
        "display_left",
        "display_share",
    )
    computed = (
        "waiting",
        "spent",
        "left",
        "share",
    )
    search_fields = ("street",)
    readonly_fields = (
        "id",
        "display_waiting",
        "display_spent",
        "display_left",
        "display_share",
    )

    @admin.display(description="Still broken", ordering="waiting")
    def display_waiting(self, row):
        return self.show(row, "waiting")

    @admin.display(description="Spent", ordering="spent")
    def display_spent(self, row):
        return self.show(row, "spent")

    @admin.display(description="Left", ordering="left")
    def display_left(self, row):
        return self.show(row, "left")

    @admin.display(description="Share", ordering="share")
    def display_share(self, row):
        return self.show(row, "share")


@admin.register(Repair)
class RepairAdmin(HiddenFieldsMixin, RecordAdmin):
    list_display = (
        "number",
        "title",
        "status",
        "urgency",
        "house",
        "reporter",
        "caretaker",
        "due",
        "reported_at",
        "finished_at",
        "minutes",
        "parts",
        "is_public",
        "withdrawn_at",
        "withdrawn_by",
        "revision",
        "display_days_open",
        "display_days_left",
        "display_cost",
        "display_overspent",
        "display_on_site",
    )
    computed = (
        "days_open",
        "days_left",
        "cost",
        "overspent",
        "on_site",
    )
    list_filter = (
        "status",
        "urgency",
        "due",
        "reported_at",
        "finished_at",
        "is_public",
        "withdrawn_at",
    )
    search_fields = (
        "title",
        "details",
    )
    readonly_fields = (
        "reported_at",
        "withdrawn_at",
        "withdrawn_by",
        "revision",
        "display_days_open",
        "display_days_left",
        "display_cost",
        "display_overspent",
        "display_on_site",
    )
    autocomplete_fields = (
        "house",
        "reporter",
        "caretaker",
        "withdrawn_by",
    )
    list_select_related = (
        "house",
        "reporter",
        "caretaker",
        "withdrawn_by",
    )
    date_hierarchy = "reported_at"
    inlines = [StateChangeInline, AuditInline]

    @admin.display(description="Open for (days)", ordering="days_open")
    def display_days_open(self, row):
        return self.show(row, "days_open")

    @admin.display(description="Days left", ordering="days_left")
    def display_days_left(self, row):
        return self.show(row, "days_left")

    @admin.display(description="Cost", ordering="cost")
    def display_cost(self, row):
        return self.show(row, "cost")

    @admin.display(description="Overspent", ordering="overspent")
    def display_overspent(self, row):
        return self.show(row, "overspent")

    @admin.display(description="On site", ordering="on_site")
    def display_on_site(self, row):
        return self.show(row, "on_site")


@admin.register(Note)
class NoteAdmin(RecordAdmin):
    list_display = (
        "repair",
        "author",
        "written_at",
        "is_public",
        "withdrawn_at",
        "withdrawn_by",
    )
    list_filter = (
        "written_at",
        "is_public",
        "withdrawn_at",
    )
    search_fields = ("text",)
    readonly_fields = (
        "id",
        "written_at",
        "withdrawn_at",
        "withdrawn_by",
    )
    autocomplete_fields = (
        "repair",
        "author",
        "withdrawn_by",
    )
    list_select_related = (
        "repair",
        "author",
        "withdrawn_by",
    )
    date_hierarchy = "written_at"
    inlines = [AuditInline]


@admin.register(Invoice)
class InvoiceAdmin(RecordAdmin):
    list_display = (
        "repair",
        "amount",
        "sent_on",
        "paid_on",
    )
    list_filter = (
        "sent_on",
        "paid_on",
    )
    search_fields = ("pk",)
    readonly_fields = (
        "id",
        "sent_on",
    )
    autocomplete_fields = ("repair",)
    list_select_related = ("repair",)
    date_hierarchy = "sent_on"
    inlines = [AuditInline]
