"""The records that the app keeps."""

import datetime
import uuid
from collections import defaultdict
from decimal import Decimal

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate

from pages.accounts.addresses import check_email
from pages.accounts.managers import UserManager
from pages.constraints import DatabaseCheck
from records import functions
from records.administrators import check_administrators
from records.audit.records import AuditedModel
from records.querysets import QuerySet
from records.transitions import StatefulModel, find_refusal


def appointment_day_default():
    return localdate(timezone=get_default_timezone())


def invoice_issued_on_default():
    return localdate(timezone=get_default_timezone())


def invoice_due_on_default():
    return localdate(timezone=get_default_timezone()) + datetime.timedelta(days=30)


class Doctor(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    licence = models.CharField(max_length=20, unique=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="doctor",
        null=True,
        blank=True,
        verbose_name="Signs in as",
    )
    email = models.EmailField(blank=True, default="")
    ward = models.ForeignKey(
        "Ward",
        on_delete=models.SET_NULL,
        related_name="doctors",
        null=True,
        blank=True,
    )
    mentor = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="mentor_doctors",
        null=True,
        blank=True,
    )

    search_fields = ["name", "licence", "email"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Doctor"
        verbose_name_plural = "Doctors"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="doctor_name_id_idx"),
            models.Index(fields=["email", "id"], name="doctor_email_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("doctor_detail", kwargs={"pk": self.pk})


class Ward(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)
    department = models.ForeignKey(
        "Department",
        on_delete=models.CASCADE,
        related_name="wards",
    )
    beds = models.IntegerField(
        null=True,
        blank=True,
        default=12,
        validators=[MinValueValidator(1)],
    )

    search_fields = ["name"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Ward"
        verbose_name_plural = "Wards"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="ward_name_id_idx"),
            models.Index(fields=["beds", "id"], name="ward_beds_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("ward_detail", kwargs={"pk": self.pk})


class Department(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80, unique=True)
    head = models.ForeignKey(
        "Doctor",
        on_delete=models.SET_NULL,
        related_name="departments",
        null=True,
        blank=True,
    )

    search_fields = ["name"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Department"
        verbose_name_plural = "Departments"
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("department_detail", kwargs={"pk": self.pk})


class Patient(AuditedModel):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    born_on = models.DateField()
    phone = models.CharField(max_length=40, blank=True, default="")
    insurance = models.CharField(max_length=40, null=True, blank=True, unique=True)
    allergies = models.TextField(blank=True, default="")
    registered_at = models.DateTimeField(auto_now_add=True)

    search_fields = ["name"]

    audited_operations = ["update"]
    sensitive_fields = ["born_on", "phone", "insurance", "allergies"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Patient"
        verbose_name_plural = "Patients"
        ordering = ["-registered_at", "-pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="patient_name_id_idx"),
            models.Index(
                fields=["registered_at", "id"],
                name="patient_registered_at_id_idx",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("patient_detail", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        if self.born_on is not None and self.born_on > functions.today():
            errors["born_on"].append(ValidationError("Nobody is born tomorrow"))
        if errors:
            raise ValidationError(errors)


class Appointment(AuditedModel, StatefulModel):
    class State(models.TextChoices):
        BOOKED = "booked", "Booked"
        ARRIVED = "arrived", "Arrived"
        SEEN = "seen", "Seen"
        MISSED = "missed", "Missed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    patient = models.ForeignKey(
        "Patient",
        on_delete=models.RESTRICT,
        related_name="appointments",
    )
    doctor = models.ForeignKey(
        "Doctor",
        on_delete=models.RESTRICT,
        related_name="doctor_appointments",
    )
    referred_by = models.ForeignKey(
        "Doctor",
        on_delete=models.SET_NULL,
        related_name="referred_by_appointments",
        null=True,
        blank=True,
    )
    day = models.DateField(default=appointment_day_default)
    starts_at = models.TimeField(
        null=True,
        blank=True,
        default=datetime.time.fromisoformat("09:00"),
    )
    room = models.CharField(max_length=10, blank=True, default="")
    state = models.CharField(
        max_length=7,
        choices=State,
        blank=True,
        default=State.BOOKED,
    )
    reason = models.CharField(max_length=200)
    booked_at = models.DateTimeField(auto_now_add=True)

    search_fields = ["room", "reason"]

    audited_operations = ["create", "update", "delete"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Appointment"
        verbose_name_plural = "Appointments"
        ordering = ["-booked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["doctor", "day", "starts_at"],
                name="appointment_docto_c49e306_uniq",
            ),
            DatabaseCheck(
                condition=models.Q(referred_by__isnull=True)
                | ~models.Q(referred_by=models.F("doctor")),
                name="appointment_refe_22360e5_check",
                violation_error_message="Nobody refers a patient to themselves",
            ),
        ]
        indexes = [
            models.Index(
                fields=["day", "starts_at"],
                name="appointment_day_starts_at_idx",
            ),
            models.Index(
                fields=["starts_at", "id"],
                name="appointment_starts_at_id_idx",
            ),
            models.Index(fields=["room", "id"], name="appointment_room_id_idx"),
            models.Index(fields=["state", "id"], name="appointment_state_id_idx"),
            models.Index(
                fields=["booked_at", "id"],
                name="appointment_booked_at_id_idx",
            ),
        ]

    def __str__(self):
        return str(self.patient)

    def get_absolute_url(self):
        return reverse("appointment_detail", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        if refusal := find_refusal(self):
            errors["state"].append(refusal)
        if (
            self.doctor_id is not None
            and self.referred_by_id is not None
            and self.referred_by_id == self.doctor_id
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError("Nobody refers a patient to themselves")
            )
        if errors:
            raise ValidationError(errors)


class Finding(AuditedModel):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    appointment = models.ForeignKey(
        "Appointment",
        on_delete=models.RESTRICT,
        related_name="findings",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="findings",
    )
    text = models.TextField()
    written_at = models.DateTimeField(auto_now_add=True)

    search_fields = ["text"]

    audited_operations = ["create", "update", "delete"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Finding"
        verbose_name_plural = "Findings"
        ordering = ["-written_at", "-pk"]
        indexes = [
            models.Index(fields=["written_at", "id"], name="finding_written_at_id_idx"),
        ]

    def __str__(self):
        return str(self.appointment)

    def get_absolute_url(self):
        return reverse("finding_detail", kwargs={"pk": self.pk})


class Card(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    patient = models.OneToOneField(
        "Patient",
        on_delete=models.CASCADE,
        related_name="card",
    )
    number = models.CharField(
        max_length=16,
        unique=True,
        validators=[RegexValidator("^[0-9]{8,16}$")],
    )

    search_fields = ["number"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Patient card"
        verbose_name_plural = "Patient cards"
        ordering = ["number", "pk"]

    def __str__(self):
        return self.number


class User(AbstractUser):
    class Role(models.TextChoices):
        RECEPTION = "reception", "Reception"
        NURSE = "nurse", "Nurse"
        DOCTOR = "doctor", "Doctor"
        BILLING = "billing", "Billing"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=9, choices=Role, default=Role.RECEPTION)

    search_fields = ["email", "name"]

    username = None

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager.from_queryset(QuerySet)()

    class Meta:
        verbose_name = "Person"
        verbose_name_plural = "Staff"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="user_name_id_idx"),
            models.Index(fields=["role", "id"], name="user_role_id_idx"),
        ]

    def __str__(self):
        return self.name

    def validate_unique(self, exclude=None):
        super().validate_unique(exclude)
        check_email(self, exclude)

    def clean(self):
        super().clean()
        check_administrators(self)


class InvoiceQuerySet(QuerySet):
    def compute_patient(self):
        return models.F("appointment__patient__name")

    def compute_total(self):
        return functions.Number(
            functions.sum_rows(
                Line.objects.filter(invoice=models.OuterRef("pk")),
                Line.objects.compute_amount(),
            ),
            2,
        )

    def compute_by_insurance(self):
        return functions.RoundHalfEven(
            functions.divide(self.compute_total() * models.F("insured"), 100),
            2,
        )

    def compute_to_pay(self):
        return functions.Number(self.compute_total() - self.compute_by_insurance(), 2)

    def compute_overdue(self):
        return models.Case(
            models.When(
                models.Q(state="sent") & models.Q(due_on__lt=functions.today()),
                then=models.Value(True),
            ),
            default=models.Value(False),
        )


class Invoice(AuditedModel, StatefulModel):
    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        SENT = "sent", "Sent"
        PAID = "paid", "Paid"
        VOID = "void", "Void"

    number = models.BigAutoField(primary_key=True)
    appointment = models.ForeignKey(
        "Appointment",
        on_delete=models.RESTRICT,
        related_name="invoices",
    )
    state = models.CharField(
        max_length=5,
        choices=State,
        blank=True,
        default=State.DRAFT,
    )
    issued_on = models.DateField(default=invoice_issued_on_default)
    due_on = models.DateField(null=True, blank=True, default=invoice_due_on_default)
    paid_on = models.DateField(null=True, blank=True)
    insured = models.IntegerField(
        null=True,
        blank=True,
        default=0,
        verbose_name="Paid by the insurance (%)",
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )

    audited_operations = ["create", "update", "delete"]

    objects = InvoiceQuerySet.as_manager()

    class Meta:
        verbose_name = "Invoice"
        verbose_name_plural = "Invoices"
        ordering = ["number", "pk"]
        constraints = [
            DatabaseCheck(
                condition=models.Q(due_on__isnull=True)
                | models.Q(due_on__gte=models.F("issued_on")),
                name="invoice_due_on_issued_on_check",
                violation_error_message="An invoice can't be due before it is issued",
            ),
            DatabaseCheck(
                condition=models.Q(paid_on__isnull=True)
                | models.Q(paid_on__gte=models.F("issued_on")),
                name="invoice_paid_on_c6f14a1_check",
                violation_error_message="It can't be paid before it is issued",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "number"], name="invoice_state_number_idx"),
            models.Index(
                fields=["issued_on", "number"],
                name="invoice_issued_on_number_idx",
            ),
            models.Index(fields=["due_on", "number"], name="invoice_due_on_number_idx"),
        ]

    def __str__(self):
        return str(self.number)

    def get_absolute_url(self):
        return reverse("invoice_detail", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        if refusal := find_refusal(self):
            errors["state"].append(refusal)
        if (
            self.issued_on is not None
            and self.due_on is not None
            and self.due_on < self.issued_on
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError("An invoice can't be due before it is issued")
            )
        if (
            self.issued_on is not None
            and self.paid_on is not None
            and self.paid_on < self.issued_on
        ):
            errors[NON_FIELD_ERRORS].append(
                ValidationError("It can't be paid before it is issued")
            )
        if errors:
            raise ValidationError(errors)


class LineQuerySet(QuerySet):
    def compute_amount(self):
        return functions.RoundHalfEven(models.F("quantity") * models.F("price"), 2)


class Line(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invoice = models.ForeignKey(
        "Invoice",
        on_delete=models.CASCADE,
        related_name="lines",
    )
    what = models.CharField(max_length=160, verbose_name="For")
    quantity = models.DecimalField(
        max_digits=6,
        decimal_places=2,
        null=True,
        blank=True,
        default=Decimal("1"),
        validators=[MinValueValidator(Decimal("0.25"))],
    )
    price = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0"))],
    )

    search_fields = ["what"]

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name = "Invoice line"
        verbose_name_plural = "Invoice lines"
        ordering = ["what", "pk"]
        indexes = [
            models.Index(fields=["what", "id"], name="line_what_id_idx"),
            models.Index(fields=["quantity", "id"], name="line_quantity_id_idx"),
            models.Index(fields=["price", "id"], name="line_price_id_idx"),
        ]

    def __str__(self):
        return self.what

    def get_absolute_url(self):
        return reverse("line_detail", kwargs={"pk": self.pk})
