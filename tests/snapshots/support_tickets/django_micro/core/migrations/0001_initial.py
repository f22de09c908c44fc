import uuid

from django.conf import settings
from django.db import migrations, models
from django.utils.timezone import now

from ..models import ticket_respond_by_default


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
                        primary_key=True,
                        serialize=False,
                        default=uuid.uuid4,
                        editable=False,
                    ),
                ),
                ("email", models.EmailField(unique=True)),
                ("name", models.CharField(max_length=120)),
                (
                    "role",
                    models.CharField(
                        max_length=8,
                        choices=[
                            ("customer", "Customer"),
                            ("agent", "Agent"),
                            ("manager", "Manager"),
                        ],
                        blank=True,
                        default="customer",
                    ),
                ),
                ("phone", models.CharField(max_length=40, blank=True, default="")),
                ("is_active", models.BooleanField(default=True)),
                ("joined_at", models.DateTimeField(auto_now_add=True)),
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
                "verbose_name": "User",
                "verbose_name_plural": "Users",
                "ordering": ["-joined_at", "-pk"],
                "indexes": [
                    models.Index(fields=["role", "name"], name="user_role_name_idx"),
                    models.Index(fields=["name", "id"], name="user_name_id_idx"),
                    models.Index(
                        fields=["is_active", "id"],
                        name="user_is_active_id_idx",
                    ),
                    models.Index(
                        fields=["joined_at", "id"],
                        name="user_joined_at_id_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ticket",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("subject", models.CharField(max_length=200)),
                ("description", models.TextField()),
                (
                    "status",
                    models.CharField(
                        max_length=7,
                        choices=[
                            ("open", "Open"),
                            ("waiting", "Waiting for the customer"),
                            ("solved", "Solved"),
                            ("closed", "Closed"),
                        ],
                        blank=True,
                        default="open",
                    ),
                ),
                (
                    "severity",
                    models.CharField(
                        max_length=6,
                        choices=[
                            ("low", "Low"),
                            ("normal", "Normal"),
                            ("high", "High"),
                            ("urgent", "Urgent"),
                        ],
                        blank=True,
                        default="normal",
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="reporter_tickets",
                    ),
                ),
                (
                    "assignee",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="assignee_tickets",
                        null=True,
                        blank=True,
                    ),
                ),
                (
                    "respond_by",
                    models.DateTimeField(
                        null=True,
                        blank=True,
                        default=ticket_respond_by_default,
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "Ticket",
                "verbose_name_plural": "Tickets",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["status", "severity"],
                        name="ticket_status_severity_idx",
                    ),
                    models.Index(
                        fields=["assignee", "-created_at"],
                        name="ticket_assignee_cr_accfda8_idx",
                    ),
                    models.Index(
                        fields=["subject", "number"],
                        name="ticket_subject_number_idx",
                    ),
                    models.Index(
                        fields=["severity", "number"],
                        name="ticket_severity_number_idx",
                    ),
                    models.Index(
                        fields=["respond_by", "number"],
                        name="ticket_respond_by_number_idx",
                    ),
                    models.Index(
                        fields=["created_at", "number"],
                        name="ticket_created_at_number_idx",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
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
                    "ticket",
                    models.ForeignKey(
                        "core.ticket",
                        on_delete=models.CASCADE,
                        related_name="comments",
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.RESTRICT,
                        related_name="comments",
                    ),
                ),
                ("text", models.TextField()),
                ("is_internal", models.BooleanField(default=False)),
                (
                    "attachment",
                    models.FileField(upload_to="comment/attachment/", blank=True),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "verbose_name": "Comment",
                "verbose_name_plural": "Comments",
                "ordering": ["-created_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["is_internal", "id"],
                        name="comment_is_internal_id_idx",
                    ),
                    models.Index(fields=["attachment"], name="comment_attachment_idx"),
                    models.Index(
                        fields=["created_at", "id"],
                        name="comment_created_at_id_idx",
                    ),
                ],
            },
        ),
    ]
