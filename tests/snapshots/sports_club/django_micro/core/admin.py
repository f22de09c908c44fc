from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from records.audit.admin import AuditInline
from records.masked_fields import MaskedFieldsMixin
from records.tracking.admin import StateChangeInline

from .models import (
    Address,
    Booking,
    Club,
    Ground,
    Lock,
    Locker,
    Match,
    MedicalCard,
    Member,
    Team,
    Trophy,
)


@admin.register(Club)
class ClubAdmin(RecordAdmin):
    list_display = (
        "name",
        "founded",
    )
    list_filter = ("founded",)
    search_fields = ("name",)
    readonly_fields = ("id",)
    date_hierarchy = "founded"


@admin.register(Member)
class MemberAdmin(AccountAdmin):
    list_display = (
        "club",
        "name",
        "email",
        "birthday",
        "left_at",
    )
    list_filter = (
        "birthday",
        "left_at",
    )
    search_fields = (
        "name",
        "email",
    )
    readonly_fields = (
        "id",
        "left_at",
    )
    autocomplete_fields = ("club",)
    list_select_related = ("club",)
    date_hierarchy = "birthday"


@admin.register(MedicalCard)
class MedicalCardAdmin(MaskedFieldsMixin, RecordAdmin):
    list_display = (
        "member",
        "revision",
    )
    masked = (
        "blood_group",
        "allergies",
    )
    search_fields = ("pk",)
    readonly_fields = (
        "id",
        "revision",
    )
    autocomplete_fields = ("member",)
    list_select_related = ("member",)
    inlines = [AuditInline]


@admin.register(Address)
class AddressAdmin(RecordAdmin):
    list_display = (
        "street",
        "town",
        "member",
    )
    search_fields = (
        "street",
        "town",
    )
    readonly_fields = ("id",)
    autocomplete_fields = ("member",)
    list_select_related = ("member",)


@admin.register(Team)
class TeamAdmin(RecordAdmin):
    list_display = (
        "club",
        "created_at",
        "updated_at",
        "created_by",
        "updated_by",
        "name",
        "trainer",
    )
    list_filter = (
        "created_at",
        "updated_at",
    )
    search_fields = ("name",)
    readonly_fields = (
        "id",
        "created_at",
        "updated_at",
        "created_by",
        "updated_by",
    )
    autocomplete_fields = (
        "club",
        "created_by",
        "updated_by",
        "trainer",
        "players",
    )
    list_select_related = (
        "club",
        "created_by",
        "updated_by",
        "trainer",
    )
    date_hierarchy = "created_at"


@admin.register(Match)
class MatchAdmin(RecordAdmin):
    list_display = (
        "club",
        "opponent",
        "team",
        "ground",
        "kick_off",
        "goals_for",
        "goals_against",
        "status",
        "deleted_at",
        "deleted_by",
        "display_goal_difference",
    )
    computed = ("goal_difference",)
    list_filter = (
        "kick_off",
        "status",
        "deleted_at",
    )
    search_fields = ("opponent",)
    readonly_fields = (
        "id",
        "deleted_at",
        "deleted_by",
        "display_goal_difference",
    )
    autocomplete_fields = (
        "club",
        "team",
        "ground",
        "deleted_by",
    )
    list_select_related = (
        "club",
        "team",
        "ground",
        "deleted_by",
    )
    date_hierarchy = "kick_off"
    inlines = [StateChangeInline]

    @admin.display(description="Goal difference", ordering="goal_difference")
    def display_goal_difference(self, row):
        return self.show(row, "goal_difference")


@admin.register(Trophy)
class TrophyAdmin(RecordAdmin):
    list_display = (
        "created_at",
        "updated_at",
        "created_by",
        "updated_by",
        "name",
        "won_on",
        "team",
    )
    list_filter = (
        "created_at",
        "updated_at",
        "won_on",
    )
    search_fields = ("name",)
    readonly_fields = (
        "id",
        "created_at",
        "updated_at",
        "created_by",
        "updated_by",
    )
    autocomplete_fields = (
        "created_by",
        "updated_by",
        "team",
    )
    list_select_related = (
        "created_by",
        "updated_by",
        "team",
    )
    date_hierarchy = "created_at"


@admin.register(Ground)
class GroundAdmin(RecordAdmin):
    list_display = (
        "club",
        "name",
        "kind",
    )
    list_filter = ("kind",)
    search_fields = ("name",)
    readonly_fields = ("id",)
    autocomplete_fields = ("club",)
    list_select_related = ("club",)


@admin.register(Booking)
class BookingAdmin(RecordAdmin):
    list_display = (
        "ground",
        "member",
        "starts_at",
        "hours",
        "cancelled",
        "created_at",
        "updated_at",
        "created_by",
        "updated_by",
    )
    list_filter = (
        "starts_at",
        "cancelled",
        "created_at",
        "updated_at",
    )
    search_fields = ("pk",)
    readonly_fields = (
        "id",
        "created_at",
        "updated_at",
        "created_by",
        "updated_by",
    )
    autocomplete_fields = (
        "ground",
        "member",
        "created_by",
        "updated_by",
    )
    list_select_related = (
        "ground",
        "member",
        "created_by",
        "updated_by",
    )
    date_hierarchy = "created_at"


@admin.register(Locker)
class LockerAdmin(RecordAdmin):
    list_display = (
        "number",
        "starts_at",
        "seasons",
        "created_at",
        "updated_at",
        "created_by",
        "updated_by",
    )
    list_filter = (
        "starts_at",
        "created_at",
        "updated_at",
    )
    search_fields = ("number",)
    readonly_fields = (
        "id",
        "created_at",
        "updated_at",
        "created_by",
        "updated_by",
    )
    autocomplete_fields = (
        "created_by",
        "updated_by",
    )
    list_select_related = (
        "created_by",
        "updated_by",
    )
    date_hierarchy = "created_at"


@admin.register(Lock)
class LockAdmin(MaskedFieldsMixin, RecordAdmin):
    list_display = (
        "maker",
        "locker",
    )
    masked = ("combination",)
    search_fields = ("maker",)
    readonly_fields = ("id",)
    autocomplete_fields = ("locker",)
    list_select_related = ("locker",)
