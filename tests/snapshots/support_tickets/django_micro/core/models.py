"""The records that the app keeps."""

import datetime
import uuid

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.timezone import now

from pages.accounts.addresses import check_email
from pages.accounts.managers import UserManager
from records.administrators import check_administrators
from records.querysets import QuerySet


class Severity(models.TextChoices):
    LOW = "low", "Low"
    NORMAL = "normal", "Normal"
    HIGH = "high", "High"
    URGENT = "urgent", "Urgent"


def ticket_respond_by_default():
    return now() + datetime.timedelta(hours=4)


class User(AbstractUser):
    class Role(models.TextChoices):
        CUSTOMER = "customer", "Customer"
        AGENT = "agent", "Agent"
        MANAGER = "manager", "Manager"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(
        max_length=8,
        choices=Role,
        blank=True,
        default=Role.CUSTOMER,
    )
    phone = models.CharField(max_length=40, blank=True, default="")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    search_fields = ["email", "name"]

    username = None

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager.from_queryset(QuerySet)()

    class Meta:
        verbose_name = "User"
        verbose_name_plural = "Users"
        ordering = ["-joined_at", "-pk"]
        indexes = [
            models.Index(fields=["role", "name"], name="user_role_name_idx"),
            models.Index(fields=["name", "id"], name="user_name_id_idx"),
            models.Index(fields=["is_active", "id"], name="user_is_active_id_idx"),
            models.Index(fields=["joined_at", "id"], name="user_joined_at_id_idx"),
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


class Ticket(models.Model):
    class Status(models.TextChoices):
        OPEN = "open", "Open"
        WAITING = "waiting", "Waiting for the customer"
        SOLVED = "solved", "Solved"
        CLOSED = "closed", "Closed"

    number = models.BigAutoField(primary_key=True)
    subject = models.CharField(max_length=200)
    description = models.TextField()
    status = models.CharField(
        max_length=7,
        choices=Status,
        blank=True,
        default=Status.OPEN,
    )
    severity = models.CharField(
        max_length=6,
        choices=Severity,
        blank=True,
        default=Severity.NORMAL,
    )
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="reporter_tickets",
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="assignee_tickets",
        null=True,
        blank=True,
    )
    respond_by = models.DateTimeField(
        null=True,
        blank=True,
        default=ticket_respond_by_default,
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    search_fields = ["subject"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Ticket"
        verbose_name_plural = "Tickets"
        ordering = ["-created_at", "-pk"]
        indexes = [
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
        ]

    def __str__(self):
        return self.subject

    def get_absolute_url(self):
        return reverse("ticket_detail", kwargs={"pk": self.pk})


class Comment(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ticket = models.ForeignKey(
        "Ticket",
        on_delete=models.CASCADE,
        related_name="comments",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="comments",
    )
    text = models.TextField()
    is_internal = models.BooleanField(default=False)
    attachment = models.FileField(upload_to="comment/attachment/", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    search_fields = ["text"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Comment"
        verbose_name_plural = "Comments"
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                fields=["is_internal", "id"],
                name="comment_is_internal_id_idx",
            ),
            models.Index(fields=["attachment"], name="comment_attachment_idx"),
            models.Index(fields=["created_at", "id"], name="comment_created_at_id_idx"),
        ]

    def __str__(self):
        return Truncator(self.text).chars(80)
