from django.contrib import admin

from pages.accounts.admin import AccountAdmin
from pages.admin import RecordAdmin
from records.masked_fields import MaskedFieldsMixin

from .models import Client, Invoice, Line, Product, User


@admin.register(User)
class UserAdmin(AccountAdmin):
    search_fields = ["username", "first_name", "last_name", "email"]


@admin.register(Client)
class ClientAdmin(MaskedFieldsMixin, RecordAdmin):
    list_display = (
        "code",
        "name",
        "parent",
        "email",
        "terms",
        "credit_limit",
        "balance",
        "timezone",
        "display_turnover",
    )
    computed = ("turnover",)
    masked = ("vat_number",)
    list_filter = ("terms",)
    search_fields = (
        "code",
        "name",
        "email",
    )
    readonly_fields = ("display_turnover",)
    autocomplete_fields = ("parent",)
    list_select_related = ("parent",)

    @admin.display(description="Turnover", ordering="turnover")
    def display_turnover(self, row):
        return self.show(row, "turnover")

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj:
            # The key stays as it is once a row is there.
            fields = (*fields, "code")
        return fields


@admin.register(Invoice)
class InvoiceAdmin(RecordAdmin):
    list_display = (
        "number",
        "client",
        "corrects",
        "status",
        "terms",
        "issued_on",
        "due_on",
        "remind_at",
        "paid_on",
        "discount",
        "rounding",
        "created_at",
        "display_net",
        "display_tax",
        "display_total",
        "display_open_lines",
        "display_overdue",
    )
    computed = (
        "net",
        "tax",
        "total",
        "open_lines",
        "overdue",
    )
    list_filter = (
        "status",
        "terms",
        "issued_on",
        "due_on",
        "remind_at",
        "paid_on",
        "created_at",
    )
    search_fields = (
        "number",
        "note",
    )
    readonly_fields = (
        "id",
        "created_at",
        "display_net",
        "display_tax",
        "display_total",
        "display_open_lines",
        "display_overdue",
    )
    autocomplete_fields = (
        "client",
        "corrects",
    )
    list_select_related = (
        "client",
        "corrects",
    )
    date_hierarchy = "created_at"

    @admin.display(description="Net", ordering="net")
    def display_net(self, row):
        return self.show(row, "net")

    @admin.display(description="VAT (20 %)", ordering="tax")
    def display_tax(self, row):
        return self.show(row, "tax")

    @admin.display(description="Total", ordering="total")
    def display_total(self, row):
        return self.show(row, "total")

    @admin.display(description="Lines to deliver", ordering="open_lines")
    def display_open_lines(self, row):
        return self.show(row, "open_lines")

    @admin.display(description="Overdue", ordering="overdue", boolean=True)
    def display_overdue(self, row):
        return row.overdue


@admin.register(Line)
class LineAdmin(RecordAdmin):
    list_display = (
        "invoice",
        "position",
        "product",
        "description",
        "quantity",
        "unit_price",
        "vat",
        "delivered_on",
        "display_amount",
        "display_client_terms",
    )
    computed = (
        "amount",
        "client_terms",
    )
    list_filter = (
        "vat",
        "delivered_on",
    )
    search_fields = ("description",)
    readonly_fields = (
        "id",
        "display_amount",
        "display_client_terms",
    )
    autocomplete_fields = (
        "invoice",
        "product",
    )
    list_select_related = (
        "invoice",
        "product",
    )
    date_hierarchy = "delivered_on"

    @admin.display(description="Amount", ordering="amount")
    def display_amount(self, row):
        return self.show(row, "amount")

    @admin.display(description="The client's payment terms", ordering="client_terms")
    def display_client_terms(self, row):
        return self.show(row, "client_terms")


@admin.register(Product)
class ProductAdmin(RecordAdmin):
    list_display = (
        "sku",
        "name",
        "price",
        "weight_kg",
        "stock",
        "vat",
    )
    list_filter = ("vat",)
    search_fields = (
        "sku",
        "name",
    )
    readonly_fields = ("id",)
