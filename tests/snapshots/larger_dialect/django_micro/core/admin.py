from django.contrib import admin

from .models import Fitter, Job, Note


@admin.register(Job)
class JobAdmin(admin.ModelAdmin):
    list_display = (
        "title",
        "state",
        "assigned_to",
        "due_date",
        "minutes",
        "started_at",
    )
    list_filter = (
        "state",
        "due_date",
        "started_at",
    )
    search_fields = ("title",)
    readonly_fields = ("id",)
    list_select_related = ("assigned_to",)
    date_hierarchy = "due_date"


@admin.register(Note)
class NoteAdmin(admin.ModelAdmin):
    list_display = ("job",)
    search_fields = ("text",)
    readonly_fields = ("id",)
    autocomplete_fields = ("job",)
    list_select_related = ("job",)


@admin.register(Fitter)
class FitterAdmin(admin.ModelAdmin):
    list_display = ("name",)
    search_fields = ("name",)
    readonly_fields = ("id",)
