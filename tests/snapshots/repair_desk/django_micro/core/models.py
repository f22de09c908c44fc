"""The records that the app keeps."""

import datetime
import uuid
from collections import defaultdict
from decimal import Decimal

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate, now

from pages.accounts.addresses import check_email
from pages.accounts.managers import UserManager
from pages.constraints import DatabaseCheck
from records import functions
from records.actors import find_asked
from records.administrators import check_administrators
from records.audit.records import AuditedModel
from records.full_text_index import FullTextIndex
from records.querysets import QuerySet
from records.roles import has_role
from records.soft_deletion import PresentManager, SoftDeletableModel
from records.transitions import StatefulModel, find_refusal
from records.versions import VersionedModel


class Urgency(models.TextChoices):
    LOW = "low", "When there is time"
    NORMAL = "normal", "This week"
    HIGH = "high", "Today"
    DANGER = "danger", "At once"


def user_since_default():
    return localdate(timezone=get_default_timezone())


def repair_due_default():
    return localdate(timezone=get_default_timezone()) + datetime.timedelta(days=7)


class User(AbstractUser):
    class Role(models.TextChoices):
        TENANT = "tenant", "Tenant"
        CARETAKER = "caretaker", "Caretaker"
        OFFICE = "office", "Office"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=9, choices=Role, blank=True, default=Role.TENANT)
    house = models.ForeignKey(
        "House",
        on_delete=models.SET_NULL,
        related_name="users",
        null=True,
        blank=True,
        verbose_name="Lives in",
    )
    phone = models.CharField(
        max_length=40,
        blank=True,
        default="",
        help_text="For the caretaker alone",
        validators=[
            RegexValidator("^[0-9 +()-]+$", "Digits, spaces, brackets, + and - only"),
        ],
    )
    since = models.DateField(
        null=True,
        blank=True,
        default=user_since_default,
        verbose_name="Here since",
    )

    search_fields = ["email", "name"]

    username = None

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager.from_queryset(QuerySet)()

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "Residents and staff"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="user_name_id_idx"),
            models.Index(fields=["role", "id"], name="user_role_id_idx"),
            models.Index(fields=["since", "id"], name="user_since_id_idx"),
        ]

    def __str__(self):
        return self.name

    def validate_unique(self, exclude=None):
        super().validate_unique(exclude)
        check_email(self, exclude)

    def clean(self):
        super().clean()
        check_administrators(self)


class HouseQuerySet(QuerySet):
    def compute_waiting(self):
        return functions.count_rows(
            Repair.objects.filter(
                ~models.Q(status__in=["done", "dropped"]),
                house=models.OuterRef("pk"),
            ),
        )

    def compute_spent(self):
        return functions.Number(
            functions.sum_rows(
                Repair.objects.filter(house=models.OuterRef("pk")),
                Repair.objects.compute_cost(),
            ),
            2,
        )

    def compute_left(self):
        return functions.Number(models.F("budget") - self.compute_spent(), 2)

    def compute_share(self):
        return functions.RoundHalfEven(
            functions.divide(
                self.compute_spent() * 100,
                functions.sum_rows(
                    Repair.objects.all(),
                    functions.divide(models.F("minutes"), 60) * 32 + models.F("parts"),
                ),
            ),
            1,
        )


class House(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    street = models.CharField(max_length=120)
    budget = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        default=Decimal("500"),
        validators=[MinValueValidator(Decimal("0"))],
    )

    search_fields = ["street"]

    objects = HouseQuerySet.as_manager()

    class Meta:
        verbose_name = "House"
        verbose_name_plural = "Houses"
        ordering = ["street", "pk"]
        indexes = [
            models.Index(fields=["street", "id"], name="house_street_id_idx"),
            models.Index(fields=["budget", "id"], name="house_budget_id_idx"),
        ]

    def __str__(self):
        return self.street


class RepairQuerySet(QuerySet):
    def compute_days_open(self):
        return functions.WholeDays(now() - models.F("reported_at"))

    def compute_days_left(self):
        return functions.WholeDays(models.F("due") - functions.today())

    def compute_cost(self):
        return functions.RoundHalfEven(
            functions.divide(models.F("minutes"), 60) * 32 + models.F("parts"),
            2,
        )

    def compute_overspent(self):
        return functions.Number(self.compute_cost() - models.F("house__budget"), 2)

    def compute_on_site(self):
        return models.F("finished_at") - models.F("reported_at")


class Repair(AuditedModel, VersionedModel, SoftDeletableModel, StatefulModel):
    class Status(models.TextChoices):
        REPORTED = "reported", "Reported"
        PLANNED = "planned", "Planned"
        WAITING = "waiting", "Waiting for parts"
        DONE = "done", "Done"
        DROPPED = "dropped", "Dropped"

    number = models.BigAutoField(primary_key=True)
    title = models.CharField(max_length=200)
    details = models.TextField(blank=True, default="")
    status = models.CharField(
        max_length=8,
        choices=Status,
        blank=True,
        default=Status.REPORTED,
    )
    urgency = models.CharField(
        max_length=6,
        choices=Urgency,
        blank=True,
        default=Urgency.NORMAL,
    )
    house = models.ForeignKey(
        "House",
        on_delete=models.RESTRICT,
        related_name="repairs",
    )
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="reporter_repairs",
    )
    caretaker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="caretaker_repairs",
        null=True,
        blank=True,
    )
    due = models.DateField(null=True, blank=True, default=repair_due_default)
    reported_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    minutes = models.IntegerField(
        null=True,
        blank=True,
        default=0,
        validators=[MinValueValidator(0)],
    )
    parts = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        default=Decimal("0"),
    )
    report = models.TextField(blank=True, default="")
    place = models.JSONField(null=True, blank=True)
    is_public = models.BooleanField(default=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, db_index=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="withdrawn_by_repairs",
        null=True,
        blank=True,
    )
    revision = models.IntegerField(null=True, blank=True, default=1)
    status_since = models.DateTimeField(default=now, editable=False)

    search_fields = ["title", "details"]

    audited_operations = ["create", "update", "delete"]
    version_field = "revision"
    deletion_fields = ["withdrawn_at", "withdrawn_by"]

    objects = PresentManager.from_queryset(RepairQuerySet)()
    all_objects = RepairQuerySet.as_manager()

    class Meta:
        verbose_name = "Repair"
        verbose_name_plural = "Repairs"
        ordering = ["-reported_at", "-pk"]
        constraints = [
            DatabaseCheck(
                condition=~models.Q(status="done")
                | models.Q(finished_at__isnull=False),
                name="repair_status_fi_069c801_check",
                violation_error_code="REPAIR_NEEDS_END",
                violation_error_message="Say when it was finished",
            ),
            DatabaseCheck(
                condition=models.Q(finished_at__isnull=True)
                | models.Q(finished_at__gte=models.F("reported_at")),
                name="repair_finished_4f743fb_check",
                violation_error_message="Please check “Finished at” and “Reported at”",
            ),
            DatabaseCheck(
                condition=models.Q(parts__isnull=False)
                & models.Q(parts__lte=10000)
                & models.Q(minutes__isnull=False)
                & models.Q(
                    models.lookups.LessThanOrEqual(
                        -models.functions.Cast(
                            models.F("minutes"),
                            models.BigIntegerField(),
                        ),
                        models.Value(0),
                    ),
                ),
                name="repair_parts_minutes_check",
                violation_error_code="REPAIR_TOO_DEAR",
                violation_error_message="Please check “Parts” and “Minutes”",
            ),
        ]
        indexes = [
            models.Index(
                fields=["urgency", "-due"],
                name="repair_urgency_due_995f0f7_idx",
            ),
            models.Index(fields=["title", "number"], name="repair_title_number_idx"),
            models.Index(fields=["status", "number"], name="repair_status_number_idx"),
            models.Index(
                fields=["reported_at", "number"],
                name="repair_reported_at_number_idx",
            ),
            models.Index(
                fields=["withdrawn_at"],
                condition=models.Q(withdrawn_at__isnull=False),
                name="repair_withdrawn_at_away",
            ),
            models.Index(
                fields=["status", "status_since"],
                name="repair_status_status_since_idx",
            ),
            FullTextIndex(
                fields=["title", "details"],
                config="english",
                name="repair_title_details_words",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("repair_detail", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        user = find_asked(self)
        if refusal := find_refusal(self):
            errors["status"].append(refusal)
        if self.status == "done" and self.finished_at is None:
            errors[NON_FIELD_ERRORS].append(
                ValidationError("Say when it was finished", code="REPAIR_NEEDS_END")
            )
        if (
            self.urgency == "danger"
            and self.due is not None
            and (
                moved := functions.move(
                    self.reported_at or now(),
                    datetime.timedelta(days=1),
                )
            )
            is not None
            and (day := functions.read_day(moved)) is not None
            and self.due > day
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError("What is dangerous can't wait")
            )
        if (
            (self.parts is None or self.parts > 200)
            and user is not None
            and not has_role(user, "office")
            and (not has_role(user, "caretaker") or self.caretaker_id != user.pk)
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError(
                    (
                        "The office and its own caretaker may say that a repair needs "
                        "so many parts"
                    ),
                ),
            )
        if self.finished_at is not None and self.finished_at < (
            self.reported_at or now()
        ):
            errors["finished_at"].append(
                ValidationError("Please check “Finished at” and “Reported at”")
            )
        if (
            self.parts is None
            or self.parts > 10000
            or self.minutes is None
            or -self.minutes > 0
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError(
                    "Please check “Parts” and “Minutes”",
                    code="REPAIR_TOO_DEAR",
                ),
            )
        if errors:
            raise ValidationError(errors)


class Note(AuditedModel, SoftDeletableModel):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    repair = models.ForeignKey("Repair", on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="author_notes",
    )
    text = models.TextField()
    written_at = models.DateTimeField(auto_now_add=True)
    is_public = models.BooleanField(default=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, db_index=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="withdrawn_by_notes",
        null=True,
        blank=True,
    )

    search_fields = ["text"]

    audited_operations = ["create", "delete"]
    deletion_fields = ["withdrawn_at", "withdrawn_by"]

    objects = PresentManager.from_queryset(QuerySet)()
    all_objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Note"
        verbose_name_plural = "Notes"
        ordering = ["-written_at", "-pk"]
        indexes = [
            models.Index(fields=["written_at", "id"], name="note_written_at_id_idx"),
            models.Index(fields=["is_public", "id"], name="note_is_public_id_idx"),
            models.Index(
                fields=["withdrawn_at"],
                condition=models.Q(withdrawn_at__isnull=False),
                name="note_withdrawn_at_away",
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"


class Invoice(AuditedModel):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    repair = models.ForeignKey(
        "Repair",
        on_delete=models.RESTRICT,
        related_name="invoices",
    )
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    sent_on = models.DateField(auto_now_add=True)
    paid_on = models.DateField(null=True, blank=True)

    audited_operations = ["update"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Invoice"
        verbose_name_plural = "Invoices"
        ordering = ["-sent_on", "-pk"]
        constraints = [
            DatabaseCheck(
                condition=models.Q(paid_on__isnull=True)
                | models.Q(paid_on__gte=models.F("sent_on")),
                name="invoice_paid_on_sent_on_check",
                violation_error_message="Please check “Paid on” and “Sent on”",
            ),
        ]
        indexes = [
            models.Index(fields=["amount", "id"], name="invoice_amount_id_idx"),
            models.Index(fields=["sent_on", "id"], name="invoice_sent_on_id_idx"),
            models.Index(fields=["paid_on", "id"], name="invoice_paid_on_id_idx"),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        if self.paid_on is not None and self.paid_on < (
            self.sent_on or functions.today()
        ):
            errors["paid_on"].append(
                ValidationError("Please check “Paid on” and “Sent on”")
            )
        if errors:
            raise ValidationError(errors)
