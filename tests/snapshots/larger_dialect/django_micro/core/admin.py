from django.contrib import admin

from .models import Address, Fitter, Job, Note, Receipt, Site, Tool


@admin.register(Job)
class JobAdmin(admin.ModelAdmin):
    list_display = (
        "created_at",
        "updated_at",
        "title",
        "state",
        "assigned_to",
        "due_date",
        "minutes",
        "started_at",
        "site",
        "version",
    )
    list_filter = (
        "created_at",
        "updated_at",
        "state",
        "due_date",
        "started_at",
    )
    search_fields = ("title",)
    readonly_fields = (
        "id",
        "created_at",
        "updated_at",
        "version",
    )
    autocomplete_fields = (
        "assigned_to",
        "site",
    )
    list_select_related = (
        "assigned_to",
        "site",
    )
    date_hierarchy = "created_at"


@admin.register(Note)
class NoteAdmin(admin.ModelAdmin):
    list_display = ("job",)
    search_fields = ("text",)
    readonly_fields = ("id",)
    autocomplete_fields = ("job",)
    list_select_related = ("job",)


@admin.register(Receipt)
class ReceiptAdmin(admin.ModelAdmin):
    list_display = (
        "job",
        "paid",
    )
    search_fields = ("pk",)
    readonly_fields = ("id",)
    autocomplete_fields = ("job",)
    list_select_related = ("job",)


@admin.register(Site)
class SiteAdmin(admin.ModelAdmin):
    list_display = ("name",)
    search_fields = ("name",)
    readonly_fields = ("id",)


@admin.register(Address)
class AddressAdmin(admin.ModelAdmin):
    list_display = (
        "street",
        "city",
    )
    search_fields = (
        "street",
        "city",
    )
    readonly_fields = ("id",)


@admin.register(Tool)
class ToolAdmin(admin.ModelAdmin):
    list_display = ("name",)
    search_fields = ("name",)
    readonly_fields = ("id",)


@admin.register(Fitter)
class FitterAdmin(admin.ModelAdmin):
    list_display = ("name",)
    search_fields = ("name",)
    readonly_fields = ("id",)
