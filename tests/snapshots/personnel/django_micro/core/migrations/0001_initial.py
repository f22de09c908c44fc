import uuid
from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models
from django.utils.timezone import now

from ..models import review_held_on_default


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Employer",
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
                ("town", models.CharField(max_length=80, blank=True, default="")),
            ],
            options={
                "verbose_name": "Employer",
                "verbose_name_plural": "Employers",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["town", "id"], name="employer_town_id_idx"),
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
                        max_length=8,
                        choices=[
                            ("employee", "Employee"),
                            ("lead", "Team lead"),
                            ("hr", "Human resources"),
                        ],
                        blank=True,
                        default="employee",
                    ),
                ),
                (
                    "employer",
                    models.ForeignKey(
                        "core.employer",
                        on_delete=models.SET_NULL,
                        related_name="users",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="lead_users",
                        null=True,
                        blank=True,
                        verbose_name="Reports to",
                    ),
                ),
                ("desk", models.CharField(max_length=20, blank=True, default="")),
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
                "verbose_name_plural": "People",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="user_name_id_idx"),
                    models.Index(fields=["role", "id"], name="user_role_id_idx"),
                    models.Index(fields=["desk", "id"], name="user_desk_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contract",
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
                    "employer",
                    models.ForeignKey(
                        "core.employer",
                        on_delete=models.RESTRICT,
                        related_name="contracts",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="contracts",
                    ),
                ),
                ("job", models.CharField(max_length=120)),
                (
                    "salary",
                    models.DecimalField(
                        max_digits=12,
                        decimal_places=2,
                        verbose_name="Salary, a year",
                        validators=[MinValueValidator(Decimal("0"))],
                    ),
                ),
                (
                    "hours",
                    models.DecimalField(
                        max_digits=4,
                        decimal_places=1,
                        null=True,
                        blank=True,
                        default=Decimal("40"),
                        verbose_name="Hours a week",
                        validators=[
                            MinValueValidator(Decimal("1")),
                            MaxValueValidator(Decimal("60")),
                        ],
                    ),
                ),
                ("starts", models.DateField()),
                ("ends", models.DateField(null=True, blank=True)),
            ],
            options={
                "verbose_name": "Contract",
                "verbose_name_plural": "Contracts",
                "ordering": ["job", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(ends__isnull=True)
                        | models.Q(ends__gte=models.F("starts")),
                        name="contract_ends_starts_check",
                        violation_error_message="A contract can't end before it starts",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["job", "id"], name="contract_job_id_idx"),
                    models.Index(
                        fields=["salary", "id"],
                        name="contract_salary_id_idx",
                    ),
                    models.Index(fields=["hours", "id"], name="contract_hours_id_idx"),
                    models.Index(
                        fields=["starts", "id"],
                        name="contract_starts_id_idx",
                    ),
                    models.Index(fields=["ends", "id"], name="contract_ends_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Absence",
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
                    "employer",
                    models.ForeignKey(
                        "core.employer",
                        on_delete=models.RESTRICT,
                        related_name="absences",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="absences",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        max_length=8,
                        choices=[
                            ("holiday", "Holiday"),
                            ("illness", "Illness"),
                            ("training", "Training"),
                        ],
                        blank=True,
                        default="holiday",
                    ),
                ),
                ("starts", models.DateField()),
                ("ends", models.DateField()),
                (
                    "state",
                    models.CharField(
                        max_length=9,
                        choices=[
                            ("asked", "Asked for"),
                            ("granted", "Granted"),
                            ("refused", "Refused"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        blank=True,
                        default="asked",
                    ),
                ),
                ("reason", models.TextField(blank=True, default="")),
            ],
            options={
                "verbose_name": "Time off",
                "verbose_name_plural": "Time off",
                "ordering": ["kind", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(ends__gte=models.F("starts")),
                        name="absence_ends_starts_check",
                        violation_error_message="It can't end before it starts",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["kind", "id"], name="absence_kind_id_idx"),
                    models.Index(fields=["starts", "id"], name="absence_starts_id_idx"),
                    models.Index(fields=["ends", "id"], name="absence_ends_id_idx"),
                    models.Index(fields=["state", "id"], name="absence_state_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
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
                    "employer",
                    models.ForeignKey(
                        "core.employer",
                        on_delete=models.RESTRICT,
                        related_name="reviews",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="person_reviews",
                    ),
                ),
                (
                    "held_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="held_by_reviews",
                    ),
                ),
                (
                    "held_on",
                    models.DateField(
                        null=True,
                        blank=True,
                        default=review_held_on_default,
                    ),
                ),
                (
                    "rating",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        validators=[MinValueValidator(1), MaxValueValidator(5)],
                    ),
                ),
                ("text", models.TextField()),
                (
                    "is_shared",
                    models.BooleanField(
                        default=False,
                        verbose_name="Shown to the person",
                    ),
                ),
            ],
            options={
                "verbose_name": "Review",
                "verbose_name_plural": "Reviews",
                "ordering": ["held_on", "pk"],
                "indexes": [
                    models.Index(
                        fields=["held_on", "id"],
                        name="review_held_on_id_idx",
                    ),
                    models.Index(fields=["rating", "id"], name="review_rating_id_idx"),
                    models.Index(
                        fields=["is_shared", "id"],
                        name="review_is_shared_id_idx",
                    ),
                ],
            },
        ),
    ]
