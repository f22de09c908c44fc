import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("object_key", models.CharField(max_length=500, verbose_name="Key")),
                ("object_name", models.CharField(max_length=500, verbose_name="Name")),
                (
                    "is_gone",
                    models.BooleanField(default=False, verbose_name="Deleted since"),
                ),
                (
                    "operation",
                    models.CharField(
                        choices=[
                            ("create", "Added"),
                            ("update", "Changed"),
                            ("delete", "Deleted"),
                            ("restore", "Restored"),
                        ],
                        max_length=7,
                        verbose_name="What",
                    ),
                ),
                (
                    "changes",
                    models.JSONField(
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="Changes",
                    ),
                ),
                (
                    "user_name",
                    models.CharField(blank=True, editable=False, max_length=500),
                ),
                (
                    "made_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="When"),
                ),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="Kind",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Who",
                    ),
                ),
            ],
            options={
                "verbose_name": "Change",
                "verbose_name_plural": "Changes",
                "ordering": ["-made_at", "-pk"],
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["content_type", "object_key"],
                        name="audit_entry_row_idx",
                    ),
                    models.Index(fields=["made_at", "id"], name="audit_entry_time_idx"),
                ],
            },
        ),
    ]
