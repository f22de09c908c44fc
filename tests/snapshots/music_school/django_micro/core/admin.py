from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin

from .models import Lesson, Loan, Pupil, Teacher, User


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]


@admin.register(Pupil)
class PupilAdmin(RecordAdmin):
    list_display = (
        "name",
        "email",
        "level",
        "fee",
        "active",
        "joined_at",
        "changed_at",
    )
    list_filter = (
        "level",
        "active",
        "joined_at",
        "changed_at",
    )
    search_fields = (
        "name",
        "email",
        "notes",
    )
    readonly_fields = (
        "id",
        "joined_at",
        "changed_at",
    )
    date_hierarchy = "joined_at"


@admin.register(Teacher)
class TeacherAdmin(RecordAdmin):
    list_display = (
        "name",
        "room",
    )
    search_fields = (
        "name",
        "room",
    )
    readonly_fields = ("id",)


@admin.register(Lesson)
class LessonAdmin(RecordAdmin):
    list_display = (
        "title",
        "pupil",
        "teacher",
        "priority",
        "status",
        "minutes",
        "starts_at",
    )
    list_filter = (
        "priority",
        "status",
        "starts_at",
    )
    search_fields = ("title",)
    readonly_fields = ("id",)
    autocomplete_fields = (
        "pupil",
        "teacher",
    )
    list_select_related = (
        "pupil",
        "teacher",
    )
    date_hierarchy = "starts_at"


@admin.register(Loan)
class LoanAdmin(RecordAdmin):
    list_display = (
        "instrument",
        "pupil",
        "since",
        "back_by",
    )
    list_filter = (
        "since",
        "back_by",
    )
    search_fields = ("instrument",)
    readonly_fields = ("id",)
    autocomplete_fields = ("pupil",)
    list_select_related = ("pupil",)
    date_hierarchy = "since"
