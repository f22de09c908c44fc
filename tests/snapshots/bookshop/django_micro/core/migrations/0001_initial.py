import uuid
from decimal import Decimal

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.validators import MinValueValidator
from django.db import migrations, models
from django.utils.timezone import now


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
                ("address", models.TextField(blank=True, default="")),
                (
                    "loyalty_number",
                    models.CharField(max_length=24, null=True, blank=True, unique=True),
                ),
            ],
            options={
                "verbose_name": "Customer",
                "verbose_name_plural": "Customers",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="customer_name_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publisher",
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
                ("name", models.CharField(max_length=120, unique=True)),
                ("country", models.CharField(max_length=2, blank=True, default="GB")),
            ],
            options={
                "verbose_name": "Publisher",
                "verbose_name_plural": "Publishers",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(
                        fields=["country", "id"],
                        name="publisher_country_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "customer",
                    models.ForeignKey(
                        "core.customer",
                        on_delete=models.RESTRICT,
                        related_name="orders",
                    ),
                ),
                ("placed_at", models.DateTimeField(auto_now_add=True)),
                ("paid", models.BooleanField(default=False)),
                ("payment", models.CharField(max_length=40, blank=True, default="")),
            ],
            options={
                "verbose_name": "Order",
                "verbose_name_plural": "Orders",
                "ordering": ["-placed_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["placed_at", "number"],
                        name="order_placed_at_number_idx",
                    ),
                    models.Index(
                        fields=["paid", "number"],
                        name="order_paid_number_idx",
                    ),
                    models.Index(
                        fields=["payment", "number"],
                        name="order_payment_number_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Book",
            fields=[
                (
                    "isbn",
                    models.CharField(max_length=13, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "publisher",
                    models.ForeignKey(
                        "core.publisher",
                        on_delete=models.SET_NULL,
                        related_name="books",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "binding",
                    models.CharField(
                        max_length=10,
                        choices=[
                            ("hardback", "Hardback"),
                            ("paperback", "Paperback"),
                            ("audio book", "Audio book"),
                        ],
                        blank=True,
                        default="paperback",
                    ),
                ),
                (
                    "price",
                    models.DecimalField(
                        max_digits=12,
                        decimal_places=2,
                        validators=[MinValueValidator(Decimal("0"))],
                    ),
                ),
                (
                    "copies",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=0,
                        validators=[MinValueValidator(0)],
                    ),
                ),
                ("published", models.DateField(null=True, blank=True)),
                ("blurb", models.TextField(blank=True, default="")),
            ],
            options={
                "verbose_name": "Book",
                "verbose_name_plural": "Books",
                "ordering": ["title", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["title", "binding"],
                        name="book_title_binding_uniq",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["title", "-published"],
                        name="book_title_publish_dc90e92_idx",
                    ),
                    models.Index(
                        fields=["binding", "isbn"],
                        name="book_binding_isbn_idx",
                    ),
                    models.Index(fields=["price", "isbn"], name="book_price_isbn_idx"),
                    models.Index(
                        fields=["copies", "isbn"],
                        name="book_copies_isbn_idx",
                    ),
                    models.Index(
                        fields=["published", "isbn"],
                        name="book_published_isbn_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
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
                ("tracking_number", models.CharField(max_length=40, unique=True)),
                (
                    "order",
                    models.ForeignKey(
                        "core.order",
                        on_delete=models.SET_NULL,
                        related_name="deliveries",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        max_length=10,
                        choices=[
                            ("packed", "Packed"),
                            ("on its way", "On its way"),
                            ("arrived", "Arrived"),
                            ("returned", "Returned"),
                        ],
                        blank=True,
                        default="packed",
                    ),
                ),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "Delivery",
                "verbose_name_plural": "Deliveries",
                "ordering": ["tracking_number", "pk"],
                "indexes": [
                    models.Index(fields=["state", "id"], name="delivery_state_id_idx"),
                    models.Index(
                        fields=["updated_at", "id"],
                        name="delivery_updated_at_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrderLine",
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
                        related_name="order_lines",
                    ),
                ),
                (
                    "book",
                    models.ForeignKey(
                        "core.book",
                        on_delete=models.RESTRICT,
                        related_name="order_lines",
                    ),
                ),
                (
                    "quantity",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=1,
                        validators=[MinValueValidator(1)],
                    ),
                ),
            ],
            options={
                "verbose_name": "Order line",
                "verbose_name_plural": "Order lines",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["order", "book"],
                        name="order_line_order_1c582a4_uniq",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["quantity", "id"],
                        name="order_line_quantit_1be9bc0_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StockCount",
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
                    "book",
                    models.ForeignKey(
                        "core.book",
                        on_delete=models.CASCADE,
                        related_name="stock_counts",
                    ),
                ),
                ("copies", models.IntegerField(validators=[MinValueValidator(0)])),
                ("counted_on", models.DateField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "Stock count",
                "verbose_name_plural": "Stock counts",
                "ordering": ["-counted_on", "-pk"],
            },
        ),
    ]
