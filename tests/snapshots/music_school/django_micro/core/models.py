"""The records that the app keeps."""

import datetime
import uuid
from decimal import Decimal

from django.contrib.auth.models import AbstractUser
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate

from pages.accounts.managers import UserManager
from records.administrators import check_administrators
from records.querysets import QuerySet


def loan_since_default():
    return localdate(timezone=get_default_timezone())


def loan_back_by_default():
    return localdate(timezone=get_default_timezone()) + datetime.timedelta(days=90)


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects = UserManager.from_queryset(QuerySet)()

    def clean(self):
        super().clean()
        check_administrators(self)


class Pupil(models.Model):
    class Level(models.TextChoices):
        BEGINNER = "beginner", "Beginner"
        ADVANCED = "advanced", "Advanced"
        MASTER = "master", "Master class"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField(null=True, blank=True, unique=True)
    level = models.CharField(
        max_length=8,
        choices=Level,
        blank=True,
        default=Level.BEGINNER,
    )
    fee = models.DecimalField(
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        default=Decimal("45"),
        validators=[MinValueValidator(Decimal("0"))],
    )
    active = models.BooleanField(default=True)
    notes = models.TextField(blank=True, default="")
    joined_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    search_fields = ["name", "email", "notes"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Pupil"
        verbose_name_plural = "Pupils"
        ordering = ["-joined_at", "-pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="pupil_name_id_idx"),
            models.Index(fields=["level", "id"], name="pupil_level_id_idx"),
            models.Index(fields=["fee", "id"], name="pupil_fee_id_idx"),
            models.Index(fields=["active", "id"], name="pupil_active_id_idx"),
            models.Index(fields=["joined_at", "id"], name="pupil_joined_at_id_idx"),
            models.Index(fields=["changed_at", "id"], name="pupil_changed_at_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("pupil_detail", kwargs={"pk": self.pk})


class Teacher(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)
    room = models.CharField(max_length=10, blank=True, default="")

    search_fields = ["name", "room"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Teacher"
        verbose_name_plural = "Teachers"
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["room", "id"], name="teacher_room_id_idx")]

    def __str__(self):
        return self.name


class Lesson(models.Model):
    class Priority(models.TextChoices):
        LOW = "low", "Low"
        MEDIUM = "medium", "Medium"
        HIGH = "high", "High"

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        GIVEN = "given", "Given"
        MISSED = "missed", "Missed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=200)
    pupil = models.ForeignKey("Pupil", on_delete=models.CASCADE, related_name="lessons")
    teacher = models.ForeignKey(
        "Teacher",
        on_delete=models.SET_NULL,
        related_name="lessons",
        null=True,
        blank=True,
    )
    priority = models.CharField(
        max_length=6,
        choices=Priority,
        blank=True,
        default=Priority.MEDIUM,
    )
    status = models.CharField(
        max_length=7,
        choices=Status,
        blank=True,
        default=Status.PLANNED,
    )
    minutes = models.IntegerField(
        null=True,
        blank=True,
        default=30,
        validators=[MinValueValidator(15), MaxValueValidator(120)],
    )
    starts_at = models.DateTimeField(null=True, blank=True)

    search_fields = ["title"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Lesson"
        verbose_name_plural = "Lessons"
        ordering = ["title", "pk"]
        indexes = [
            models.Index(fields=["title", "id"], name="lesson_title_id_idx"),
            models.Index(fields=["priority", "id"], name="lesson_priority_id_idx"),
            models.Index(fields=["status", "id"], name="lesson_status_id_idx"),
            models.Index(fields=["minutes", "id"], name="lesson_minutes_id_idx"),
            models.Index(fields=["starts_at", "id"], name="lesson_starts_at_id_idx"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("lesson_update", kwargs={"pk": self.pk})


class Loan(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    instrument = models.CharField(max_length=80)
    pupil = models.ForeignKey(
        "Pupil",
        on_delete=models.SET_NULL,
        related_name="loans",
        null=True,
        blank=True,
    )
    since = models.DateField(null=True, blank=True, default=loan_since_default)
    back_by = models.DateField(null=True, blank=True, default=loan_back_by_default)

    search_fields = ["instrument"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Loan"
        verbose_name_plural = "Loans"
        ordering = ["instrument", "pk"]
        indexes = [
            models.Index(fields=["instrument", "id"], name="loan_instrument_id_idx"),
            models.Index(fields=["since", "id"], name="loan_since_id_idx"),
            models.Index(fields=["back_by", "id"], name="loan_back_by_id_idx"),
        ]

    def __str__(self):
        return self.instrument
