import uuid
from decimal import Decimal

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import migrations, models
from django.utils.timezone import now

from ..choices import timezones
from ..models import (
    invoice_due_on_default,
    invoice_issued_on_default,
    invoice_remind_at_default,
)


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
            name="Client",
            fields=[
                (
                    "code",
                    models.CharField(
                        max_length=12,
                        primary_key=True,
                        serialize=False,
                        validators=[RegexValidator("^[A-Z]{2,6}-[0-9]{3}$")],
                    ),
                ),
                ("name", models.CharField(max_length=160)),
                (
                    "parent",
                    models.ForeignKey(
                        "core.client",
                        on_delete=models.SET_NULL,
                        related_name="children",
                        null=True,
                        blank=True,
                    ),
                ),
                ("email", models.EmailField(db_index=True)),
                (
                    "vat_number",
                    models.CharField(
                        max_length=20,
                        null=True,
                        blank=True,
                        unique=True,
                        verbose_name="VAT number",
                    ),
                ),
                (
                    "terms",
                    models.CharField(
                        max_length=11,
                        choices=[
                            ("immediately", "Immediately"),
                            ("14 days", "14 days"),
                            ("30 days", "30 days"),
                        ],
                        blank=True,
                        default="30 days",
                    ),
                ),
                (
                    "credit_limit",
                    models.DecimalField(
                        max_digits=12,
                        decimal_places=2,
                        null=True,
                        blank=True,
                        default=Decimal("1000"),
                        validators=[
                            MinValueValidator(Decimal("0")),
                            MaxValueValidator(Decimal("250000")),
                        ],
                    ),
                ),
                (
                    "balance",
                    models.DecimalField(
                        max_digits=12,
                        decimal_places=2,
                        null=True,
                        blank=True,
                        default=Decimal("-25.50"),
                    ),
                ),
                (
                    "timezone",
                    models.CharField(
                        max_length=63,
                        choices=timezones,
                        blank=True,
                        default="Europe/London",
                    ),
                ),
            ],
            options={
                "verbose_name": "Client",
                "verbose_name_plural": "Clients",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "code"], name="client_name_code_idx"),
                    models.Index(
                        fields=["terms", "code"],
                        name="client_terms_code_idx",
                    ),
                    models.Index(
                        fields=["balance", "code"],
                        name="client_balance_code_idx",
                    ),
                    models.Index(
                        fields=["timezone", "code"],
                        name="client_timezone_code_idx",
                    ),
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
                    models.CharField(max_length=24, unique=True, verbose_name="SKU"),
                ),
                ("name", models.CharField(max_length=160)),
                (
                    "price",
                    models.DecimalField(
                        max_digits=12,
                        decimal_places=2,
                        null=True,
                        blank=True,
                        default=Decimal("0"),
                        validators=[MinValueValidator(Decimal("0"))],
                    ),
                ),
                (
                    "weight_kg",
                    models.FloatField(
                        null=True,
                        blank=True,
                        validators=[MinValueValidator(0)],
                    ),
                ),
                (
                    "stock",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=-1,
                        validators=[MinValueValidator(-1)],
                    ),
                ),
                (
                    "vat",
                    models.CharField(
                        max_length=8,
                        choices=[
                            ("standard", "20 % (standard)"),
                            ("reduced", "5 % (reduced)"),
                            ("zero", "0 % (zero rated)"),
                        ],
                        blank=True,
                        default="standard",
                        verbose_name="VAT",
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
                    models.Index(
                        fields=["weight_kg", "id"],
                        name="product_weight_kg_id_idx",
                    ),
                    models.Index(fields=["stock", "id"], name="product_stock_id_idx"),
                    models.Index(fields=["vat", "id"], name="product_vat_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invoice",
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
                ("number", models.CharField(max_length=20, unique=True)),
                (
                    "client",
                    models.ForeignKey(
                        "core.client",
                        on_delete=models.RESTRICT,
                        related_name="invoices",
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        "core.invoice",
                        on_delete=models.SET_NULL,
                        related_name="corrects_invoices",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        max_length=5,
                        choices=[
                            ("draft", "Draft"),
                            ("sent", "Sent"),
                            ("paid", "Paid"),
                            ("void", "Void"),
                        ],
                        blank=True,
                        default="draft",
                    ),
                ),
                (
                    "terms",
                    models.CharField(
                        max_length=11,
                        choices=[
                            ("immediately", "Immediately"),
                            ("14 days", "14 days"),
                            ("30 days", "30 days"),
                        ],
                        blank=True,
                        default="30 days",
                    ),
                ),
                ("issued_on", models.DateField(default=invoice_issued_on_default)),
                (
                    "due_on",
                    models.DateField(
                        null=True,
                        blank=True,
                        default=invoice_due_on_default,
                    ),
                ),
                (
                    "remind_at",
                    models.DateTimeField(
                        null=True,
                        blank=True,
                        default=invoice_remind_at_default,
                    ),
                ),
                ("paid_on", models.DateField(null=True, blank=True)),
                (
                    "discount",
                    models.DecimalField(
                        max_digits=5,
                        decimal_places=2,
                        null=True,
                        blank=True,
                        default=Decimal("0"),
                        validators=[
                            MinValueValidator(Decimal("-5")),
                            MaxValueValidator(Decimal("100")),
                        ],
                    ),
                ),
                (
                    "rounding",
                    models.DecimalField(
                        max_digits=4,
                        decimal_places=2,
                        null=True,
                        blank=True,
                        default=Decimal("-0.01"),
                        validators=[
                            MinValueValidator(Decimal("-0.99")),
                            MaxValueValidator(Decimal("0.99")),
                        ],
                    ),
                ),
                ("note", models.TextField(blank=True, default="")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "Invoice",
                "verbose_name_plural": "Invoices",
                "ordering": ["-created_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["client", "number"],
                        name="invoice_client_number_uniq",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["-issued_on", "status"],
                        name="invoice_issued_on_656f1ac_idx",
                    ),
                    models.Index(
                        fields=["client", "due_on"],
                        name="invoice_client_due_on_idx",
                    ),
                    models.Index(fields=["status", "id"], name="invoice_status_id_idx"),
                    models.Index(fields=["terms", "id"], name="invoice_terms_id_idx"),
                    models.Index(fields=["due_on", "id"], name="invoice_due_on_id_idx"),
                    models.Index(
                        fields=["remind_at", "id"],
                        name="invoice_remind_at_id_idx",
                    ),
                    models.Index(
                        fields=["paid_on", "id"],
                        name="invoice_paid_on_id_idx",
                    ),
                    models.Index(
                        fields=["created_at", "id"],
                        name="invoice_created_at_id_idx",
                    ),
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
                    "invoice",
                    models.ForeignKey(
                        "core.invoice",
                        on_delete=models.CASCADE,
                        related_name="lines",
                    ),
                ),
                ("position", models.IntegerField(validators=[MinValueValidator(1)])),
                (
                    "product",
                    models.ForeignKey(
                        "core.product",
                        on_delete=models.RESTRICT,
                        related_name="lines",
                        null=True,
                        blank=True,
                    ),
                ),
                ("description", models.CharField(max_length=240)),
                (
                    "quantity",
                    models.DecimalField(
                        max_digits=10,
                        decimal_places=3,
                        null=True,
                        blank=True,
                        default=Decimal("1"),
                    ),
                ),
                ("unit_price", models.DecimalField(max_digits=12, decimal_places=2)),
                (
                    "vat",
                    models.CharField(
                        max_length=8,
                        choices=[
                            ("standard", "20 % (standard)"),
                            ("reduced", "5 % (reduced)"),
                            ("zero", "0 % (zero rated)"),
                        ],
                        blank=True,
                        default="standard",
                        verbose_name="VAT",
                    ),
                ),
                ("delivered_on", models.DateField(null=True, blank=True)),
            ],
            options={
                "verbose_name": "Invoice line",
                "verbose_name_plural": "Invoice lines",
                "ordering": ["description", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["invoice", "position"],
                        name="line_invoice_position_uniq",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["position", "id"],
                        name="line_position_id_idx",
                    ),
                    models.Index(
                        fields=["description", "id"],
                        name="line_description_id_idx",
                    ),
                    models.Index(
                        fields=["quantity", "id"],
                        name="line_quantity_id_idx",
                    ),
                    models.Index(
                        fields=["unit_price", "id"],
                        name="line_unit_price_id_idx",
                    ),
                    models.Index(fields=["vat", "id"], name="line_vat_id_idx"),
                    models.Index(
                        fields=["delivered_on", "id"],
                        name="line_delivered_on_id_idx",
                    ),
                ],
            },
        ),
    ]
