"""The records that the app keeps."""

import uuid
from collections import defaultdict
from decimal import Decimal

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate

from pages.accounts.addresses import check_email
from pages.accounts.managers import UserManager
from pages.constraints import DatabaseCheck
from records import functions
from records.administrators import check_administrators
from records.querysets import QuerySet
from records.transitions import StatefulModel, find_refusal


def review_held_on_default():
    return localdate(timezone=get_default_timezone())


class Employer(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80, unique=True)
    town = models.CharField(max_length=80, blank=True, default="")

    search_fields = ["name", "town"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Employer"
        verbose_name_plural = "Employers"
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["town", "id"], name="employer_town_id_idx")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("employer_update", kwargs={"pk": self.pk})


class User(AbstractUser):
    class Role(models.TextChoices):
        EMPLOYEE = "employee", "Employee"
        LEAD = "lead", "Team lead"
        HR = "hr", "Human resources"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(
        max_length=8,
        choices=Role,
        blank=True,
        default=Role.EMPLOYEE,
    )
    employer = models.ForeignKey(
        "Employer",
        on_delete=models.SET_NULL,
        related_name="users",
        null=True,
        blank=True,
    )
    lead = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="lead_users",
        null=True,
        blank=True,
        verbose_name="Reports to",
    )
    desk = models.CharField(max_length=20, blank=True, default="")

    search_fields = ["email", "name", "desk"]

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
            models.Index(fields=["desk", "id"], name="user_desk_id_idx"),
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


class ContractQuerySet(QuerySet):
    def compute_hourly(self):
        return functions.RoundHalfEven(
            functions.divide(models.F("salary"), models.F("hours") * 52),
            2,
        )


class Contract(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    employer = models.ForeignKey(
        "Employer",
        on_delete=models.RESTRICT,
        related_name="contracts",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="contracts",
    )
    job = models.CharField(max_length=120)
    salary = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        verbose_name="Salary, a year",
        validators=[MinValueValidator(Decimal("0"))],
    )
    hours = models.DecimalField(
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        default=Decimal("40"),
        verbose_name="Hours a week",
        validators=[MinValueValidator(Decimal("1")), MaxValueValidator(Decimal("60"))],
    )
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    search_fields = ["job"]

    objects = ContractQuerySet.as_manager()

    class Meta:
        verbose_name = "Contract"
        verbose_name_plural = "Contracts"
        ordering = ["job", "pk"]
        constraints = [
            DatabaseCheck(
                condition=models.Q(ends__isnull=True)
                | models.Q(ends__gte=models.F("starts")),
                name="contract_ends_starts_check",
                violation_error_message="A contract can't end before it starts",
            ),
        ]
        indexes = [
            models.Index(fields=["job", "id"], name="contract_job_id_idx"),
            models.Index(fields=["salary", "id"], name="contract_salary_id_idx"),
            models.Index(fields=["hours", "id"], name="contract_hours_id_idx"),
            models.Index(fields=["starts", "id"], name="contract_starts_id_idx"),
            models.Index(fields=["ends", "id"], name="contract_ends_id_idx"),
        ]

    def __str__(self):
        return self.job

    def get_absolute_url(self):
        return reverse("contract_detail", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        if (
            self.starts is not None
            and self.ends is not None
            and self.ends < self.starts
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError("A contract can't end before it starts")
            )
        if errors:
            raise ValidationError(errors)


class Absence(StatefulModel):
    class Kind(models.TextChoices):
        HOLIDAY = "holiday", "Holiday"
        ILLNESS = "illness", "Illness"
        TRAINING = "training", "Training"

    class State(models.TextChoices):
        ASKED = "asked", "Asked for"
        GRANTED = "granted", "Granted"
        REFUSED = "refused", "Refused"
        WITHDRAWN = "withdrawn", "Withdrawn"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    employer = models.ForeignKey(
        "Employer",
        on_delete=models.RESTRICT,
        related_name="absences",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="absences",
    )
    kind = models.CharField(
        max_length=8,
        choices=Kind,
        blank=True,
        default=Kind.HOLIDAY,
    )
    starts = models.DateField()
    ends = models.DateField()
    state = models.CharField(
        max_length=9,
        choices=State,
        blank=True,
        default=State.ASKED,
    )
    reason = models.TextField(blank=True, default="")

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Time off"
        verbose_name_plural = "Time off"
        ordering = ["kind", "pk"]
        constraints = [
            DatabaseCheck(
                condition=models.Q(ends__gte=models.F("starts")),
                name="absence_ends_starts_check",
                violation_error_message="It can't end before it starts",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "id"], name="absence_kind_id_idx"),
            models.Index(fields=["starts", "id"], name="absence_starts_id_idx"),
            models.Index(fields=["ends", "id"], name="absence_ends_id_idx"),
            models.Index(fields=["state", "id"], name="absence_state_id_idx"),
        ]

    def __str__(self):
        if not self.kind:
            return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
        return self.get_kind_display()

    def get_absolute_url(self):
        return reverse("absence_detail", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        if refusal := find_refusal(self):
            errors["state"].append(refusal)
        if (
            self.ends is not None
            and self.starts is not None
            and self.ends < self.starts
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError("It can't end before it starts")
            )
        if errors:
            raise ValidationError(errors)


class Review(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    employer = models.ForeignKey(
        "Employer",
        on_delete=models.RESTRICT,
        related_name="reviews",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="person_reviews",
    )
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="held_by_reviews",
    )
    held_on = models.DateField(null=True, blank=True, default=review_held_on_default)
    rating = models.IntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(5)],
    )
    text = models.TextField()
    is_shared = models.BooleanField(default=False, verbose_name="Shown to the person")

    search_fields = ["text"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Review"
        verbose_name_plural = "Reviews"
        ordering = ["held_on", "pk"]
        indexes = [
            models.Index(fields=["held_on", "id"], name="review_held_on_id_idx"),
            models.Index(fields=["rating", "id"], name="review_rating_id_idx"),
            models.Index(fields=["is_shared", "id"], name="review_is_shared_id_idx"),
        ]

    def __str__(self):
        if self.held_on is None:
            return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
        return str(self.held_on)

    def get_absolute_url(self):
        return reverse("review_detail", kwargs={"pk": self.pk})
