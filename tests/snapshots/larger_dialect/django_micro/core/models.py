"""The records that the app keeps."""

import datetime
import uuid

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate

from pages.accounts.managers import UserManager
from records.administrators import check_administrators
from records.audit.records import AuditedModel
from records.querysets import QuerySet
from records.soft_deletion import PresentManager, SoftDeletableModel


def issue_seen_until_default():
    return localdate(timezone=get_default_timezone()) + datetime.timedelta(days=14)


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects = UserManager.from_queryset(QuerySet)()

    def clean(self):
        super().clean()
        check_administrators(self)


class Reader(models.Model):
    class Language(models.TextChoices):
        ENGLISH = "english", "English"
        GERMAN = "german", "German"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True)
    language = models.CharField(
        max_length=7,
        choices=Language,
        blank=True,
        default=Language.ENGLISH,
    )
    letters = models.FileField(upload_to="reader/letters/", blank=True)

    search_fields = ["name", "email"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Reader"
        verbose_name_plural = "Readers"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="reader_name_id_idx"),
            models.Index(fields=["language", "id"], name="reader_language_id_idx"),
            models.Index(fields=["letters"], name="reader_letters_idx"),
        ]

    def __str__(self):
        return self.name


class Issue(AuditedModel, SoftDeletableModel):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)
    seen_until = models.DateField(
        null=True,
        blank=True,
        default=issue_seen_until_default,
    )
    deleted_at = models.DateTimeField(null=True, blank=True, db_index=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="issues",
        null=True,
        blank=True,
    )

    search_fields = ["title", "text"]

    audited_operations = ["create", "update", "delete"]
    deletion_fields = ["deleted_at", "deleted_by"]

    objects = PresentManager.from_queryset(QuerySet)()
    all_objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Issue"
        verbose_name_plural = "Issues"
        ordering = ["title", "pk"]
        indexes = [
            models.Index(fields=["title", "id"], name="issue_title_id_idx"),
            models.Index(fields=["sent_at", "id"], name="issue_sent_at_id_idx"),
            models.Index(fields=["seen_until", "id"], name="issue_seen_until_id_idx"),
            models.Index(
                fields=["deleted_at"],
                condition=models.Q(deleted_at__isnull=False),
                name="issue_deleted_at_away",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("issue_detail", kwargs={"pk": self.pk})
