"""The records that the app keeps."""

import datetime
import uuid
from decimal import Decimal

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.validators import (
    MaxLengthValidator,
    MaxValueValidator,
    MinLengthValidator,
    MinValueValidator,
    RegexValidator,
)
from django.db import models
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localdate, localtime, now

from pages.accounts.managers import UserManager
from records.administrators import check_administrators
from records.querysets import QuerySet

from .choices import timezones


class Colour(models.TextChoices):
    RED = "red", "Red"
    GREEN = "green", "Green"
    DEEP_BLUE = "deep blue", "Deep blue"


def moment_day_default():
    return localdate(timezone=get_default_timezone())


def moment_yesterday_default():
    return localdate(timezone=get_default_timezone()) - datetime.timedelta(days=1)


def moment_next_week_default():
    return localdate(timezone=get_default_timezone()) + datetime.timedelta(days=7)


def moment_earlier_default():
    return now() - datetime.timedelta(hours=2)


def moment_soon_default():
    return now() + datetime.timedelta(minutes=30)


def moment_midnight_default():
    return localtime(timezone=get_default_timezone()).replace(
        hour=0,
        minute=0,
        second=0,
        microsecond=0,
    )


def moment_clock_default():
    return localtime(timezone=get_default_timezone()).time()


def choice_settings_field_default():
    return "none"


def choice_limit_default():
    return 3


def choice_switched_default():
    return True


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects = UserManager.from_queryset(QuerySet)()

    def clean(self):
        super().clean()
        check_administrators(self)


class Text(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=255)
    code = models.CharField(
        max_length=8,
        null=True,
        blank=True,
        unique=True,
        validators=[
            MinLengthValidator(2),
            MaxLengthValidator(8),
            RegexValidator("^[A-Z]+$"),
        ],
    )
    nickname = models.CharField(max_length=40, null=True, blank=True, unique=True)
    body = models.TextField(
        blank=True,
        default="",
        validators=[MinLengthValidator(10), MaxLengthValidator(5000)],
    )
    secret = models.CharField(max_length=80, blank=True, default="")
    email = models.EmailField(null=True, blank=True, unique=True)
    homepage = models.URLField(max_length=500, blank=True, default="", db_index=True)
    address = models.SlugField(max_length=100, null=True, blank=True, unique=True)
    motto = models.CharField(max_length=80, blank=True, default="Slow is smooth")
    tagline = models.TextField(blank=True, default="One line,\nand another.")
    reply_to = models.EmailField(
        blank=True,
        default="help@example.com",
        validators=[MaxLengthValidator(80)],
    )
    docs = models.URLField(
        max_length=500,
        blank=True,
        default="https://example.com/docs",
    )
    path = models.SlugField(
        max_length=100,
        blank=True,
        default="untitled",
        validators=[RegexValidator("^[a-z-]+$")],
    )
    zone = models.CharField(max_length=63, choices=timezones, blank=True, default="")
    home_zone = models.CharField(
        max_length=63,
        choices=timezones,
        blank=True,
        default="Pacific/Auckland",
    )

    search_fields = ["nickname", "body"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Text"
        verbose_name_plural = "Texts"
        ordering = ["title", "pk"]
        indexes = [
            models.Index(fields=["title", "id"], name="text_title_id_idx"),
            models.Index(fields=["homepage", "id"], name="text_homepage_id_idx"),
            models.Index(fields=["zone", "id"], name="text_zone_id_idx"),
            models.Index(fields=["home_zone", "id"], name="text_home_zone_id_idx"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("text_detail", kwargs={"pk": self.pk})


class Number(models.Model):
    key = models.BigAutoField(primary_key=True)
    whole = models.IntegerField()
    signed = models.IntegerField(
        null=True,
        blank=True,
        default=-1,
        validators=[MinValueValidator(-10), MaxValueValidator(10)],
    )
    ratio = models.FloatField(
        null=True,
        blank=True,
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )
    temperature = models.FloatField(null=True, blank=True, default=-40.0)
    share = models.DecimalField(
        max_digits=5,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0")), MaxValueValidator(Decimal("100"))],
    )
    exact = models.DecimalField(
        max_digits=12,
        decimal_places=4,
        null=True,
        blank=True,
        default=Decimal("-0.0001"),
    )
    price = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    fee = models.DecimalField(
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        default=Decimal("2.50"),
    )
    rank = models.IntegerField(null=True, blank=True, unique=True, db_index=True)
    flag = models.BooleanField(default=False)
    agreed = models.BooleanField()
    active = models.BooleanField(default=True)

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Number"
        verbose_name_plural = "Numbers"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["whole", "key"], name="number_whole_key_idx"),
            models.Index(fields=["signed", "key"], name="number_signed_key_idx"),
            models.Index(fields=["ratio", "key"], name="number_ratio_key_idx"),
            models.Index(
                fields=["temperature", "key"],
                name="number_temperature_key_idx",
            ),
            models.Index(fields=["share", "key"], name="number_share_key_idx"),
            models.Index(fields=["exact", "key"], name="number_exact_key_idx"),
            models.Index(fields=["price", "key"], name="number_price_key_idx"),
            models.Index(fields=["fee", "key"], name="number_fee_key_idx"),
            models.Index(fields=["flag", "key"], name="number_flag_key_idx"),
            models.Index(fields=["agreed", "key"], name="number_agreed_key_idx"),
            models.Index(fields=["active", "key"], name="number_active_key_idx"),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"

    def get_absolute_url(self):
        return reverse("number_detail", kwargs={"pk": self.pk})


class Moment(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    label = models.CharField(max_length=80)
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    made_on = models.DateField(auto_now_add=True)
    changed_on = models.DateField(auto_now=True)
    made_at_time = models.TimeField(auto_now_add=True)
    changed_at_time = models.TimeField(auto_now=True)
    day = models.DateField(default=moment_day_default)
    yesterday = models.DateField(
        null=True,
        blank=True,
        default=moment_yesterday_default,
    )
    next_week = models.DateField(
        null=True,
        blank=True,
        default=moment_next_week_default,
    )
    fixed_day = models.DateField(
        null=True,
        blank=True,
        default=datetime.date.fromisoformat("2026-01-31"),
    )
    moment = models.DateTimeField(null=True, blank=True, default=now)
    earlier = models.DateTimeField(
        null=True,
        blank=True,
        default=moment_earlier_default,
    )
    soon = models.DateTimeField(null=True, blank=True, default=moment_soon_default)
    midnight = models.DateTimeField(
        null=True,
        blank=True,
        default=moment_midnight_default,
    )
    fixed = models.DateTimeField(
        null=True,
        blank=True,
        default=datetime.datetime.fromisoformat("2026-01-31T09:30:00+00:00"),
    )
    clock = models.TimeField(null=True, blank=True, default=moment_clock_default)
    opening = models.TimeField(
        null=True,
        blank=True,
        default=datetime.time.fromisoformat("09:30"),
    )

    search_fields = ["label"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Moment"
        verbose_name_plural = "Moments"
        ordering = ["-made_at", "-pk"]
        indexes = [
            models.Index(fields=["label", "id"], name="moment_label_id_idx"),
            models.Index(fields=["made_at", "id"], name="moment_made_at_id_idx"),
            models.Index(fields=["changed_at", "id"], name="moment_changed_at_id_idx"),
            models.Index(fields=["made_on", "id"], name="moment_made_on_id_idx"),
            models.Index(fields=["changed_on", "id"], name="moment_changed_on_id_idx"),
            models.Index(
                fields=["made_at_time", "id"],
                name="moment_made_at_time_id_idx",
            ),
            models.Index(
                fields=["changed_at_time", "id"],
                name="moment_changed_at_time_id_idx",
            ),
            models.Index(fields=["day", "id"], name="moment_day_id_idx"),
            models.Index(fields=["yesterday", "id"], name="moment_yesterday_id_idx"),
            models.Index(fields=["next_week", "id"], name="moment_next_week_id_idx"),
            models.Index(fields=["fixed_day", "id"], name="moment_fixed_day_id_idx"),
            models.Index(fields=["moment", "id"], name="moment_moment_id_idx"),
            models.Index(fields=["earlier", "id"], name="moment_earlier_id_idx"),
            models.Index(fields=["soon", "id"], name="moment_soon_id_idx"),
            models.Index(fields=["midnight", "id"], name="moment_midnight_id_idx"),
            models.Index(fields=["fixed", "id"], name="moment_fixed_id_idx"),
            models.Index(fields=["clock", "id"], name="moment_clock_id_idx"),
            models.Index(fields=["opening", "id"], name="moment_opening_id_idx"),
        ]

    def __str__(self):
        return self.label

    def get_absolute_url(self):
        return reverse("moment_detail", kwargs={"pk": self.pk})


class Choice(models.Model):
    class Code(models.TextChoices):
        A = "a", "A"
        B = "b", "B"
        C = "c", "C"
        D = "d", "D"

    class Size(models.TextChoices):
        S = "s", "Small"
        M = "m", "Medium"
        L = "l", "Large"

    class Mood(models.TextChoices):
        GOOD = "good", "Good"
        BAD = "bad", "Bad"

    code = models.CharField(max_length=1, choices=Code, primary_key=True)
    colour = models.CharField(max_length=9, choices=Colour)
    other_colour = models.CharField(
        max_length=9,
        choices=Colour,
        blank=True,
        default=Colour.DEEP_BLUE,
    )
    size = models.CharField(
        max_length=1,
        choices=Size,
        blank=True,
        default=Size.M,
        db_index=True,
    )
    mood = models.CharField(max_length=4, choices=Mood, blank=True, default="")
    payload = models.JSONField(null=True, blank=True)
    settings_field = models.JSONField(
        null=True,
        blank=True,
        default=choice_settings_field_default,
        db_column="settings",
        verbose_name="Settings",
    )
    limit = models.JSONField(null=True, blank=True, default=choice_limit_default)
    switched = models.JSONField(null=True, blank=True, default=choice_switched_default)
    token = models.UUIDField(null=True, blank=True, unique=True)
    batch = models.UUIDField(
        null=True,
        blank=True,
        default=uuid.UUID("6f1e2a34-5b6c-4d7e-8f90-a1b2c3d4e5f6"),
    )
    manual = models.FileField(upload_to="choice/manual/", blank=True)
    scan = models.FileField(upload_to="choice/scan/")
    portrait = models.ImageField(upload_to="choice/portrait/", blank=True)

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Choice"
        verbose_name_plural = "Choices"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["colour", "code"], name="choice_colour_code_idx"),
            models.Index(
                fields=["other_colour", "code"],
                name="choice_other_colour_code_idx",
            ),
            models.Index(fields=["size", "code"], name="choice_size_code_idx"),
            models.Index(fields=["mood", "code"], name="choice_mood_code_idx"),
            models.Index(fields=["manual"], name="choice_manual_idx"),
            models.Index(fields=["scan"], name="choice_scan_idx"),
            models.Index(fields=["portrait"], name="choice_portrait_idx"),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"

    def get_absolute_url(self):
        return reverse("choice_detail", kwargs={"pk": self.pk})


class Link(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="links",
        null=True,
        blank=True,
    )
    text = models.ForeignKey("Text", on_delete=models.RESTRICT, related_name="links")
    number = models.ForeignKey(
        "Number",
        on_delete=models.CASCADE,
        related_name="links",
        null=True,
        blank=True,
    )
    moment = models.ForeignKey(
        "Moment",
        on_delete=models.RESTRICT,
        related_name="moment_links",
        null=True,
        blank=True,
    )
    choice = models.ForeignKey(
        "Choice",
        on_delete=models.SET_NULL,
        related_name="links",
        null=True,
        blank=True,
        db_index=True,
    )
    follows = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        related_name="follows_links",
        null=True,
        blank=True,
    )
    only = models.OneToOneField(
        "Moment",
        on_delete=models.SET_NULL,
        related_name="only_link",
        null=True,
        blank=True,
    )

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Link"
        verbose_name_plural = "Links"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["text", "number"],
                name="link_text_number_uniq",
            ),
        ]
        indexes = [
            models.Index(
                fields=["text", "-moment"],
                name="link_text_moment_b541408_idx",
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"

    def get_absolute_url(self):
        return reverse("link_detail", kwargs={"pk": self.pk})


class Subscriber(models.Model):
    address = models.EmailField(primary_key=True)
    name = models.CharField(max_length=80, blank=True, default="")

    search_fields = ["address", "name"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Subscriber"
        verbose_name_plural = "Subscribers"
        ordering = ["name", "pk"]
        indexes = [
            models.Index(
                fields=["name", "address"],
                name="subscriber_name_address_idx",
            ),
        ]

    def __str__(self):
        if not self.name:
            return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
        return self.name

    def get_absolute_url(self):
        return reverse("subscriber_detail", kwargs={"pk": self.pk})


class Feed(models.Model):
    source = models.URLField(max_length=500, primary_key=True)
    label = models.CharField(max_length=80, blank=True, default="")

    search_fields = ["source", "label"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Feed"
        verbose_name_plural = "Feeds"
        ordering = ["label", "pk"]
        indexes = [
            models.Index(fields=["label", "source"], name="feed_label_source_idx"),
        ]

    def __str__(self):
        if not self.label:
            return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
        return self.label

    def get_absolute_url(self):
        return reverse("feed_detail", kwargs={"pk": self.pk})


class Reading(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    taken_at = models.DateTimeField()
    value = models.FloatField()

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Reading"
        verbose_name_plural = "Readings"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["taken_at", "id"], name="reading_taken_at_id_idx"),
            models.Index(fields=["value", "id"], name="reading_value_id_idx"),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"


class Setting(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80, unique=True)
    value = models.JSONField(null=True, blank=True)

    search_fields = ["name"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Setting"
        verbose_name_plural = "Settings"
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name
