import uuid

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="jobs",
                        null=True,
                        blank=True,
                    ),
                ),
                ("due_date", models.DateField(null=True, blank=True)),
                ("minutes", models.IntegerField(null=True, blank=True, default=30)),
                ("started_at", models.DateTimeField(null=True, blank=True)),
            ],
            options={
                "verbose_name": "Job",
                "verbose_name_plural": "Jobs",
                "ordering": ["title", "pk"],
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
    ]
