import uuid
from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator, RegexValidator
from django.db import migrations, models
from django.utils.timezone import now

from records.full_text_index import FullTextIndex

from ..models import repair_due_default, user_since_default


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="House",
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
                ("street", models.CharField(max_length=120)),
                (
                    "budget",
                    models.DecimalField(
                        max_digits=12,
                        decimal_places=2,
                        null=True,
                        blank=True,
                        default=Decimal("500"),
                        validators=[MinValueValidator(Decimal("0"))],
                    ),
                ),
            ],
            options={
                "verbose_name": "House",
                "verbose_name_plural": "Houses",
                "ordering": ["street", "pk"],
                "indexes": [
                    models.Index(fields=["street", "id"], name="house_street_id_idx"),
                    models.Index(fields=["budget", "id"], name="house_budget_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="User",
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
                ("email", models.EmailField(unique=True)),
                ("name", models.CharField(max_length=120)),
                (
                    "role",
                    models.CharField(
                        max_length=9,
                        choices=[
                            ("tenant", "Tenant"),
                            ("caretaker", "Caretaker"),
                            ("office", "Office"),
                        ],
                        blank=True,
                        default="tenant",
                    ),
                ),
                (
                    "house",
                    models.ForeignKey(
                        "core.house",
                        on_delete=models.SET_NULL,
                        related_name="users",
                        null=True,
                        blank=True,
                        verbose_name="Lives in",
                    ),
                ),
                (
                    "phone",
                    models.CharField(
                        max_length=40,
                        blank=True,
                        default="",
                        help_text="For the caretaker alone",
                        validators=[
                            RegexValidator(
                                "^[0-9 +()-]+$",
                                "Digits, spaces, brackets, + and - only",
                            ),
                        ],
                    ),
                ),
                (
                    "since",
                    models.DateField(
                        null=True,
                        blank=True,
                        default=user_since_default,
                        verbose_name="Here since",
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
                "verbose_name": "Person",
                "verbose_name_plural": "Residents and staff",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="user_name_id_idx"),
                    models.Index(fields=["role", "id"], name="user_role_id_idx"),
                    models.Index(fields=["since", "id"], name="user_since_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Repair",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
                ("details", models.TextField(blank=True, default="")),
                (
                    "status",
                    models.CharField(
                        max_length=8,
                        choices=[
                            ("reported", "Reported"),
                            ("planned", "Planned"),
                            ("waiting", "Waiting for parts"),
                            ("done", "Done"),
                            ("dropped", "Dropped"),
                        ],
                        blank=True,
                        default="reported",
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        max_length=6,
                        choices=[
                            ("low", "When there is time"),
                            ("normal", "This week"),
                            ("high", "Today"),
                            ("danger", "At once"),
                        ],
                        blank=True,
                        default="normal",
                    ),
                ),
                (
                    "house",
                    models.ForeignKey(
                        "core.house",
                        on_delete=models.RESTRICT,
                        related_name="repairs",
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="reporter_repairs",
                    ),
                ),
                (
                    "caretaker",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="caretaker_repairs",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "due",
                    models.DateField(null=True, blank=True, default=repair_due_default),
                ),
                ("reported_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(null=True, blank=True)),
                (
                    "minutes",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=0,
                        validators=[MinValueValidator(0)],
                    ),
                ),
                (
                    "parts",
                    models.DecimalField(
                        max_digits=12,
                        decimal_places=2,
                        null=True,
                        blank=True,
                        default=Decimal("0"),
                    ),
                ),
                ("report", models.TextField(blank=True, default="")),
                ("place", models.JSONField(null=True, blank=True)),
                ("is_public", models.BooleanField(default=True)),
                (
                    "withdrawn_at",
                    models.DateTimeField(null=True, blank=True, db_index=True),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="withdrawn_by_repairs",
                        null=True,
                        blank=True,
                    ),
                ),
                ("revision", models.IntegerField(null=True, blank=True, default=1)),
                ("status_since", models.DateTimeField(default=now, editable=False)),
            ],
            options={
                "verbose_name": "Repair",
                "verbose_name_plural": "Repairs",
                "ordering": ["-reported_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=~models.Q(status="done")
                        | models.Q(finished_at__isnull=False),
                        name="repair_status_fi_069c801_check",
                        violation_error_code="REPAIR_NEEDS_END",
                        violation_error_message="Say when it was finished",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(finished_at__isnull=True)
                        | models.Q(finished_at__gte=models.F("reported_at")),
                        name="repair_finished_4f743fb_check",
                        violation_error_message=(
                            "Please check “Finished at” and “Reported at”"
                        ),
                    ),
                    models.CheckConstraint(
                        condition=models.Q(parts__isnull=False)
                        & models.Q(parts__lte=10000)
                        & models.Q(minutes__isnull=False)
                        & models.Q(
                            models.lookups.LessThanOrEqual(
                                -models.functions.Cast(
                                    models.F("minutes"),
                                    models.BigIntegerField(),
                                ),
                                models.Value(0),
                            ),
                        ),
                        name="repair_parts_minutes_check",
                        violation_error_code="REPAIR_TOO_DEAR",
                        violation_error_message="Please check “Parts” and “Minutes”",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["urgency", "-due"],
                        name="repair_urgency_due_995f0f7_idx",
                    ),
                    models.Index(
                        fields=["title", "number"],
                        name="repair_title_number_idx",
                    ),
                    models.Index(
                        fields=["status", "number"],
                        name="repair_status_number_idx",
                    ),
                    models.Index(
                        fields=["reported_at", "number"],
                        name="repair_reported_at_number_idx",
                    ),
                    models.Index(
                        fields=["withdrawn_at"],
                        condition=models.Q(withdrawn_at__isnull=False),
                        name="repair_withdrawn_at_away",
                    ),
                    models.Index(
                        fields=["status", "status_since"],
                        name="repair_status_status_since_idx",
                    ),
                    FullTextIndex(
                        fields=["title", "details"],
                        config="english",
                        name="repair_title_details_words",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
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
                    "repair",
                    models.ForeignKey(
                        "core.repair",
                        on_delete=models.CASCADE,
                        related_name="notes",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="author_notes",
                    ),
                ),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField(auto_now_add=True)),
                ("is_public", models.BooleanField(default=True)),
                (
                    "withdrawn_at",
                    models.DateTimeField(null=True, blank=True, db_index=True),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="withdrawn_by_notes",
                        null=True,
                        blank=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "Note",
                "verbose_name_plural": "Notes",
                "ordering": ["-written_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["written_at", "id"],
                        name="note_written_at_id_idx",
                    ),
                    models.Index(
                        fields=["is_public", "id"],
                        name="note_is_public_id_idx",
                    ),
                    models.Index(
                        fields=["withdrawn_at"],
                        condition=models.Q(withdrawn_at__isnull=False),
                        name="note_withdrawn_at_away",
                    ),
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
                (
                    "repair",
                    models.ForeignKey(
                        "core.repair",
                        on_delete=models.RESTRICT,
                        related_name="invoices",
                    ),
                ),
                ("amount", models.DecimalField(max_digits=12, decimal_places=2)),
                ("sent_on", models.DateField(auto_now_add=True)),
                ("paid_on", models.DateField(null=True, blank=True)),
            ],
            options={
                "verbose_name": "Invoice",
                "verbose_name_plural": "Invoices",
                "ordering": ["-sent_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(paid_on__isnull=True)
                        | models.Q(paid_on__gte=models.F("sent_on")),
                        name="invoice_paid_on_sent_on_check",
                        violation_error_message="Please check “Paid on” and “Sent on”",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["amount", "id"], name="invoice_amount_id_idx"),
                    models.Index(
                        fields=["sent_on", "id"],
                        name="invoice_sent_on_id_idx",
                    ),
                    models.Index(
                        fields=["paid_on", "id"],
                        name="invoice_paid_on_id_idx",
                    ),
                ],
            },
        ),
    ]
