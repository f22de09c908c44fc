"""The records that the app keeps."""

import datetime
import uuid

from django.contrib.auth.models import AbstractUser
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate

from pages.accounts.administrators import check_administrators
from pages.accounts.managers import UserManager
from pages.querysets import QuerySet


def appointment_day_default():
    return localdate(timezone=get_default_timezone())


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects = UserManager.from_queryset(QuerySet)()

    def clean(self):
        super().clean()
        check_administrators(self)


class Doctor(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    licence = models.CharField(max_length=20, unique=True)
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


class Patient(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    born_on = models.DateField()
    phone = models.CharField(max_length=40, blank=True, default="")
    insurance = models.CharField(max_length=40, null=True, blank=True, unique=True)
    allergies = models.TextField(blank=True, default="")
    registered_at = models.DateTimeField(auto_now_add=True)

    search_fields = ["name"]

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


class Appointment(models.Model):
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
    findings = models.TextField(blank=True, default="")
    booked_at = models.DateTimeField(auto_now_add=True)

    search_fields = ["room", "reason"]

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
            models.Index(fields=["reason", "id"], name="appointment_reason_id_idx"),
            models.Index(
                fields=["booked_at", "id"],
                name="appointment_booked_at_id_idx",
            ),
        ]

    def __str__(self):
        return self.reason

    def get_absolute_url(self):
        return reverse("appointment_detail", kwargs={"pk": self.pk})


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
