from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin

from .models import Customer, Line, Order, Product, User


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]


@admin.register(Customer)
class CustomerAdmin(RecordAdmin):
    list_display = (
        "name",
        "email",
        "town",
        "display_placed",
        "display_spent",
        "display_average_order",
        "display_last_order",
        "display_pieces",
        "display_regular",
    )
    computed = (
        "placed",
        "spent",
        "average_order",
        "last_order",
        "pieces",
        "regular",
    )
    search_fields = (
        "name",
        "email",
        "town",
    )
    readonly_fields = (
        "id",
        "display_placed",
        "display_spent",
        "display_average_order",
        "display_last_order",
        "display_pieces",
        "display_regular",
    )

    @admin.display(description="Orders placed", ordering="placed")
    def display_placed(self, row):
        return self.show(row, "placed")

    @admin.display(description="Spent", ordering="spent")
    def display_spent(self, row):
        return self.show(row, "spent")

    @admin.display(description="Average order", ordering="average_order")
    def display_average_order(self, row):
        return self.show(row, "average_order")

    @admin.display(description="Last order", ordering="last_order")
    def display_last_order(self, row):
        return self.show(row, "last_order")

    @admin.display(description="Pieces ordered", ordering="pieces")
    def display_pieces(self, row):
        return self.show(row, "pieces")

    @admin.display(description="Regular customer", ordering="regular", boolean=True)
    def display_regular(self, row):
        return row.regular


@admin.register(Product)
class ProductAdmin(RecordAdmin):
    list_display = (
        "sku",
        "name",
        "price",
        "received",
        "reorder_at",
        "display_sold",
        "display_stock",
        "display_running_low",
        "display_takings",
        "display_lowest_price",
    )
    computed = (
        "sold",
        "stock",
        "running_low",
        "takings",
        "lowest_price",
    )
    search_fields = (
        "sku",
        "name",
    )
    readonly_fields = (
        "id",
        "display_sold",
        "display_stock",
        "display_running_low",
        "display_takings",
        "display_lowest_price",
    )

    @admin.display(description="Pieces sold", ordering="sold")
    def display_sold(self, row):
        return self.show(row, "sold")

    @admin.display(description="In stock", ordering="stock")
    def display_stock(self, row):
        return self.show(row, "stock")

    @admin.display(description="Running low", ordering="running_low", boolean=True)
    def display_running_low(self, row):
        return row.running_low

    @admin.display(description="Takings", ordering="takings")
    def display_takings(self, row):
        return self.show(row, "takings")

    @admin.display(description="Lowest price paid", ordering="lowest_price")
    def display_lowest_price(self, row):
        return self.show(row, "lowest_price")


@admin.register(Order)
class OrderAdmin(RecordAdmin):
    list_display = (
        "number",
        "customer",
        "status",
        "placed_on",
        "ship_by",
        "sent_on",
        "discount",
        "display_pieces",
        "display_subtotal",
        "display_saved",
        "display_total",
        "display_average_line",
        "display_dearest",
        "display_to_pick",
        "display_late",
        "display_days_left",
        "display_free_postage",
    )
    computed = (
        "pieces",
        "subtotal",
        "saved",
        "total",
        "average_line",
        "dearest",
        "to_pick",
        "late",
        "days_left",
        "free_postage",
    )
    list_filter = (
        "status",
        "placed_on",
        "ship_by",
        "sent_on",
    )
    search_fields = (
        "number",
        "note",
    )
    readonly_fields = (
        "id",
        "display_pieces",
        "display_subtotal",
        "display_saved",
        "display_total",
        "display_average_line",
        "display_dearest",
        "display_to_pick",
        "display_late",
        "display_days_left",
        "display_free_postage",
    )
    autocomplete_fields = ("customer",)
    list_select_related = ("customer",)
    date_hierarchy = "placed_on"

    @admin.display(description="Pieces", ordering="pieces")
    def display_pieces(self, row):
        return self.show(row, "pieces")

    @admin.display(description="Subtotal", ordering="subtotal")
    def display_subtotal(self, row):
        return self.show(row, "subtotal")

    @admin.display(description="Saved", ordering="saved")
    def display_saved(self, row):
        return self.show(row, "saved")

    @admin.display(description="Total", ordering="total")
    def display_total(self, row):
        return self.show(row, "total")

    @admin.display(description="Average line", ordering="average_line")
    def display_average_line(self, row):
        return self.show(row, "average_line")

    @admin.display(description="Dearest piece", ordering="dearest")
    def display_dearest(self, row):
        return self.show(row, "dearest")

    @admin.display(description="Lines to pick", ordering="to_pick")
    def display_to_pick(self, row):
        return self.show(row, "to_pick")

    @admin.display(description="Late", ordering="late", boolean=True)
    def display_late(self, row):
        return row.late

    @admin.display(description="Days left", ordering="days_left")
    def display_days_left(self, row):
        return self.show(row, "days_left")

    @admin.display(description="Postage free", ordering="free_postage", boolean=True)
    def display_free_postage(self, row):
        return row.free_postage


@admin.register(Line)
class LineAdmin(RecordAdmin):
    list_display = (
        "order",
        "product",
        "quantity",
        "price",
        "picked",
        "display_amount",
    )
    computed = ("amount",)
    list_filter = ("picked",)
    search_fields = ("pk",)
    readonly_fields = (
        "id",
        "display_amount",
    )
    autocomplete_fields = (
        "order",
        "product",
    )
    list_select_related = (
        "order",
        "product",
    )

    @admin.display(description="Amount", ordering="amount")
    def display_amount(self, row):
        return self.show(row, "amount")
