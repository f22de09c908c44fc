import uuid
from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models
from django.utils.timezone import localdate

from ..models import loan_back_by_default


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
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
                "ordering": ["-joined_at", "pk"],
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
                ("since", models.DateField(null=True, blank=True, default=localdate)),
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
            },
        ),
    ]
