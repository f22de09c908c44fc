from django.contrib import admin

from pages.admin import PlainHelpMixin

from .models import House, Invoice, Note, Repair, User


@admin.register(User)
class UserAdmin(PlainHelpMixin, admin.ModelAdmin):
    list_display = (
        "email",
        "name",
        "role",
        "house",
        "since",
    )
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
class HouseAdmin(admin.ModelAdmin):
    list_display = (
        "street",
        "budget",
    )
    search_fields = ("street",)
    readonly_fields = ("id",)


@admin.register(Repair)
class RepairAdmin(admin.ModelAdmin):
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
        "report",
    )
    readonly_fields = (
        "reported_at",
        "withdrawn_at",
        "withdrawn_by",
        "revision",
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


@admin.register(Note)
class NoteAdmin(admin.ModelAdmin):
    list_display = (
        "repair",
        "author",
        "written_at",
        "is_public",
    )
    list_filter = (
        "written_at",
        "is_public",
    )
    search_fields = ("text",)
    readonly_fields = (
        "id",
        "written_at",
    )
    autocomplete_fields = (
        "repair",
        "author",
    )
    list_select_related = (
        "repair",
        "author",
    )
    date_hierarchy = "written_at"


@admin.register(Invoice)
class InvoiceAdmin(admin.ModelAdmin):
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
