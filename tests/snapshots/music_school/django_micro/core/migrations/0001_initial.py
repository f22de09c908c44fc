import uuid
from decimal import Decimal

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models
from django.utils.timezone import now

from ..models import loan_back_by_default, loan_since_default


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
            name="Pupil",
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
                ("email", models.EmailField(null=True, blank=True, unique=True)),
                (
                    "level",
                    models.CharField(
                        max_length=8,
                        choices=[
                            ("beginner", "Beginner"),
                            ("advanced", "Advanced"),
                            ("master", "Master class"),
                        ],
                        blank=True,
                        default="beginner",
                    ),
                ),
                (
                    "fee",
                    models.DecimalField(
                        max_digits=8,
                        decimal_places=2,
                        null=True,
                        blank=True,
                        default=Decimal("45"),
                        validators=[MinValueValidator(Decimal("0"))],
                    ),
                ),
                ("active", models.BooleanField(default=True)),
                ("notes", models.TextField(blank=True, default="")),
                ("joined_at", models.DateTimeField(auto_now_add=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "Pupil",
                "verbose_name_plural": "Pupils",
                "ordering": ["-joined_at", "-pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="pupil_name_id_idx"),
                    models.Index(fields=["level", "id"], name="pupil_level_id_idx"),
                    models.Index(fields=["fee", "id"], name="pupil_fee_id_idx"),
                    models.Index(fields=["active", "id"], name="pupil_active_id_idx"),
                    models.Index(
                        fields=["joined_at", "id"],
                        name="pupil_joined_at_id_idx",
                    ),
                    models.Index(
                        fields=["changed_at", "id"],
                        name="pupil_changed_at_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Teacher",
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
                ("room", models.CharField(max_length=10, blank=True, default="")),
            ],
            options={
                "verbose_name": "Teacher",
                "verbose_name_plural": "Teachers",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["room", "id"], name="teacher_room_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Loan",
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
                ("instrument", models.CharField(max_length=80)),
                (
                    "pupil",
                    models.ForeignKey(
                        "core.pupil",
                        on_delete=models.SET_NULL,
                        related_name="loans",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "since",
                    models.DateField(null=True, blank=True, default=loan_since_default),
                ),
                (
                    "back_by",
                    models.DateField(
                        null=True,
                        blank=True,
                        default=loan_back_by_default,
                    ),
                ),
            ],
            options={
                "verbose_name": "Loan",
                "verbose_name_plural": "Loans",
                "ordering": ["instrument", "pk"],
                "indexes": [
                    models.Index(
                        fields=["instrument", "id"],
                        name="loan_instrument_id_idx",
                    ),
                    models.Index(fields=["since", "id"], name="loan_since_id_idx"),
                    models.Index(fields=["back_by", "id"], name="loan_back_by_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lesson",
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
                ("title", models.CharField(max_length=200)),
                (
                    "pupil",
                    models.ForeignKey(
                        "core.pupil",
                        on_delete=models.CASCADE,
                        related_name="lessons",
                    ),
                ),
                (
                    "teacher",
                    models.ForeignKey(
                        "core.teacher",
                        on_delete=models.SET_NULL,
                        related_name="lessons",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "priority",
                    models.CharField(
                        max_length=6,
                        choices=[
                            ("low", "Low"),
                            ("medium", "Medium"),
                            ("high", "High"),
                        ],
                        blank=True,
                        default="medium",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        max_length=7,
                        choices=[
                            ("planned", "Planned"),
                            ("given", "Given"),
                            ("missed", "Missed"),
                        ],
                        blank=True,
                        default="planned",
                    ),
                ),
                (
                    "minutes",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=30,
                        validators=[MinValueValidator(15), MaxValueValidator(120)],
                    ),
                ),
                ("starts_at", models.DateTimeField(null=True, blank=True)),
            ],
            options={
                "verbose_name": "Lesson",
                "verbose_name_plural": "Lessons",
                "ordering": ["title", "pk"],
                "indexes": [
                    models.Index(fields=["title", "id"], name="lesson_title_id_idx"),
                    models.Index(
                        fields=["priority", "id"],
                        name="lesson_priority_id_idx",
                    ),
                    models.Index(fields=["status", "id"], name="lesson_status_id_idx"),
                    models.Index(
                        fields=["minutes", "id"],
                        name="lesson_minutes_id_idx",
                    ),
                    models.Index(
                        fields=["starts_at", "id"],
                        name="lesson_starts_at_id_idx",
                    ),
                ],
            },
        ),
    ]
