"""The records that the app keeps."""

import datetime
import uuid
from collections import defaultdict
from decimal import Decimal

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate

from pages.accounts.managers import UserManager
from pages.constraints import DatabaseCheck
from records import functions
from records.administrators import check_administrators
from records.querysets import QuerySet


def project_starts_on_default():
    return localdate(timezone=get_default_timezone())


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects = UserManager.from_queryset(QuerySet)()

    def clean(self):
        super().clean()
        check_administrators(self)


class PersonQuerySet(QuerySet):
    def compute_hours(self):
        return functions.Number(
            functions.sum_rows(
                Entry.objects.filter(person=models.OuterRef("pk")),
                models.F("hours"),
            ),
            2,
        )

    def compute_billable_share(self):
        return functions.RoundHalfEven(
            functions.divide(
                functions.sum_rows(
                    Entry.objects.filter(billable=True, person=models.OuterRef("pk")),
                    models.F("hours"),
                )
                * 100,
                self.compute_hours(),
            ),
            1,
        )

    def compute_earned(self):
        return functions.RoundHalfEven(
            functions.sum_rows(
                Entry.objects.filter(billable=True, person=models.OuterRef("pk")),
                models.F("hours") * models.F("project__rate"),
            ),
            2,
        )

    def compute_breaks(self):
        return functions.sum_durations(
            Entry.objects.filter(person=models.OuterRef("pk")),
            Entry.objects.compute_breaks(),
        )

    def compute_latest_entry(self):
        return functions.greatest_of_rows(
            Entry.objects.filter(person=models.OuterRef("pk")),
            models.F("ends_at"),
        )


class Person(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True)

    search_fields = ["name", "email"]

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "People"
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["name", "id"], name="person_name_id_idx")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("person_detail", kwargs={"pk": self.pk})


class ProjectQuerySet(QuerySet):
    def compute_hours(self):
        return functions.Number(
            functions.sum_rows(
                Entry.objects.filter(project=models.OuterRef("pk")),
                models.F("hours"),
            ),
            2,
        )

    def compute_billable_hours(self):
        return functions.Number(
            functions.sum_rows(
                Entry.objects.filter(billable=True, project=models.OuterRef("pk")),
                models.F("hours"),
            ),
            2,
        )

    def compute_billable_share(self):
        return functions.RoundHalfEven(
            functions.divide(self.compute_billable_hours() * 100, self.compute_hours()),
            1,
        )

    def compute_cost(self):
        return functions.RoundHalfEven(
            self.compute_billable_hours() * models.F("rate"),
            2,
        )

    def compute_left(self):
        return functions.Number(models.F("budget") - self.compute_cost(), 2)

    def compute_used(self):
        return functions.RoundHalfEven(
            functions.divide(self.compute_cost() * 100, models.F("budget")),
            1,
        )

    def compute_over_budget(self):
        return models.Case(
            models.When(
                models.Q(models.lookups.LessThan(self.compute_left(), models.Value(0))),
                then=models.Value(True),
            ),
            default=models.Value(False),
        )

    def compute_days_running(self):
        return functions.WholeDays(functions.today() - models.F("starts_on"))

    def compute_overdue(self):
        return models.Case(
            models.When(
                models.Q(ends_on__lt=functions.today()) & ~models.Q(status="done"),
                then=models.Value(True),
            ),
            default=models.Value(False),
        )

    def compute_entered(self):
        return functions.count_rows(Entry.objects.filter(project=models.OuterRef("pk")))

    def compute_average_entry(self):
        return functions.RoundHalfEven(
            functions.average_rows(
                Entry.objects.filter(project=models.OuterRef("pk")),
                models.F("hours"),
            ),
            2,
        )

    def compute_longest_entry(self):
        return functions.Number(
            functions.greatest_of_rows(
                Entry.objects.filter(project=models.OuterRef("pk")),
                models.F("hours"),
            ),
            2,
        )

    def compute_first_entry(self):
        return functions.least_of_rows(
            Entry.objects.filter(project=models.OuterRef("pk")),
            models.F("starts_at"),
        )

    def compute_latest_entry(self):
        return functions.greatest_of_rows(
            Entry.objects.filter(project=models.OuterRef("pk")),
            models.F("ends_at"),
        )


class Project(models.Model):
    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        RUNNING = "running", "Running"
        DONE = "done", "Done"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120, unique=True)
    status = models.CharField(max_length=7, choices=Status, default=Status.RUNNING)
    rate = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        verbose_name="Rate per hour",
        help_text="None for work that nobody pays.",
        validators=[MinValueValidator(Decimal("0"))],
    )
    budget = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0"))],
    )
    starts_on = models.DateField(default=project_starts_on_default)
    ends_on = models.DateField(null=True, blank=True)

    search_fields = ["name"]

    objects = ProjectQuerySet.as_manager()

    class Meta:
        verbose_name = "Project"
        verbose_name_plural = "Projects"
        ordering = ["name", "pk"]
        constraints = [
            DatabaseCheck(
                condition=models.Q(ends_on__isnull=True)
                | models.Q(ends_on__gt=models.F("starts_on")),
                name="project_ends_on_4b6b983_check",
                violation_error_message="A project ends after it has started",
            ),
        ]
        indexes = [models.Index(fields=["status", "id"], name="project_status_id_idx")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("project_detail", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        if (
            self.starts_on is not None
            and self.ends_on is not None
            and self.ends_on <= self.starts_on
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError("A project ends after it has started")
            )
        if errors:
            raise ValidationError(errors)


class EntryQuerySet(QuerySet):
    def compute_breaks(self):
        return functions.Lasting(
            models.F("ends_at")
            - models.F("starts_at")
            - functions.ScaleDuration(datetime.timedelta(hours=1), models.F("hours")),
        )


class Entry(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        "Person",
        on_delete=models.RESTRICT,
        related_name="entries",
    )
    project = models.ForeignKey(
        "Project",
        on_delete=models.RESTRICT,
        related_name="entries",
    )
    note = models.CharField(max_length=200, verbose_name="What was done")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    hours = models.DecimalField(
        max_digits=4,
        decimal_places=2,
        help_text="Without breaks.",
    )
    billable = models.BooleanField(default=True)

    search_fields = ["note"]

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = "Time entry"
        verbose_name_plural = "Time entries"
        ordering = ["note", "pk"]
        constraints = [
            DatabaseCheck(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="entry_ends_at_starts_at_check",
                violation_error_message="The end comes after the start",
            ),
            DatabaseCheck(
                condition=models.Q(hours__gt=0) & models.Q(hours__lte=24),
                name="entry_hours_check",
                violation_error_message="A day has 24 hours",
            ),
        ]
        indexes = [
            models.Index(fields=["note", "id"], name="entry_note_id_idx"),
            models.Index(fields=["starts_at", "id"], name="entry_starts_at_id_idx"),
            models.Index(fields=["ends_at", "id"], name="entry_ends_at_id_idx"),
            models.Index(fields=["hours", "id"], name="entry_hours_id_idx"),
            models.Index(fields=["billable", "id"], name="entry_billable_id_idx"),
        ]

    def __str__(self):
        return self.note

    def get_absolute_url(self):
        return reverse("entry_update", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        if (
            self.ends_at is not None
            and self.starts_at is not None
            and self.ends_at <= self.starts_at
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError("The end comes after the start")
            )
        if self.hours is not None and (self.hours <= 0 or self.hours > 24):
            errors["hours"].append(ValidationError("A day has 24 hours"))
        if (
            self.hours is not None
            and self.ends_at is not None
            and self.starts_at is not None
            and (
                (
                    duration := functions.scale_duration(
                        datetime.timedelta(hours=1),
                        self.hours,
                    )
                )
                is None
                or duration > self.ends_at - self.starts_at
            )
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError("There are fewer hours between start and end")
            )
        project_starts_on = functions.follow(self, "project", "starts_on")
        starts_at_day = functions.read_day(self.starts_at)
        if (
            self.starts_at is not None
            and project_starts_on is not None
            and (starts_at_day is None or starts_at_day < project_starts_on)
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError("The project has not started yet on that day")
            )
        if errors:
            raise ValidationError(errors)
