"""The records that the app keeps."""

import uuid
from decimal import Decimal

from django.contrib.auth.models import AbstractUser
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse

from pages.accounts.managers import UserManager
from records.administrators import check_administrators
from records.querysets import QuerySet


class Binding(models.TextChoices):
    HARDBACK = "hardback", "Hardback"
    PAPERBACK = "paperback", "Paperback"
    AUDIO_BOOK = "audio book", "Audio book"


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects = UserManager.from_queryset(QuerySet)()

    def clean(self):
        super().clean()
        check_administrators(self)


class Customer(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True)
    address = models.TextField(blank=True, default="")
    loyalty_number = models.CharField(max_length=24, null=True, blank=True, unique=True)

    search_fields = ["name", "email", "loyalty_number"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Customer"
        verbose_name_plural = "Customers"
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["name", "id"], name="customer_name_id_idx")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("customer_update", kwargs={"pk": self.pk})


class Order(models.Model):
    number = models.BigAutoField(primary_key=True)
    customer = models.ForeignKey(
        "Customer",
        on_delete=models.RESTRICT,
        related_name="orders",
    )
    placed_at = models.DateTimeField(auto_now_add=True)
    paid = models.BooleanField(default=False)
    payment = models.CharField(max_length=40, blank=True, default="")

    search_fields = ["payment"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Order"
        verbose_name_plural = "Orders"
        ordering = ["-placed_at", "-pk"]
        indexes = [
            models.Index(
                fields=["placed_at", "number"],
                name="order_placed_at_number_idx",
            ),
            models.Index(fields=["paid", "number"], name="order_paid_number_idx"),
            models.Index(fields=["payment", "number"], name="order_payment_number_idx"),
        ]

    def __str__(self):
        if not self.payment:
            return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
        return self.payment

    def get_absolute_url(self):
        return reverse("order_detail", kwargs={"pk": self.pk})


class OrderLine(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = models.ForeignKey(
        "Order",
        on_delete=models.CASCADE,
        related_name="order_lines",
    )
    book = models.ForeignKey(
        "Book",
        on_delete=models.RESTRICT,
        related_name="order_lines",
    )
    quantity = models.IntegerField(
        null=True,
        blank=True,
        default=1,
        validators=[MinValueValidator(1)],
    )

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Order line"
        verbose_name_plural = "Order lines"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["order", "book"],
                name="order_line_order_1c582a4_uniq",
            ),
        ]
        indexes = [
            models.Index(
                fields=["quantity", "id"],
                name="order_line_quantit_1be9bc0_idx",
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"


class Delivery(models.Model):
    class State(models.TextChoices):
        PACKED = "packed", "Packed"
        ON_ITS_WAY = "on its way", "On its way"
        ARRIVED = "arrived", "Arrived"
        RETURNED = "returned", "Returned"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tracking_number = models.CharField(max_length=40, unique=True)
    order = models.ForeignKey(
        "Order",
        on_delete=models.SET_NULL,
        related_name="deliveries",
        null=True,
        blank=True,
    )
    state = models.CharField(
        max_length=10,
        choices=State,
        blank=True,
        default=State.PACKED,
    )
    updated_at = models.DateTimeField(auto_now=True)

    search_fields = ["tracking_number"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Delivery"
        verbose_name_plural = "Deliveries"
        ordering = ["tracking_number", "pk"]
        indexes = [
            models.Index(fields=["state", "id"], name="delivery_state_id_idx"),
            models.Index(
                fields=["updated_at", "id"],
                name="delivery_updated_at_id_idx",
            ),
        ]

    def __str__(self):
        return self.tracking_number

    def get_absolute_url(self):
        return reverse("delivery_detail", kwargs={"pk": self.pk})


class Publisher(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)
    country = models.CharField(max_length=2, blank=True, default="GB")

    search_fields = ["name", "country"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Publisher"
        verbose_name_plural = "Publishers"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["country", "id"], name="publisher_country_id_idx"),
        ]

    def __str__(self):
        return self.name


class Book(models.Model):
    isbn = models.CharField(max_length=13, primary_key=True)
    title = models.CharField(max_length=200)
    publisher = models.ForeignKey(
        "Publisher",
        on_delete=models.SET_NULL,
        related_name="books",
        null=True,
        blank=True,
    )
    binding = models.CharField(
        max_length=10,
        choices=Binding,
        blank=True,
        default=Binding.PAPERBACK,
    )
    price = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0"))],
    )
    copies = models.IntegerField(
        null=True,
        blank=True,
        default=0,
        validators=[MinValueValidator(0)],
    )
    published = models.DateField(null=True, blank=True)
    blurb = models.TextField(blank=True, default="")

    search_fields = ["title"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Book"
        verbose_name_plural = "Books"
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["title", "binding"],
                name="book_title_binding_uniq",
            ),
        ]
        indexes = [
            models.Index(
                fields=["title", "-published"],
                name="book_title_publish_dc90e92_idx",
            ),
            models.Index(fields=["binding", "isbn"], name="book_binding_isbn_idx"),
            models.Index(fields=["price", "isbn"], name="book_price_isbn_idx"),
            models.Index(fields=["copies", "isbn"], name="book_copies_isbn_idx"),
            models.Index(fields=["published", "isbn"], name="book_published_isbn_idx"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("book_detail", kwargs={"pk": self.pk})


class StockCount(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    book = models.ForeignKey(
        "Book",
        on_delete=models.CASCADE,
        related_name="stock_counts",
    )
    copies = models.IntegerField(validators=[MinValueValidator(0)])
    counted_on = models.DateField(auto_now_add=True)

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Stock count"
        verbose_name_plural = "Stock counts"
        ordering = ["-counted_on", "-pk"]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
