import uuid
from decimal import Decimal

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.validators import MinValueValidator
from django.db import migrations, models
from django.utils.timezone import now

from ..models import project_starts_on_default


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
            name="Person",
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
            ],
            options={
                "verbose_name": "Person",
                "verbose_name_plural": "People",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="person_name_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Project",
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
                (
                    "status",
                    models.CharField(
                        max_length=7,
                        choices=[
                            ("planned", "Planned"),
                            ("running", "Running"),
                            ("done", "Done"),
                        ],
                        default="running",
                    ),
                ),
                (
                    "rate",
                    models.DecimalField(
                        max_digits=12,
                        decimal_places=2,
                        null=True,
                        blank=True,
                        verbose_name="Rate per hour",
                        help_text="None for work that nobody pays.",
                        validators=[MinValueValidator(Decimal("0"))],
                    ),
                ),
                (
                    "budget",
                    models.DecimalField(
                        max_digits=12,
                        decimal_places=2,
                        null=True,
                        blank=True,
                        validators=[MinValueValidator(Decimal("0"))],
                    ),
                ),
                ("starts_on", models.DateField(default=project_starts_on_default)),
                ("ends_on", models.DateField(null=True, blank=True)),
            ],
            options={
                "verbose_name": "Project",
                "verbose_name_plural": "Projects",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(ends_on__isnull=True)
                        | models.Q(ends_on__gt=models.F("starts_on")),
                        name="project_ends_on_4b6b983_check",
                        violation_error_message="A project ends after it has started",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["status", "id"], name="project_status_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
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
                    "person",
                    models.ForeignKey(
                        "core.person",
                        on_delete=models.RESTRICT,
                        related_name="entries",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        "core.project",
                        on_delete=models.RESTRICT,
                        related_name="entries",
                    ),
                ),
                (
                    "note",
                    models.CharField(max_length=200, verbose_name="What was done"),
                ),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                (
                    "hours",
                    models.DecimalField(
                        max_digits=4,
                        decimal_places=2,
                        help_text="Without breaks.",
                    ),
                ),
                ("billable", models.BooleanField(default=True)),
            ],
            options={
                "verbose_name": "Time entry",
                "verbose_name_plural": "Time entries",
                "ordering": ["note", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(ends_at__gt=models.F("starts_at")),
                        name="entry_ends_at_starts_at_check",
                        violation_error_message="The end comes after the start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(hours__gt=0) & models.Q(hours__lte=24),
                        name="entry_hours_check",
                        violation_error_message="A day has 24 hours",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["note", "id"], name="entry_note_id_idx"),
                    models.Index(
                        fields=["starts_at", "id"],
                        name="entry_starts_at_id_idx",
                    ),
                    models.Index(fields=["ends_at", "id"], name="entry_ends_at_id_idx"),
                    models.Index(fields=["hours", "id"], name="entry_hours_id_idx"),
                    models.Index(
                        fields=["billable", "id"],
                        name="entry_billable_id_idx",
                    ),
                ],
            },
        ),
    ]
