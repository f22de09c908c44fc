"""The records that the app keeps."""

import datetime
import uuid
from decimal import Decimal

from django.contrib.auth.models import AbstractUser
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate, now

from pages.accounts.managers import UserManager
from records import functions
from records.administrators import check_administrators
from records.querysets import QuerySet

from .choices import timezones


class PaymentTerms(models.TextChoices):
    IMMEDIATELY = "immediately", "Immediately"
    VALUE_14_DAYS = "14 days", "14 days"
    VALUE_30_DAYS = "30 days", "30 days"


class VatRate(models.TextChoices):
    STANDARD = "standard", "20 % (standard)"
    REDUCED = "reduced", "5 % (reduced)"
    ZERO = "zero", "0 % (zero rated)"


def invoice_issued_on_default():
    return localdate(timezone=get_default_timezone())


def invoice_due_on_default():
    return localdate(timezone=get_default_timezone()) + datetime.timedelta(days=30)


def invoice_remind_at_default():
    return now() + datetime.timedelta(days=21)


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects = UserManager.from_queryset(QuerySet)()

    def clean(self):
        super().clean()
        check_administrators(self)


class ClientQuerySet(QuerySet):
    def compute_turnover(self):
        return functions.Number(
            functions.sum_rows(
                Invoice.objects.filter(client=models.OuterRef("pk")),
                Invoice.objects.compute_total(),
            ),
            2,
        )


class Client(models.Model):
    code = models.CharField(
        max_length=12,
        primary_key=True,
        validators=[RegexValidator("^[A-Z]{2,6}-[0-9]{3}$")],
    )
    name = models.CharField(max_length=160)
    parent = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="children",
        null=True,
        blank=True,
    )
    email = models.EmailField(db_index=True)
    vat_number = models.CharField(
        max_length=20,
        null=True,
        blank=True,
        unique=True,
        verbose_name="VAT number",
    )
    terms = models.CharField(
        max_length=11,
        choices=PaymentTerms,
        blank=True,
        default=PaymentTerms.VALUE_30_DAYS,
    )
    credit_limit = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        default=Decimal("1000"),
        validators=[
            MinValueValidator(Decimal("0")),
            MaxValueValidator(Decimal("250000")),
        ],
    )
    balance = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        default=Decimal("-25.50"),
    )
    timezone = models.CharField(
        max_length=63,
        choices=timezones,
        blank=True,
        default="Europe/London",
    )

    search_fields = ["code", "name", "email"]

    objects = ClientQuerySet.as_manager()

    class Meta:
        verbose_name = "Client"
        verbose_name_plural = "Clients"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "code"], name="client_name_code_idx"),
            models.Index(fields=["terms", "code"], name="client_terms_code_idx"),
            models.Index(fields=["balance", "code"], name="client_balance_code_idx"),
            models.Index(fields=["timezone", "code"], name="client_timezone_code_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("client_detail", kwargs={"pk": self.pk})


class InvoiceQuerySet(QuerySet):
    def compute_net(self):
        return functions.Number(
            functions.sum_rows(
                Line.objects.filter(invoice=models.OuterRef("pk")),
                Line.objects.compute_amount(),
            ),
            2,
        )

    def compute_tax(self):
        return functions.RoundHalfEven(self.compute_net() * Decimal("0.2"), 2)

    def compute_total(self):
        return functions.Number(self.compute_net() + self.compute_tax(), 2)

    def compute_open_lines(self):
        return functions.count_rows(
            Line.objects.filter(
                delivered_on__isnull=True,
                invoice=models.OuterRef("pk"),
            ),
        )

    def compute_overdue(self):
        return models.Case(
            models.When(
                models.Q(due_on__lt=functions.today()) & models.Q(paid_on__isnull=True),
                then=models.Value(True),
            ),
            default=models.Value(False),
        )


class Invoice(models.Model):
    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        SENT = "sent", "Sent"
        PAID = "paid", "Paid"
        VOID = "void", "Void"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=20, unique=True)
    client = models.ForeignKey(
        "Client",
        on_delete=models.RESTRICT,
        related_name="invoices",
    )
    corrects = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="corrects_invoices",
        null=True,
        blank=True,
    )
    status = models.CharField(
        max_length=5,
        choices=Status,
        blank=True,
        default=Status.DRAFT,
    )
    terms = models.CharField(
        max_length=11,
        choices=PaymentTerms,
        blank=True,
        default=PaymentTerms.VALUE_30_DAYS,
    )
    issued_on = models.DateField(default=invoice_issued_on_default)
    due_on = models.DateField(null=True, blank=True, default=invoice_due_on_default)
    remind_at = models.DateTimeField(
        null=True,
        blank=True,
        default=invoice_remind_at_default,
    )
    paid_on = models.DateField(null=True, blank=True)
    discount = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        default=Decimal("0"),
        validators=[
            MinValueValidator(Decimal("-5")),
            MaxValueValidator(Decimal("100")),
        ],
    )
    rounding = models.DecimalField(
        max_digits=4,
        decimal_places=2,
        null=True,
        blank=True,
        default=Decimal("-0.01"),
        validators=[
            MinValueValidator(Decimal("-0.99")),
            MaxValueValidator(Decimal("0.99")),
        ],
    )
    note = models.TextField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    search_fields = ["number", "note"]

    objects = InvoiceQuerySet.as_manager()

    class Meta:
        verbose_name = "Invoice"
        verbose_name_plural = "Invoices"
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["client", "number"],
                name="invoice_client_number_uniq",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-issued_on", "status"],
                name="invoice_issued_on_656f1ac_idx",
            ),
            models.Index(fields=["client", "due_on"], name="invoice_client_due_on_idx"),
            models.Index(fields=["status", "id"], name="invoice_status_id_idx"),
            models.Index(fields=["terms", "id"], name="invoice_terms_id_idx"),
            models.Index(fields=["due_on", "id"], name="invoice_due_on_id_idx"),
            models.Index(fields=["remind_at", "id"], name="invoice_remind_at_id_idx"),
            models.Index(fields=["paid_on", "id"], name="invoice_paid_on_id_idx"),
            models.Index(fields=["created_at", "id"], name="invoice_created_at_id_idx"),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("invoice_detail", kwargs={"pk": self.pk})


class LineQuerySet(QuerySet):
    def compute_amount(self):
        return functions.RoundHalfEven(models.F("quantity") * models.F("unit_price"), 2)

    def compute_client_terms(self):
        return models.F("invoice__client__terms")


class Line(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invoice = models.ForeignKey(
        "Invoice",
        on_delete=models.CASCADE,
        related_name="lines",
    )
    position = models.IntegerField(validators=[MinValueValidator(1)])
    product = models.ForeignKey(
        "Product",
        on_delete=models.RESTRICT,
        related_name="lines",
        null=True,
        blank=True,
    )
    description = models.CharField(max_length=240)
    quantity = models.DecimalField(
        max_digits=10,
        decimal_places=3,
        null=True,
        blank=True,
        default=Decimal("1"),
    )
    unit_price = models.DecimalField(max_digits=12, decimal_places=2)
    vat = models.CharField(
        max_length=8,
        choices=VatRate,
        blank=True,
        default=VatRate.STANDARD,
        verbose_name="VAT",
    )
    delivered_on = models.DateField(null=True, blank=True)

    search_fields = ["description"]

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name = "Invoice line"
        verbose_name_plural = "Invoice lines"
        ordering = ["description", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["invoice", "position"],
                name="line_invoice_position_uniq",
            ),
        ]
        indexes = [
            models.Index(fields=["position", "id"], name="line_position_id_idx"),
            models.Index(fields=["description", "id"], name="line_description_id_idx"),
            models.Index(fields=["quantity", "id"], name="line_quantity_id_idx"),
            models.Index(fields=["unit_price", "id"], name="line_unit_price_id_idx"),
            models.Index(fields=["vat", "id"], name="line_vat_id_idx"),
            models.Index(
                fields=["delivered_on", "id"],
                name="line_delivered_on_id_idx",
            ),
        ]

    def __str__(self):
        return self.description

    def get_absolute_url(self):
        return reverse("line_update", kwargs={"pk": self.pk})


class Product(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sku = models.CharField(max_length=24, unique=True, verbose_name="SKU")
    name = models.CharField(max_length=160)
    price = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        default=Decimal("0"),
        validators=[MinValueValidator(Decimal("0"))],
    )
    weight_kg = models.FloatField(
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    stock = models.IntegerField(
        null=True,
        blank=True,
        default=-1,
        validators=[MinValueValidator(-1)],
    )
    vat = models.CharField(
        max_length=8,
        choices=VatRate,
        blank=True,
        default=VatRate.STANDARD,
        verbose_name="VAT",
    )

    search_fields = ["sku", "name"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Product"
        verbose_name_plural = "Products"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="product_name_id_idx"),
            models.Index(fields=["price", "id"], name="product_price_id_idx"),
            models.Index(fields=["weight_kg", "id"], name="product_weight_kg_id_idx"),
            models.Index(fields=["stock", "id"], name="product_stock_id_idx"),
            models.Index(fields=["vat", "id"], name="product_vat_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("product_update", kwargs={"pk": self.pk})
