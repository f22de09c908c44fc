"""The records that the app keeps."""

import uuid
from collections import defaultdict

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.timezone import now

from pages.accounts.addresses import check_email
from pages.accounts.managers import UserManager
from pages.constraints import DatabaseCheck
from records import functions
from records.administrators import check_administrators
from records.audit.records import AuditedModel
from records.full_text_index import FullTextIndex
from records.querysets import QuerySet
from records.soft_deletion import PresentManager, SoftDeletableModel
from records.transitions import StatefulModel, find_refusal
from records.versions import VersionedModel


class Club(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80, unique=True)
    founded = models.DateField(null=True, blank=True)

    search_fields = ["name"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Club"
        verbose_name_plural = "Clubs"
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["founded", "id"], name="club_founded_id_idx")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("club_detail", kwargs={"pk": self.pk})


class Member(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    club = models.ForeignKey(
        "Club",
        on_delete=models.SET_NULL,
        related_name="members",
        null=True,
        blank=True,
    )
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True)
    birthday = models.DateField(null=True, blank=True)
    left_at = models.DateTimeField(null=True, blank=True, db_index=True)

    search_fields = ["name", "email"]

    username = None

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager.from_queryset(QuerySet)()

    class Meta:
        verbose_name = "Member"
        verbose_name_plural = "Members"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="member_name_id_idx"),
            models.Index(fields=["birthday", "id"], name="member_birthday_id_idx"),
            FullTextIndex(
                fields=["name", "email"],
                config="english",
                name="member_name_email_words",
            ),
        ]

    def __str__(self):
        return self.name

    def validate_unique(self, exclude=None):
        super().validate_unique(exclude)
        check_email(self, exclude)

    def clean(self):
        super().clean()
        check_administrators(self)


class MedicalCard(AuditedModel, VersionedModel):
    class BloodGroup(models.TextChoices):
        A = "A", "A"
        B = "B", "B"
        AB = "AB", "AB"
        VALUE_0 = "0", "0"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="card",
    )
    blood_group = models.CharField(
        max_length=2,
        choices=BloodGroup,
        blank=True,
        default="",
    )
    allergies = models.TextField(blank=True, default="")
    revision = models.IntegerField(null=True, blank=True, default=1)

    audited_operations = ["create", "update"]
    sensitive_fields = ["blood_group", "allergies"]
    version_field = "revision"

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Medical card"
        verbose_name_plural = "Medical cards"
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["revision", "id"],
                name="medical_card_revis_c22ea35_idx",
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"


class Address(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    street = models.CharField(max_length=120, blank=True, default="")
    town = models.CharField(max_length=80)
    member = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="home",
    )

    search_fields = ["street", "town"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Address"
        verbose_name_plural = "Addresses"
        ordering = ["street", "pk"]

    def __str__(self):
        if not self.street:
            return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
        return self.street


class Team(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    club = models.ForeignKey("Club", on_delete=models.RESTRICT, related_name="teams")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="created_by_teams",
        null=True,
        blank=True,
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="updated_by_teams",
        null=True,
        blank=True,
    )
    name = models.CharField(max_length=80)
    trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="trainer_teams",
        null=True,
        blank=True,
    )
    players = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="players_teams",
        blank=True,
    )

    search_fields = ["name"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Team"
        verbose_name_plural = "Teams"
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["created_at", "id"], name="team_created_at_id_idx"),
            models.Index(fields=["name", "id"], name="team_name_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("team_detail", kwargs={"pk": self.pk})


class MatchQuerySet(QuerySet):
    def compute_goal_difference(self):
        return functions.Number(
            models.functions.Cast(models.F("goals_for"), models.BigIntegerField())
            - models.F("goals_against"),
            0,
        )


class Match(SoftDeletableModel, StatefulModel):
    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        PLAYED = "played", "Played"
        REPORTED = "reported", "Reported"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    club = models.ForeignKey("Club", on_delete=models.RESTRICT, related_name="matches")
    opponent = models.CharField(max_length=80)
    team = models.ForeignKey("Team", on_delete=models.CASCADE, related_name="matches")
    ground = models.ForeignKey(
        "Ground",
        on_delete=models.SET_NULL,
        related_name="matches",
        null=True,
        blank=True,
    )
    kick_off = models.DateTimeField()
    goals_for = models.IntegerField(
        null=True,
        blank=True,
        default=0,
        validators=[MinValueValidator(0)],
    )
    goals_against = models.IntegerField(
        null=True,
        blank=True,
        default=0,
        validators=[MinValueValidator(0)],
    )
    status = models.CharField(max_length=8, choices=Status, default=Status.PLANNED)
    deleted_at = models.DateTimeField(null=True, blank=True, db_index=True)
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="matches",
        null=True,
        blank=True,
    )

    search_fields = ["opponent"]

    deletion_fields = ["deleted_at", "deleted_by"]

    objects = PresentManager.from_queryset(MatchQuerySet)()
    all_objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = "Match"
        verbose_name_plural = "Matches"
        ordering = ["opponent", "pk"]
        indexes = [
            models.Index(fields=["opponent", "id"], name="match_opponent_id_idx"),
            models.Index(fields=["kick_off", "id"], name="match_kick_off_id_idx"),
            models.Index(fields=["goals_for", "id"], name="match_goals_for_id_idx"),
            models.Index(
                fields=["goals_against", "id"],
                name="match_goals_against_id_idx",
            ),
            models.Index(fields=["status", "id"], name="match_status_id_idx"),
            models.Index(
                fields=["deleted_at"],
                condition=models.Q(deleted_at__isnull=False),
                name="match_deleted_at_away",
            ),
        ]

    def __str__(self):
        return self.opponent

    def get_absolute_url(self):
        return reverse("match_detail", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        if refusal := find_refusal(self):
            errors["status"].append(refusal)
        if errors:
            raise ValidationError(errors)


class Trophy(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="created_by_trophies",
        null=True,
        blank=True,
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="updated_by_trophies",
        null=True,
        blank=True,
    )
    name = models.CharField(max_length=120)
    won_on = models.DateField(null=True, blank=True)
    team = models.ForeignKey(
        "Team",
        on_delete=models.SET_NULL,
        related_name="trophies",
        null=True,
        blank=True,
    )

    search_fields = ["name"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Trophy"
        verbose_name_plural = "Trophies"
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["created_at", "id"], name="trophy_created_at_id_idx"),
            models.Index(fields=["updated_at", "id"], name="trophy_updated_at_id_idx"),
            models.Index(fields=["name", "id"], name="trophy_name_id_idx"),
            models.Index(fields=["won_on", "id"], name="trophy_won_on_id_idx"),
        ]

    def __str__(self):
        return self.name


class Ground(models.Model):
    class Kind(models.TextChoices):
        PITCH = "pitch", "Pitch"
        COURT = "court", "Court"
        HALL = "hall", "Hall"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    club = models.ForeignKey("Club", on_delete=models.CASCADE, related_name="grounds")
    name = models.CharField(max_length=80)
    kind = models.CharField(max_length=5, choices=Kind, blank=True, default=Kind.PITCH)

    search_fields = ["name"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Ground"
        verbose_name_plural = "Grounds"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name", "id"], name="ground_name_id_idx"),
            models.Index(fields=["kind", "id"], name="ground_kind_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("ground_detail", kwargs={"pk": self.pk})


class Booking(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ground = models.ForeignKey(
        "Ground",
        on_delete=models.RESTRICT,
        related_name="bookings",
    )
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="member_bookings",
    )
    starts_at = models.DateTimeField()
    hours = models.IntegerField(
        null=True,
        blank=True,
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(3)],
    )
    cancelled = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="created_by_bookings",
        null=True,
        blank=True,
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="updated_by_bookings",
        null=True,
        blank=True,
    )

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Booking"
        verbose_name_plural = "Bookings"
        ordering = ["-created_at", "-pk"]
        constraints = [
            DatabaseCheck(
                condition=models.Q(cancelled=False)
                | models.Q(starts_at__gt=models.F("created_at")),
                name="booking_cancelle_3cd7b2f_check",
                violation_error_message="It is over already",
            ),
        ]
        indexes = [
            models.Index(fields=["starts_at", "id"], name="booking_starts_at_id_idx"),
            models.Index(fields=["hours", "id"], name="booking_hours_id_idx"),
            models.Index(fields=["cancelled", "id"], name="booking_cancelled_id_idx"),
            models.Index(fields=["created_at", "id"], name="booking_created_at_id_idx"),
            models.Index(fields=["updated_at", "id"], name="booking_updated_at_id_idx"),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"

    def get_absolute_url(self):
        return reverse("booking_detail", kwargs={"pk": self.pk})

    def clean(self):
        super().clean()
        errors = defaultdict(list)
        if (
            self.starts_at is not None
            and self.cancelled is not False
            and self.starts_at <= (self.created_at or now())
        ):
            errors[NON_FIELD_ERRORS].append(ValidationError("It is over already"))
        if errors:
            raise ValidationError(errors)


class Locker(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=8, unique=True)
    starts_at = models.DateTimeField()
    seasons = models.IntegerField(
        null=True,
        blank=True,
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(1)],
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="created_by_lockers",
        null=True,
        blank=True,
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="updated_by_lockers",
        null=True,
        blank=True,
    )

    search_fields = ["number"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Locker"
        verbose_name_plural = "Lockers"
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["starts_at", "id"], name="locker_starts_at_id_idx"),
            models.Index(fields=["seasons", "id"], name="locker_seasons_id_idx"),
            models.Index(fields=["created_at", "id"], name="locker_created_at_id_idx"),
            models.Index(fields=["updated_at", "id"], name="locker_updated_at_id_idx"),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("locker_detail", kwargs={"pk": self.pk})


class Lock(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    maker = models.CharField(max_length=40, blank=True, default="")
    combination = models.CharField(max_length=12)
    locker = models.OneToOneField(
        "Locker",
        on_delete=models.CASCADE,
        related_name="lock",
    )

    search_fields = ["maker"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Lock"
        verbose_name_plural = "Locks"
        ordering = ["maker", "pk"]

    def __str__(self):
        if not self.maker:
            return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
        return self.maker
