import uuid
from decimal import Decimal

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import migrations, models
from django.utils.timezone import now

from ..models import order_placed_on_default, order_ship_by_default


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(
                        blank=True,
                        null=True,
                        verbose_name="last login",
                    ),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text=(
                            "Designates that this user has all permissions without "
                            "explicitly assigning them."
                        ),
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={
                            "unique": "A user with that username already exists.",
                        },
                        help_text=(
                            "Required. 150 characters or fewer. Letters, digits and "
                            "@/./+/-/_ only."
                        ),
                        max_length=150,
                        unique=True,
                        validators=[UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                (
                    "first_name",
                    models.CharField(
                        blank=True,
                        max_length=150,
                        verbose_name="first name",
                    ),
                ),
                (
                    "last_name",
                    models.CharField(
                        blank=True,
                        max_length=150,
                        verbose_name="last name",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        max_length=254,
                        verbose_name="email address",
                    ),
                ),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text=(
                            "Designates whether the user can log into this admin site."
                        ),
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text=(
                            "Designates whether this user should be treated as active. "
                            "Unselect this instead of deleting accounts."
                        ),
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(default=now, verbose_name="date joined"),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text=(
                            "The groups this user belongs to. A user will get all "
                            "permissions granted to each of their groups."
                        ),
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Customer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("email", models.EmailField(unique=True)),
                ("town", models.CharField(max_length=80, blank=True, default="")),
            ],
            options={
                "verbose_name": "Customer",
                "verbose_name_plural": "Customers",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="customer_name_id_idx"),
                    models.Index(fields=["town", "id"], name="customer_town_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Product",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                (
                    "sku",
                    models.CharField(max_length=12, unique=True, verbose_name="SKU"),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "price",
                    models.DecimalField(
                        max_digits=12,
                        decimal_places=2,
                        verbose_name="List price",
                        validators=[MinValueValidator(Decimal("0"))],
                    ),
                ),
                (
                    "received",
                    models.IntegerField(
                        default=0,
                        verbose_name="Pieces received",
                        validators=[MinValueValidator(0)],
                    ),
                ),
                (
                    "reorder_at",
                    models.IntegerField(
                        default=5,
                        help_text="Order more when so few are left.",
                        validators=[MinValueValidator(0)],
                    ),
                ),
            ],
            options={
                "verbose_name": "Product",
                "verbose_name_plural": "Products",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="product_name_id_idx"),
                    models.Index(fields=["price", "id"], name="product_price_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=12,
                        unique=True,
                        validators=[
                            RegexValidator("^[0-9]{4}-[0-9]{3}$", "Such as 2026-001"),
                        ],
                    ),
                ),
                (
                    "customer",
                    models.ForeignKey(
                        "core.customer",
                        on_delete=models.RESTRICT,
                        related_name="orders",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        max_length=9,
                        choices=[
                            ("open", "Open"),
                            ("packed", "Packed"),
                            ("sent", "Sent"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="open",
                    ),
                ),
                (
                    "placed_on",
                    models.DateField(
                        default=order_placed_on_default,
                        verbose_name="Placed",
                    ),
                ),
                (
                    "ship_by",
                    models.DateField(
                        null=True,
                        blank=True,
                        default=order_ship_by_default,
                    ),
                ),
                (
                    "sent_on",
                    models.DateField(null=True, blank=True, verbose_name="Sent"),
                ),
                (
                    "discount",
                    models.DecimalField(
                        max_digits=4,
                        decimal_places=1,
                        default=Decimal("0"),
                        verbose_name="Discount (%)",
                        validators=[
                            MinValueValidator(Decimal("0")),
                            MaxValueValidator(Decimal("50")),
                        ],
                    ),
                ),
                ("note", models.TextField(blank=True, default="")),
            ],
            options={
                "verbose_name": "Order",
                "verbose_name_plural": "Orders",
                "ordering": ["number", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(sent_on__isnull=True)
                        | models.Q(sent_on__gte=models.F("placed_on")),
                        name="order_sent_on_placed_on_check",
                        violation_error_message=(
                            "An order can't be sent before it is placed"
                        ),
                    ),
                    models.CheckConstraint(
                        condition=~models.Q(status="sent")
                        | models.Q(sent_on__isnull=False),
                        name="order_status_sent_on_check",
                        violation_error_message="Say on which day it was sent",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["status", "id"], name="order_status_id_idx"),
                    models.Index(
                        fields=["placed_on", "id"],
                        name="order_placed_on_id_idx",
                    ),
                    models.Index(fields=["ship_by", "id"], name="order_ship_by_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        "core.order",
                        on_delete=models.CASCADE,
                        related_name="lines",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        "core.product",
                        on_delete=models.RESTRICT,
                        related_name="lines",
                    ),
                ),
                (
                    "quantity",
                    models.IntegerField(default=1, validators=[MinValueValidator(1)]),
                ),
                (
                    "price",
                    models.DecimalField(
                        max_digits=12,
                        decimal_places=2,
                        verbose_name="Price each",
                        validators=[MinValueValidator(Decimal("0"))],
                    ),
                ),
                ("picked", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "Order line",
                "verbose_name_plural": "Order lines",
                "ordering": ["product_id", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["order", "product"],
                        name="line_order_product_uniq",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["quantity", "id"],
                        name="line_quantity_id_idx",
                    ),
                    models.Index(fields=["price", "id"], name="line_price_id_idx"),
                    models.Index(fields=["picked", "id"], name="line_picked_id_idx"),
                ],
            },
        ),
    ]
