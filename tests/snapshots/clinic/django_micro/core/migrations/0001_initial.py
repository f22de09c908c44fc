import datetime
import uuid
from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import migrations, models
from django.utils.timezone import now

from ..models import (
    appointment_day_default,
    invoice_due_on_default,
    invoice_issued_on_default,
)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Patient",
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
                ("born_on", models.DateField()),
                ("phone", models.CharField(max_length=40, blank=True, default="")),
                (
                    "insurance",
                    models.CharField(max_length=40, null=True, blank=True, unique=True),
                ),
                ("allergies", models.TextField(blank=True, default="")),
                ("registered_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "Patient",
                "verbose_name_plural": "Patients",
                "ordering": ["-registered_at", "-pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="patient_name_id_idx"),
                    models.Index(
                        fields=["registered_at", "id"],
                        name="patient_registered_at_id_idx",
                    ),
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
                            ("reception", "Reception"),
                            ("nurse", "Nurse"),
                            ("doctor", "Doctor"),
                            ("billing", "Billing"),
                        ],
                        default="reception",
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
                "verbose_name_plural": "Staff",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="user_name_id_idx"),
                    models.Index(fields=["role", "id"], name="user_role_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Card",
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
                    "patient",
                    models.OneToOneField(
                        "core.patient",
                        on_delete=models.CASCADE,
                        related_name="card",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        max_length=16,
                        unique=True,
                        validators=[RegexValidator("^[0-9]{8,16}$")],
                    ),
                ),
            ],
            options={
                "verbose_name": "Patient card",
                "verbose_name_plural": "Patient cards",
                "ordering": ["number", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Doctor",
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
                ("licence", models.CharField(max_length=20, unique=True)),
                (
                    "account",
                    models.OneToOneField(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="doctor",
                        null=True,
                        blank=True,
                        verbose_name="Signs in as",
                    ),
                ),
                ("email", models.EmailField(blank=True, default="")),
                (
                    "mentor",
                    models.ForeignKey(
                        "core.doctor",
                        on_delete=models.SET_NULL,
                        related_name="mentor_doctors",
                        null=True,
                        blank=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "Doctor",
                "verbose_name_plural": "Doctors",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="doctor_name_id_idx"),
                    models.Index(fields=["email", "id"], name="doctor_email_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Department",
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
                ("name", models.CharField(max_length=80, unique=True)),
                (
                    "head",
                    models.ForeignKey(
                        "core.doctor",
                        on_delete=models.SET_NULL,
                        related_name="departments",
                        null=True,
                        blank=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "Department",
                "verbose_name_plural": "Departments",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
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
                    "patient",
                    models.ForeignKey(
                        "core.patient",
                        on_delete=models.RESTRICT,
                        related_name="appointments",
                    ),
                ),
                (
                    "doctor",
                    models.ForeignKey(
                        "core.doctor",
                        on_delete=models.RESTRICT,
                        related_name="doctor_appointments",
                    ),
                ),
                (
                    "referred_by",
                    models.ForeignKey(
                        "core.doctor",
                        on_delete=models.SET_NULL,
                        related_name="referred_by_appointments",
                        null=True,
                        blank=True,
                    ),
                ),
                ("day", models.DateField(default=appointment_day_default)),
                (
                    "starts_at",
                    models.TimeField(
                        null=True,
                        blank=True,
                        default=datetime.time.fromisoformat("09:00"),
                    ),
                ),
                ("room", models.CharField(max_length=10, blank=True, default="")),
                (
                    "state",
                    models.CharField(
                        max_length=7,
                        choices=[
                            ("booked", "Booked"),
                            ("arrived", "Arrived"),
                            ("seen", "Seen"),
                            ("missed", "Missed"),
                        ],
                        blank=True,
                        default="booked",
                    ),
                ),
                ("reason", models.CharField(max_length=200)),
                ("booked_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "Appointment",
                "verbose_name_plural": "Appointments",
                "ordering": ["-booked_at", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["doctor", "day", "starts_at"],
                        name="appointment_docto_c49e306_uniq",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(referred_by__isnull=True)
                        | ~models.Q(referred_by=models.F("doctor")),
                        name="appointment_refe_22360e5_check",
                        violation_error_message="Nobody refers a patient to themselves",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["day", "starts_at"],
                        name="appointment_day_starts_at_idx",
                    ),
                    models.Index(
                        fields=["starts_at", "id"],
                        name="appointment_starts_at_id_idx",
                    ),
                    models.Index(fields=["room", "id"], name="appointment_room_id_idx"),
                    models.Index(
                        fields=["state", "id"],
                        name="appointment_state_id_idx",
                    ),
                    models.Index(
                        fields=["booked_at", "id"],
                        name="appointment_booked_at_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ward",
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
                ("name", models.CharField(max_length=80)),
                (
                    "department",
                    models.ForeignKey(
                        "core.department",
                        on_delete=models.CASCADE,
                        related_name="wards",
                    ),
                ),
                (
                    "beds",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=12,
                        validators=[MinValueValidator(1)],
                    ),
                ),
            ],
            options={
                "verbose_name": "Ward",
                "verbose_name_plural": "Wards",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="ward_name_id_idx"),
                    models.Index(fields=["beds", "id"], name="ward_beds_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
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
                    "appointment",
                    models.ForeignKey(
                        "core.appointment",
                        on_delete=models.RESTRICT,
                        related_name="findings",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="findings",
                    ),
                ),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "Finding",
                "verbose_name_plural": "Findings",
                "ordering": ["-written_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["written_at", "id"],
                        name="finding_written_at_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invoice",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                (
                    "appointment",
                    models.ForeignKey(
                        "core.appointment",
                        on_delete=models.RESTRICT,
                        related_name="invoices",
                    ),
                ),
                (
                    "state",
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
                ("issued_on", models.DateField(default=invoice_issued_on_default)),
                (
                    "due_on",
                    models.DateField(
                        null=True,
                        blank=True,
                        default=invoice_due_on_default,
                    ),
                ),
                ("paid_on", models.DateField(null=True, blank=True)),
                (
                    "insured",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=0,
                        verbose_name="Paid by the insurance (%)",
                        validators=[MinValueValidator(0), MaxValueValidator(100)],
                    ),
                ),
            ],
            options={
                "verbose_name": "Invoice",
                "verbose_name_plural": "Invoices",
                "ordering": ["number", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(due_on__isnull=True)
                        | models.Q(due_on__gte=models.F("issued_on")),
                        name="invoice_due_on_issued_on_check",
                        violation_error_message=(
                            "An invoice can't be due before it is issued"
                        ),
                    ),
                    models.CheckConstraint(
                        condition=models.Q(paid_on__isnull=True)
                        | models.Q(paid_on__gte=models.F("issued_on")),
                        name="invoice_paid_on_c6f14a1_check",
                        violation_error_message="It can't be paid before it is issued",
                    ),
                ],
                "indexes": [
                    models.Index(
                        fields=["state", "number"],
                        name="invoice_state_number_idx",
                    ),
                    models.Index(
                        fields=["issued_on", "number"],
                        name="invoice_issued_on_number_idx",
                    ),
                    models.Index(
                        fields=["due_on", "number"],
                        name="invoice_due_on_number_idx",
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
                ("what", models.CharField(max_length=160, verbose_name="For")),
                (
                    "quantity",
                    models.DecimalField(
                        max_digits=6,
                        decimal_places=2,
                        null=True,
                        blank=True,
                        default=Decimal("1"),
                        validators=[MinValueValidator(Decimal("0.25"))],
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
            ],
            options={
                "verbose_name": "Invoice line",
                "verbose_name_plural": "Invoice lines",
                "ordering": ["what", "pk"],
                "indexes": [
                    models.Index(fields=["what", "id"], name="line_what_id_idx"),
                    models.Index(
                        fields=["quantity", "id"],
                        name="line_quantity_id_idx",
                    ),
                    models.Index(fields=["price", "id"], name="line_price_id_idx"),
                ],
            },
        ),
        migrations.AddField(
            model_name="doctor",
            name="ward",
            field=models.ForeignKey(
                "core.ward",
                on_delete=models.SET_NULL,
                related_name="doctors",
                null=True,
                blank=True,
            ),
        ),
    ]
