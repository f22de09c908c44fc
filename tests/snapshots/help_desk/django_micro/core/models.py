"""The records that the app keeps."""

import datetime
import uuid
from collections import defaultdict

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.timezone import now

from pages.accounts.addresses import check_email
from pages.accounts.managers import UserManager
from records import functions
from records.administrators import check_administrators
from records.audit.records import AuditedModel
from records.full_text_index import FullTextIndex
from records.querysets import QuerySet
from records.soft_deletion import PresentManager, SoftDeletableModel
from records.transitions import StatefulModel, find_refusal


class Priority(models.TextChoices):
    LOW = "low", "Low"
    NORMAL = "normal", "Normal"
    HIGH = "high", "High"
    URGENT = "urgent", "Urgent"


def ticket_answer_by_default():
    return now() + datetime.timedelta(hours=4)


class TicketQuerySet(QuerySet):
    def compute_late(self):
        return models.Case(
            models.When(
                models.Q(status="open") & models.Q(answer_by__lt=now()),
                then=models.Value(True),
            ),
            default=models.Value(False),
        )


class Ticket(AuditedModel, SoftDeletableModel, StatefulModel):
    class Status(models.TextChoices):
        OPEN = "open", "Open"
        WAITING = "waiting", "Waiting for the customer"
        SOLVED = "solved", "Solved"
        CLOSED = "closed", "Closed"

    removed_at = models.DateTimeField(null=True, blank=True, db_index=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="removed_by_tickets",
        null=True,
        blank=True,
    )
    number = models.BigAutoField(primary_key=True)
    subject = models.CharField(max_length=200)
    description = models.TextField(verbose_name="What happened")
    status = models.CharField(
        max_length=7,
        choices=Status,
        blank=True,
        default=Status.OPEN,
    )
    priority = models.CharField(
        max_length=6,
        choices=Priority,
        blank=True,
        default=Priority.NORMAL,
    )
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="reporter_tickets",
        verbose_name="From",
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="assignee_tickets",
        null=True,
        blank=True,
        verbose_name="Assigned to",
    )
    callback = models.CharField(
        max_length=40,
        blank=True,
        default="",
        verbose_name="Call back at",
        help_text="Only those who handle the ticket see it.",
    )
    solution = models.TextField(blank=True, default="", verbose_name="What helped")
    minutes = models.IntegerField(
        null=True,
        blank=True,
        default=0,
        verbose_name="Minutes spent",
        validators=[MinValueValidator(0)],
    )
    opened_at = models.DateTimeField(auto_now_add=True, verbose_name="Opened")
    answer_by = models.DateTimeField(
        null=True,
        blank=True,
        default=ticket_answer_by_default,
    )

    search_fields = ["subject", "description", "solution"]

    audited_operations = ["create", "update", "delete"]
    sensitive_fields = ["callback"]
    deletion_fields = ["removed_at", "removed_by"]

    objects = PresentManager.from_queryset(TicketQuerySet)()
    all_objects = TicketQuerySet.as_manager()

    class Meta:
        verbose_name = "Ticket"
        verbose_name_plural = "Tickets"
        ordering = ["-opened_at", "-pk"]
        indexes = [
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
        ]

    def __str__(self):
        return self.subject

    def get_absolute_url(self):
        return reverse("ticket_detail", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        if refusal := find_refusal(self):
            errors["status"].append(refusal)
        if (
            self.assignee_id is not None
            and (functions.follow(self, "assignee", "role") or "") == "customer"
        ):
            errors["assignee"].append(
                ValidationError("Only agents and the lead handle tickets")
            )
        if errors:
            raise ValidationError(errors)


class Comment(AuditedModel, SoftDeletableModel):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, db_index=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="removed_by_comments",
        null=True,
        blank=True,
    )
    ticket = models.ForeignKey(
        "Ticket",
        on_delete=models.CASCADE,
        related_name="comments",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="author_comments",
    )
    text = models.TextField()
    is_internal = models.BooleanField(default=False, verbose_name="Internal")
    written_at = models.DateTimeField(auto_now_add=True, verbose_name="Written")

    search_fields = ["text"]

    audited_operations = ["update", "delete"]
    deletion_fields = ["removed_at", "removed_by"]

    objects = PresentManager.from_queryset(QuerySet)()
    all_objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Comment"
        verbose_name_plural = "Comments"
        ordering = ["-written_at", "-pk"]
        indexes = [
            models.Index(
                fields=["is_internal", "id"],
                name="comment_is_internal_id_idx",
            ),
            models.Index(fields=["written_at", "id"], name="comment_written_at_id_idx"),
            models.Index(
                fields=["removed_at"],
                condition=models.Q(removed_at__isnull=False),
                name="comment_removed_at_away",
            ),
        ]

    def __str__(self):
        return Truncator(self.text).chars(80)

    def get_absolute_url(self):
        return reverse("comment_detail", kwargs={"pk": self.pk})


class User(AbstractUser):
    class Role(models.TextChoices):
        CUSTOMER = "customer", "Customer"
        AGENT = "agent", "Agent"
        LEAD = "lead", "Lead"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=8, choices=Role, default=Role.CUSTOMER)

    search_fields = ["email", "name"]

    username = None

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager.from_queryset(QuerySet)()

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "People"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="user_name_id_idx"),
            models.Index(fields=["role", "id"], name="user_role_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("user_detail", kwargs={"pk": self.pk})

    def validate_unique(self, exclude=None):
        super().validate_unique(exclude)
        check_email(self, exclude)

    def clean(self):
        super().clean()
        check_administrators(self)
