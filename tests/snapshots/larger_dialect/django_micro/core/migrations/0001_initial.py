import uuid
from decimal import Decimal

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Site",
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
            ],
            options={
                "verbose_name": "Site",
                "verbose_name_plural": "Sites",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Address",
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
                ("street", models.CharField(max_length=80, blank=True, default="")),
                ("city", models.CharField(max_length=80)),
            ],
            options={
                "verbose_name": "Address",
                "verbose_name_plural": "Addresses",
                "ordering": ["street", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Tool",
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
            ],
            options={
                "verbose_name": "Tool",
                "verbose_name_plural": "Tools",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Fitter",
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
            ],
            options={
                "verbose_name": "Fitter",
                "verbose_name_plural": "Fitters",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Job",
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
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("title", models.CharField(max_length=200)),
                (
                    "state",
                    models.CharField(
                        max_length=5,
                        choices=[
                            ("open", "Open"),
                            ("doing", "In progress"),
                            ("done", "Done"),
                        ],
                        blank=True,
                        default="open",
                    ),
                ),
                (
                    "assigned_to",
                    models.ForeignKey(
                        "core.fitter",
                        on_delete=models.SET_NULL,
                        related_name="jobs",
                        null=True,
                        blank=True,
                    ),
                ),
                ("due_date", models.DateField(null=True, blank=True)),
                ("minutes", models.IntegerField(null=True, blank=True, default=30)),
                ("started_at", models.DateTimeField(null=True, blank=True)),
                (
                    "site",
                    models.ForeignKey(
                        "core.site",
                        on_delete=models.SET_NULL,
                        related_name="jobs",
                        null=True,
                        blank=True,
                    ),
                ),
                ("version", models.IntegerField(null=True, blank=True, default=1)),
            ],
            options={
                "verbose_name": "Job",
                "verbose_name_plural": "Jobs",
                "ordering": ["-created_at", "pk"],
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
                    "job",
                    models.ForeignKey(
                        "core.job",
                        on_delete=models.CASCADE,
                        related_name="notes",
                    ),
                ),
                ("text", models.TextField()),
            ],
            options={
                "verbose_name": "Note",
                "verbose_name_plural": "Notes",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
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
                    "job",
                    models.OneToOneField(
                        "core.job",
                        on_delete=models.RESTRICT,
                        related_name="receipt",
                    ),
                ),
                (
                    "paid",
                    models.DecimalField(
                        max_digits=8,
                        decimal_places=2,
                        null=True,
                        blank=True,
                        default=Decimal("0"),
                    ),
                ),
            ],
            options={
                "verbose_name": "Receipt",
                "verbose_name_plural": "Receipts",
                "ordering": ["pk"],
            },
        ),
    ]
