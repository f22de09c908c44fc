import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Task",
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
                ("description", models.TextField(blank=True, default="")),
                (
                    "status",
                    models.CharField(
                        max_length=11,
                        choices=[
                            ("todo", "To do"),
                            ("in_progress", "In progress"),
                            ("done", "Done"),
                        ],
                        blank=True,
                        default="todo",
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
                ("due_date", models.DateField(null=True, blank=True)),
                ("completed", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "Task",
                "verbose_name_plural": "Tasks",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["status", "due_date"],
                        name="task_status_due_date_idx",
                    ),
                    models.Index(fields=["title", "id"], name="task_title_id_idx"),
                    models.Index(
                        fields=["priority", "id"],
                        name="task_priority_id_idx",
                    ),
                    models.Index(
                        fields=["due_date", "id"],
                        name="task_due_date_id_idx",
                    ),
                    models.Index(
                        fields=["completed", "id"],
                        name="task_completed_id_idx",
                    ),
                    models.Index(
                        fields=["created_at", "id"],
                        name="task_created_at_id_idx",
                    ),
                ],
            },
        ),
    ]
