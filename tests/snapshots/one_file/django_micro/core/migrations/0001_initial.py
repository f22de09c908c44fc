import uuid

from django.core.validators import MinValueValidator
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Book",
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
                ("title", models.CharField(max_length=255)),
                ("author", models.CharField(max_length=255, blank=True, default="")),
                (
                    "pages",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        validators=[MinValueValidator(1)],
                    ),
                ),
                ("finished_on", models.DateField(null=True, blank=True)),
            ],
            options={
                "verbose_name": "Book",
                "verbose_name_plural": "Books",
                "ordering": ["title", "pk"],
                "indexes": [
                    models.Index(fields=["title", "id"], name="book_title_id_idx"),
                    models.Index(fields=["author", "id"], name="book_author_id_idx"),
                    models.Index(fields=["pages", "id"], name="book_pages_id_idx"),
                    models.Index(
                        fields=["finished_on", "id"],
                        name="book_finished_on_id_idx",
                    ),
                ],
            },
        ),
    ]
