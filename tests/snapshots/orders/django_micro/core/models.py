"""The records that the app keeps."""

import datetime
import uuid
from collections import defaultdict
from decimal import Decimal

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate

from pages.accounts.managers import UserManager
from pages.constraints import DatabaseCheck
from records import functions
from records.administrators import check_administrators
from records.querysets import QuerySet


def order_placed_on_default():
    return localdate(timezone=get_default_timezone())


def order_ship_by_default():
    return localdate(timezone=get_default_timezone()) + datetime.timedelta(days=5)


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects = UserManager.from_queryset(QuerySet)()

    def clean(self):
        super().clean()
        check_administrators(self)


class CustomerQuerySet(QuerySet):
    def compute_placed(self):
        return functions.count_rows(
            Order.objects.filter(
                ~models.Q(status="cancelled"),
                customer=models.OuterRef("pk"),
            ),
        )

    def compute_spent(self):
        return functions.Number(
            functions.sum_rows(
                Order.objects.filter(
                    ~models.Q(status="cancelled"),
                    customer=models.OuterRef("pk"),
                ),
                Order.objects.compute_total(),
            ),
            2,
        )

    def compute_average_order(self):
        return functions.RoundHalfEven(
            functions.average_rows(
                Order.objects.filter(
                    ~models.Q(status="cancelled"),
                    customer=models.OuterRef("pk"),
                ),
                Order.objects.compute_total(),
            ),
            2,
        )

    def compute_last_order(self):
        return functions.greatest_of_rows(
            Order.objects.filter(customer=models.OuterRef("pk")),
            models.F("placed_on"),
        )

    def compute_pieces(self):
        return functions.sum_rows(
            Order.objects.filter(customer=models.OuterRef("pk")),
            Order.objects.compute_pieces(),
        )

    def compute_regular(self):
        return models.Case(
            models.When(
                models.Q(
                    models.lookups.GreaterThanOrEqual(
                        self.compute_placed(),
                        models.Value(3),
                    ),
                )
                | models.Q(
                    models.lookups.GreaterThanOrEqual(
                        self.compute_spent(),
                        models.Value(500),
                    ),
                ),
                then=models.Value(True),
            ),
            default=models.Value(False),
        )


class Customer(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True)
    town = models.CharField(max_length=80, blank=True, default="")

    search_fields = ["name", "email", "town"]

    objects = CustomerQuerySet.as_manager()

    class Meta:
        verbose_name = "Customer"
        verbose_name_plural = "Customers"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="customer_name_id_idx"),
            models.Index(fields=["town", "id"], name="customer_town_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("customer_detail", kwargs={"pk": self.pk})


class ProductQuerySet(QuerySet):
    def compute_sold(self):
        return functions.sum_rows(
            Line.objects.filter(
                ~models.Q(order__status="cancelled"),
                product=models.OuterRef("pk"),
            ),
            models.F("quantity"),
        )

    def compute_stock(self):
        return models.F("received") - self.compute_sold()

    def compute_running_low(self):
        return models.Case(
            models.When(
                models.Q(
                    models.lookups.LessThanOrEqual(
                        self.compute_stock(),
                        models.F("reorder_at"),
                    ),
                ),
                then=models.Value(True),
            ),
            default=models.Value(False),
        )

    def compute_takings(self):
        return functions.Number(
            functions.sum_rows(
                Line.objects.filter(
                    ~models.Q(order__status="cancelled"),
                    product=models.OuterRef("pk"),
                ),
                models.F("quantity") * models.F("price"),
            ),
            2,
        )

    def compute_lowest_price(self):
        return functions.Number(
            functions.least_of_rows(
                Line.objects.filter(product=models.OuterRef("pk")),
                models.F("price"),
            ),
            2,
        )


class Product(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sku = models.CharField(max_length=12, unique=True, verbose_name="SKU")
    name = models.CharField(max_length=120)
    price = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        verbose_name="List price",
        validators=[MinValueValidator(Decimal("0"))],
    )
    received = models.IntegerField(
        default=0,
        verbose_name="Pieces received",
        validators=[MinValueValidator(0)],
    )
    reorder_at = models.IntegerField(
        default=5,
        help_text="Order more when so few are left.",
        validators=[MinValueValidator(0)],
    )

    search_fields = ["sku", "name"]

    objects = ProductQuerySet.as_manager()

    class Meta:
        verbose_name = "Product"
        verbose_name_plural = "Products"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="product_name_id_idx"),
            models.Index(fields=["price", "id"], name="product_price_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("product_detail", kwargs={"pk": self.pk})


class OrderQuerySet(QuerySet):
    def compute_pieces(self):
        return functions.sum_rows(
            Line.objects.filter(order=models.OuterRef("pk")),
            models.F("quantity"),
        )

    def compute_subtotal(self):
        return functions.Number(
            functions.sum_rows(
                Line.objects.filter(order=models.OuterRef("pk")),
                Line.objects.compute_amount(),
            ),
            2,
        )

    def compute_saved(self):
        return functions.RoundHalfEven(
            functions.divide(self.compute_subtotal() * models.F("discount"), 100),
            2,
        )

    def compute_total(self):
        return functions.Number(self.compute_subtotal() - self.compute_saved(), 2)

    def compute_average_line(self):
        return functions.RoundHalfEven(
            functions.average_rows(
                Line.objects.filter(order=models.OuterRef("pk")),
                Line.objects.compute_amount(),
            ),
            2,
        )

    def compute_dearest(self):
        return functions.Number(
            functions.greatest_of_rows(
                Line.objects.filter(order=models.OuterRef("pk")),
                models.F("price"),
            ),
            2,
        )

    def compute_to_pick(self):
        return functions.count_rows(
            Line.objects.filter(picked=False, order=models.OuterRef("pk")),
        )

    def compute_late(self):
        return models.Case(
            models.When(
                models.Q(ship_by__lt=functions.today())
                & models.Q(status__in=["open", "packed"]),
                then=models.Value(True),
            ),
            default=models.Value(False),
        )

    def compute_days_left(self):
        return functions.WholeDays(models.F("ship_by") - functions.today())

    def compute_free_postage(self):
        return models.Case(
            models.When(
                models.Q(
                    models.lookups.GreaterThanOrEqual(
                        self.compute_total(),
                        models.Value(100),
                    ),
                ),
                then=models.Value(True),
            ),
            default=models.Value(False),
        )


class Order(models.Model):
    class Status(models.TextChoices):
        OPEN = "open", "Open"
        PACKED = "packed", "Packed"
        SENT = "sent", "Sent"
        CANCELLED = "cancelled", "Cancelled"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(
        max_length=12,
        unique=True,
        validators=[RegexValidator("^[0-9]{4}-[0-9]{3}$", "Such as 2026-001")],
    )
    customer = models.ForeignKey(
        "Customer",
        on_delete=models.RESTRICT,
        related_name="orders",
    )
    status = models.CharField(max_length=9, choices=Status, default=Status.OPEN)
    placed_on = models.DateField(default=order_placed_on_default, verbose_name="Placed")
    ship_by = models.DateField(null=True, blank=True, default=order_ship_by_default)
    sent_on = models.DateField(null=True, blank=True, verbose_name="Sent")
    discount = models.DecimalField(
        max_digits=4,
        decimal_places=1,
        default=Decimal("0"),
        verbose_name="Discount (%)",
        validators=[MinValueValidator(Decimal("0")), MaxValueValidator(Decimal("50"))],
    )
    note = models.TextField(blank=True, default="")

    search_fields = ["number", "note"]

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = "Order"
        verbose_name_plural = "Orders"
        ordering = ["number", "pk"]
        constraints = [
            DatabaseCheck(
                condition=models.Q(sent_on__isnull=True)
                | models.Q(sent_on__gte=models.F("placed_on")),
                name="order_sent_on_placed_on_check",
                violation_error_message="An order can't be sent before it is placed",
            ),
            DatabaseCheck(
                condition=~models.Q(status="sent") | models.Q(sent_on__isnull=False),
                name="order_status_sent_on_check",
                violation_error_message="Say on which day it was sent",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "id"], name="order_status_id_idx"),
            models.Index(fields=["placed_on", "id"], name="order_placed_on_id_idx"),
            models.Index(fields=["ship_by", "id"], name="order_ship_by_id_idx"),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("order_detail", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        if (
            self.placed_on is not None
            and self.sent_on is not None
            and self.sent_on < self.placed_on
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError("An order can't be sent before it is placed")
            )
        if self.status == "sent" and self.sent_on is None:
            errors[NON_FIELD_ERRORS].append(
                ValidationError("Say on which day it was sent")
            )
        if (
            self.status == "sent"
            and Line.objects.filter(picked=False, order=self.pk).count() != 0
        ):
            errors["status"].append(
                ValidationError("Pick all lines before the order is sent")
            )
        if errors:
            raise ValidationError(errors)


class LineQuerySet(QuerySet):
    def compute_amount(self):
        return functions.Number(models.F("quantity") * models.F("price"), 2)


class Line(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.ForeignKey("Order", on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(
        "Product",
        on_delete=models.RESTRICT,
        related_name="lines",
    )
    quantity = models.IntegerField(default=1, validators=[MinValueValidator(1)])
    price = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        verbose_name="Price each",
        validators=[MinValueValidator(Decimal("0"))],
    )
    picked = models.BooleanField(default=False)

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name = "Order line"
        verbose_name_plural = "Order lines"
        ordering = ["product_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["order", "product"],
                name="line_order_product_uniq",
            ),
        ]
        indexes = [
            models.Index(fields=["quantity", "id"], name="line_quantity_id_idx"),
            models.Index(fields=["price", "id"], name="line_price_id_idx"),
            models.Index(fields=["picked", "id"], name="line_picked_id_idx"),
        ]

    def __str__(self):
        return str(self.product)

    def get_absolute_url(self):
        return reverse("line_update", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        product_price = functions.follow(self, "product", "price")
        if (
            self.price is not None
            and product_price is not None
            and self.price > product_price
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError("That is more than the list price")
            )
        if errors:
            raise ValidationError(errors)
