"""The records that the app keeps."""

import uuid
from decimal import Decimal

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate

from pages.accounts.managers import UserManager
from records.administrators import check_administrators
from records.querysets import QuerySet


class Condition(models.TextChoices):
    GOOD = "good", "Good"
    THIRSTY = "thirsty", "Thirsty"
    AILING = "ailing", "Ailing"
    FELLED = "felled", "Felled"


def tree_planted_on_default():
    return localdate(timezone=get_default_timezone())


def volunteer_since_default():
    return localdate(timezone=get_default_timezone())


def visit_visited_on_default():
    return localdate(timezone=get_default_timezone())


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects = UserManager.from_queryset(QuerySet)()

    def clean(self):
        super().clean()
        check_administrators(self)


class Tree(models.Model):
    class District(models.TextChoices):
        OLD_TOWN = "Old Town", "Old Town"
        HARBOUR = "Harbour", "Harbour"
        HILLSIDE = "Hillside", "Hillside"
        RIVERBANK = "Riverbank", "Riverbank"

    number = models.SlugField(max_length=100, primary_key=True)
    species = models.ForeignKey(
        "Species",
        on_delete=models.RESTRICT,
        related_name="trees",
    )
    street = models.CharField(max_length=120)
    district = models.CharField(max_length=9, choices=District)
    planted_on = models.DateField(
        null=True,
        blank=True,
        default=tree_planted_on_default,
    )
    height_m = models.DecimalField(
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0")), MaxValueValidator(Decimal("60"))],
    )
    condition = models.CharField(
        max_length=7,
        choices=Condition,
        blank=True,
        default=Condition.GOOD,
    )
    caretaker = models.ForeignKey(
        "Volunteer",
        on_delete=models.SET_NULL,
        related_name="trees",
        null=True,
        blank=True,
    )
    photo = models.ImageField(upload_to="tree/photo/", blank=True)
    is_protected = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.RESTRICT,
        related_name="trees",
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    search_fields = ["street"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Tree"
        verbose_name_plural = "Trees"
        ordering = ["-recorded_at", "-pk"]
        indexes = [
            models.Index(
                fields=["district", "street"],
                name="tree_district_street_idx",
            ),
            models.Index(fields=["street", "number"], name="tree_street_number_idx"),
            models.Index(
                fields=["planted_on", "number"],
                name="tree_planted_on_number_idx",
            ),
            models.Index(
                fields=["condition", "number"],
                name="tree_condition_number_idx",
            ),
            models.Index(fields=["photo"], name="tree_photo_idx"),
            models.Index(
                fields=["is_protected", "number"],
                name="tree_is_protected_number_idx",
            ),
            models.Index(
                fields=["recorded_at", "number"],
                name="tree_recorded_at_number_idx",
            ),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("tree_detail", kwargs={"pk": self.pk})


class Species(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80, unique=True)
    latin_name = models.CharField(
        max_length=120,
        unique=True,
        validators=[RegexValidator("^[A-Z][a-z]+ [a-z× -]+$")],
    )
    litres_per_week = models.IntegerField(
        null=True,
        blank=True,
        default=60,
        validators=[MinValueValidator(0)],
    )
    is_native = models.BooleanField(default=False)
    about = models.URLField(max_length=500, blank=True, default="")
    notes = models.TextField(blank=True, default="")

    search_fields = ["name", "latin_name", "about", "notes"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Species"
        verbose_name_plural = "Species"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(
                fields=["litres_per_week", "id"],
                name="species_litres_per_week_id_idx",
            ),
            models.Index(fields=["is_native", "id"], name="species_is_native_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("species_detail", kwargs={"pk": self.pk})


class Volunteer(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField(null=True, blank=True, unique=True)
    phone = models.CharField(max_length=40, blank=True, default="")
    district = models.CharField(max_length=60, blank=True, default="")
    has_keys = models.BooleanField(default=False)
    since = models.DateField(null=True, blank=True, default=volunteer_since_default)

    search_fields = ["name", "email", "district"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Volunteer"
        verbose_name_plural = "Volunteers"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(fields=["name"], name="volunteer_name_idx"),
            models.Index(fields=["district", "id"], name="volunteer_district_id_idx"),
            models.Index(fields=["has_keys", "id"], name="volunteer_has_keys_id_idx"),
            models.Index(fields=["since", "id"], name="volunteer_since_id_idx"),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("volunteer_detail", kwargs={"pk": self.pk})


class Visit(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tree = models.ForeignKey("Tree", on_delete=models.CASCADE, related_name="visits")
    volunteer = models.ForeignKey(
        "Volunteer",
        on_delete=models.RESTRICT,
        related_name="visits",
    )
    visited_on = models.DateField(default=visit_visited_on_default)
    started_at = models.TimeField(null=True, blank=True)
    minutes = models.IntegerField(
        null=True,
        blank=True,
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(480)],
    )
    litres = models.FloatField(null=True, blank=True, validators=[MinValueValidator(0)])
    found = models.CharField(max_length=7, choices=Condition, blank=True, default="")
    remarks = models.TextField(blank=True, default="")
    recorded_at = models.DateTimeField(auto_now_add=True)

    search_fields = ["remarks"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Visit"
        verbose_name_plural = "Visits"
        ordering = ["-recorded_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tree", "volunteer", "visited_on"],
                name="visit_tree_volunt_2922605_uniq",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-visited_on", "tree"],
                name="visit_visited_on_t_5c26594_idx",
            ),
            models.Index(fields=["litres", "id"], name="visit_litres_id_idx"),
            models.Index(fields=["found", "id"], name="visit_found_id_idx"),
            models.Index(fields=["recorded_at", "id"], name="visit_recorded_at_id_idx"),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"

    def get_absolute_url(self):
        return reverse("visit_detail", kwargs={"pk": self.pk})
