from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from records.masked_fields import MaskedFieldsMixin

from .models import (
    Choice,
    Feed,
    Link,
    Moment,
    Number,
    Reading,
    Setting,
    Subscriber,
    Text,
    User,
)


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]


@admin.register(Text)
class TextAdmin(MaskedFieldsMixin, RecordAdmin):
    list_display = (
        "title",
        "code",
        "nickname",
        "homepage",
        "address",
        "motto",
        "reply_to",
        "docs",
        "path",
        "zone",
        "home_zone",
    )
    masked = (
        "secret",
        "email",
    )
    search_fields = (
        "title",
        "code",
        "nickname",
        "body",
        "homepage",
        "address",
        "motto",
        "tagline",
        "reply_to",
        "docs",
        "path",
    )
    readonly_fields = ("id",)


@admin.register(Number)
class NumberAdmin(RecordAdmin):
    list_display = (
        "key",
        "whole",
        "signed",
        "ratio",
        "temperature",
        "share",
        "exact",
        "price",
        "fee",
        "rank",
        "flag",
        "agreed",
        "active",
    )
    list_filter = (
        "flag",
        "agreed",
        "active",
    )
    search_fields = ("pk",)


@admin.register(Moment)
class MomentAdmin(RecordAdmin):
    list_display = (
        "label",
        "made_at",
        "changed_at",
        "made_on",
        "changed_on",
        "made_at_time",
        "changed_at_time",
        "day",
        "yesterday",
        "next_week",
        "fixed_day",
        "moment",
        "earlier",
        "soon",
        "midnight",
        "fixed",
        "clock",
        "opening",
    )
    list_filter = (
        "made_at",
        "changed_at",
        "made_on",
        "changed_on",
        "day",
        "yesterday",
        "next_week",
        "fixed_day",
        "moment",
        "earlier",
        "soon",
        "midnight",
        "fixed",
    )
    search_fields = ("label",)
    readonly_fields = (
        "id",
        "made_at",
        "changed_at",
        "made_on",
        "changed_on",
        "made_at_time",
        "changed_at_time",
    )
    date_hierarchy = "made_at"


@admin.register(Choice)
class ChoiceAdmin(MaskedFieldsMixin, RecordAdmin):
    list_display = (
        "code",
        "colour",
        "other_colour",
        "size",
        "mood",
    )
    masked = ("scan",)
    list_filter = (
        "code",
        "colour",
        "other_colour",
        "size",
        "mood",
    )
    search_fields = (
        "token",
        "batch",
    )

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj:
            # The key stays as it is once a row is there.
            fields = (*fields, "code")
        return fields


@admin.register(Link)
class LinkAdmin(RecordAdmin):
    list_display = (
        "owner",
        "text",
        "number",
        "moment",
        "choice",
        "follows",
        "only",
    )
    search_fields = ("pk",)
    readonly_fields = ("id",)
    autocomplete_fields = (
        "text",
        "number",
        "moment",
        "choice",
        "follows",
        "only",
    )
    list_select_related = (
        "owner",
        "text",
        "number",
        "moment",
        "choice",
        "follows",
        "only",
    )


@admin.register(Subscriber)
class SubscriberAdmin(RecordAdmin):
    list_display = (
        "address",
        "name",
    )
    search_fields = (
        "address",
        "name",
    )

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj:
            # The key stays as it is once a row is there.
            fields = (*fields, "address")
        return fields


@admin.register(Feed)
class FeedAdmin(RecordAdmin):
    list_display = (
        "source",
        "label",
    )
    search_fields = (
        "source",
        "label",
    )

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj:
            # The key stays as it is once a row is there.
            fields = (*fields, "source")
        return fields


@admin.register(Reading)
class ReadingAdmin(RecordAdmin):
    list_display = (
        "taken_at",
        "value",
    )
    list_filter = ("taken_at",)
    search_fields = ("pk",)
    readonly_fields = ("id",)
    date_hierarchy = "taken_at"


@admin.register(Setting)
class SettingAdmin(RecordAdmin):
    list_display = ("name",)
    search_fields = ("name",)
    readonly_fields = ("id",)
