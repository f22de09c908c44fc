import uuid

from django.conf import settings
from django.db import migrations, models

from ..models import issue_seen_until_default


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Reader",
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
                (
                    "language",
                    models.CharField(
                        max_length=7,
                        choices=[("english", "English"), ("german", "German")],
                        blank=True,
                        default="english",
                    ),
                ),
                ("letters", models.FileField(upload_to="reader/letters/", blank=True)),
            ],
            options={
                "verbose_name": "Reader",
                "verbose_name_plural": "Readers",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="reader_name_id_idx"),
                    models.Index(
                        fields=["language", "id"],
                        name="reader_language_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Issue",
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
                ("text", models.TextField(blank=True, default="")),
                ("sent_at", models.DateTimeField(null=True, blank=True)),
                (
                    "seen_until",
                    models.DateField(
                        null=True,
                        blank=True,
                        default=issue_seen_until_default,
                    ),
                ),
                (
                    "deleted_at",
                    models.DateTimeField(null=True, blank=True, db_index=True),
                ),
                (
                    "deleted_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="issues",
                        null=True,
                        blank=True,
                    ),
                ),
            ],
            options={
                "verbose_name": "Issue",
                "verbose_name_plural": "Issues",
                "ordering": ["title", "pk"],
                "indexes": [
                    models.Index(fields=["title", "id"], name="issue_title_id_idx"),
                    models.Index(fields=["sent_at", "id"], name="issue_sent_at_id_idx"),
                    models.Index(
                        fields=["seen_until", "id"],
                        name="issue_seen_until_id_idx",
                    ),
                    models.Index(
                        fields=["deleted_at", "id"],
                        name="issue_deleted_at_id_idx",
                    ),
                ],
            },
        ),
    ]
