from django.contrib import admin

from .models import Client, Invoice, Line, Product


@admin.register(Client)
class ClientAdmin(admin.ModelAdmin):
    list_display = (
        "code",
        "name",
        "parent",
        "email",
        "terms",
        "credit_limit",
        "balance",
        "timezone",
    )
    list_filter = ("terms",)
    search_fields = (
        "code",
        "name",
        "email",
    )
    autocomplete_fields = ("parent",)
    list_select_related = ("parent",)

    def get_readonly_fields(self, request, obj=None):
        fields = super().get_readonly_fields(request, obj)
        if obj:
            # The key stays as it is once a row is there.
            fields = (*fields, "code")
        return fields


@admin.register(Invoice)
class InvoiceAdmin(admin.ModelAdmin):
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


@admin.register(Line)
class LineAdmin(admin.ModelAdmin):
    list_display = (
        "invoice",
        "position",
        "product",
        "description",
        "quantity",
        "unit_price",
        "vat",
    )
    list_filter = ("vat",)
    search_fields = ("description",)
    readonly_fields = ("id",)
    autocomplete_fields = (
        "invoice",
        "product",
    )
    list_select_related = (
        "invoice",
        "product",
    )


@admin.register(Product)
class ProductAdmin(admin.ModelAdmin):
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
