import uuid

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import migrations, models
from django.utils.timezone import now

from records.full_text_index import FullTextIndex

from ..models import ticket_answer_by_default


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
                            ("lead", "Lead"),
                        ],
                        default="customer",
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
                "verbose_name": "Person",
                "verbose_name_plural": "People",
                "ordering": ["name", "pk"],
                "indexes": [
                    models.Index(fields=["name", "id"], name="user_name_id_idx"),
                    models.Index(fields=["role", "id"], name="user_role_id_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ticket",
            fields=[
                (
                    "removed_at",
                    models.DateTimeField(null=True, blank=True, db_index=True),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="removed_by_tickets",
                        null=True,
                        blank=True,
                    ),
                ),
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("subject", models.CharField(max_length=200)),
                ("description", models.TextField(verbose_name="What happened")),
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
                    "priority",
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
                        verbose_name="From",
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
                        verbose_name="Assigned to",
                    ),
                ),
                (
                    "callback",
                    models.CharField(
                        max_length=40,
                        blank=True,
                        default="",
                        verbose_name="Call back at",
                        help_text="Only those who handle the ticket see it.",
                    ),
                ),
                (
                    "solution",
                    models.TextField(
                        blank=True,
                        default="",
                        verbose_name="What helped",
                    ),
                ),
                (
                    "minutes",
                    models.IntegerField(
                        null=True,
                        blank=True,
                        default=0,
                        verbose_name="Minutes spent",
                        validators=[MinValueValidator(0)],
                    ),
                ),
                (
                    "opened_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="Opened"),
                ),
                (
                    "answer_by",
                    models.DateTimeField(
                        null=True,
                        blank=True,
                        default=ticket_answer_by_default,
                    ),
                ),
            ],
            options={
                "verbose_name": "Ticket",
                "verbose_name_plural": "Tickets",
                "ordering": ["-opened_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["status", "-priority"],
                        name="ticket_status_prio_c33e30d_idx",
                    ),
                    models.Index(
                        fields=["subject", "number"],
                        name="ticket_subject_number_idx",
                    ),
                    models.Index(
                        fields=["priority", "number"],
                        name="ticket_priority_number_idx",
                    ),
                    models.Index(
                        fields=["opened_at", "number"],
                        name="ticket_opened_at_number_idx",
                    ),
                    models.Index(
                        fields=["answer_by", "number"],
                        name="ticket_answer_by_number_idx",
                    ),
                    models.Index(
                        fields=["removed_at"],
                        condition=models.Q(removed_at__isnull=False),
                        name="ticket_removed_at_away",
                    ),
                    FullTextIndex(
                        fields=["subject", "description", "solution"],
                        config="english",
                        name="ticket_subject_d_bedc993_words",
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
                    "removed_at",
                    models.DateTimeField(null=True, blank=True, db_index=True),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL,
                        on_delete=models.SET_NULL,
                        related_name="removed_by_comments",
                        null=True,
                        blank=True,
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
                        related_name="author_comments",
                    ),
                ),
                ("text", models.TextField()),
                (
                    "is_internal",
                    models.BooleanField(default=False, verbose_name="Internal"),
                ),
                (
                    "written_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="Written"),
                ),
            ],
            options={
                "verbose_name": "Comment",
                "verbose_name_plural": "Comments",
                "ordering": ["-written_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["is_internal", "id"],
                        name="comment_is_internal_id_idx",
                    ),
                    models.Index(
                        fields=["written_at", "id"],
                        name="comment_written_at_id_idx",
                    ),
                    models.Index(
                        fields=["removed_at"],
                        condition=models.Q(removed_at__isnull=False),
                        name="comment_removed_at_away",
                    ),
                ],
            },
        ),
    ]
