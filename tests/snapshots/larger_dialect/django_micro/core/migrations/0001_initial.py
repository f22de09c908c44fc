import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

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
            ],
            options={
                "verbose_name": "Reader",
                "verbose_name_plural": "Readers",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="reader_name_id_idx"),
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
            ],
            options={
                "verbose_name": "Issue",
                "verbose_name_plural": "Issues",
                "ordering": ["title", "pk"],
                "indexes": [
                    models.Index(fields=["title", "id"], name="issue_title_id_idx"),
                    models.Index(fields=["sent_at", "id"], name="issue_sent_at_id_idx"),
                ],
            },
        ),
    ]
