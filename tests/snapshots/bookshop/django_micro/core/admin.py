from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from records.masked_fields import MaskedFieldsMixin

from .models import (
    Book,
    Customer,
    Delivery,
    Order,
    OrderLine,
    Publisher,
    StockCount,
    User,
)


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]


@admin.register(Customer)
class CustomerAdmin(MaskedFieldsMixin, RecordAdmin):
    list_display = (
        "name",
        "email",
        "loyalty_number",
    )
    masked = ("address",)
    search_fields = (
        "name",
        "email",
        "loyalty_number",
    )
    readonly_fields = ("id",)


@admin.register(Order)
class OrderAdmin(RecordAdmin):
    list_display = (
        "number",
        "customer",
        "placed_at",
        "paid",
        "payment",
    )
    list_filter = (
        "placed_at",
        "paid",
    )
    search_fields = ("payment",)
    readonly_fields = ("placed_at",)
    autocomplete_fields = ("customer",)
    list_select_related = ("customer",)
    date_hierarchy = "placed_at"


@admin.register(OrderLine)
class OrderLineAdmin(RecordAdmin):
    list_display = (
        "order",
        "book",
        "quantity",
    )
    search_fields = ("pk",)
    readonly_fields = ("id",)
    autocomplete_fields = (
        "order",
        "book",
    )
    list_select_related = (
        "order",
        "book",
    )


@admin.register(Delivery)
class DeliveryAdmin(RecordAdmin):
    list_display = (
        "tracking_number",
        "order",
        "state",
        "updated_at",
    )
    list_filter = (
        "state",
        "updated_at",
    )
    search_fields = ("tracking_number",)
    readonly_fields = (
        "id",
        "updated_at",
    )
    autocomplete_fields = ("order",)
    list_select_related = ("order",)
    date_hierarchy = "updated_at"


@admin.register(Publisher)
class PublisherAdmin(RecordAdmin):
    list_display = (
        "name",
        "country",
    )
    search_fields = (
        "name",
        "country",
    )
    readonly_fields = ("id",)


@admin.register(Book)
class BookAdmin(RecordAdmin):
    list_display = (
        "isbn",
        "title",
        "publisher",
        "binding",
        "price",
        "copies",
        "published",
    )
    list_filter = (
        "binding",
        "published",
    )
    search_fields = (
        "isbn",
        "title",
        "blurb",
    )
    autocomplete_fields = ("publisher",)
    list_select_related = ("publisher",)
    date_hierarchy = "published"

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj:
            # The key stays as it is once a row is there.
            fields = (*fields, "isbn")
        return fields


@admin.register(StockCount)
class StockCountAdmin(RecordAdmin):
    list_display = (
        "book",
        "copies",
        "counted_on",
    )
    list_filter = ("counted_on",)
    search_fields = ("pk",)
    readonly_fields = (
        "id",
        "counted_on",
    )
    autocomplete_fields = ("book",)
    list_select_related = ("book",)
    date_hierarchy = "counted_on"
