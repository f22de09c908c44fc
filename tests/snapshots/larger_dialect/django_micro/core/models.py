"""The records that the app keeps."""

import uuid
from decimal import Decimal

from django.db import models
from django.urls import reverse


class Job(models.Model):
    class State(models.TextChoices):
        OPEN = "open", "Open"
        DOING = "doing", "In progress"
        DONE = "done", "Done"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    title = models.CharField(max_length=200)
    state = models.CharField(
        max_length=5,
        choices=State,
        blank=True,
        default=State.OPEN,
    )
    assigned_to = models.ForeignKey(
        "Fitter",
        on_delete=models.SET_NULL,
        related_name="jobs",
        null=True,
        blank=True,
    )
    due_date = models.DateField(null=True, blank=True)
    minutes = models.IntegerField(null=True, blank=True, default=30)
    started_at = models.DateTimeField(null=True, blank=True)
    site = models.ForeignKey(
        "Site",
        on_delete=models.SET_NULL,
        related_name="jobs",
        null=True,
        blank=True,
    )
    version = models.IntegerField(null=True, blank=True, default=1)

    class Meta:
        verbose_name = "Job"
        verbose_name_plural = "Jobs"
        ordering = ["-created_at", "pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("job_detail", kwargs={"pk": self.pk})


class Note(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    job = models.ForeignKey("Job", on_delete=models.CASCADE, related_name="notes")
    text = models.TextField()

    class Meta:
        verbose_name = "Note"
        verbose_name_plural = "Notes"
        ordering = ["pk"]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"

    def get_absolute_url(self):
        return reverse("note_detail", kwargs={"pk": self.pk})


class Receipt(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    job = models.OneToOneField("Job", on_delete=models.RESTRICT, related_name="receipt")
    paid = models.DecimalField(
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        default=Decimal("0"),
    )

    class Meta:
        verbose_name = "Receipt"
        verbose_name_plural = "Receipts"
        ordering = ["pk"]

    def __str__(self):
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"


class Site(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)

    class Meta:
        verbose_name = "Site"
        verbose_name_plural = "Sites"
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class Address(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    street = models.CharField(max_length=80, blank=True, default="")
    city = models.CharField(max_length=80)

    class Meta:
        verbose_name = "Address"
        verbose_name_plural = "Addresses"
        ordering = ["street", "pk"]

    def __str__(self):
        if not self.street:
            return f"{self._meta.verbose_name} {str(self.pk)[:8]}"
        return self.street


class Tool(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)

    class Meta:
        verbose_name = "Tool"
        verbose_name_plural = "Tools"
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class Fitter(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)

    class Meta:
        verbose_name = "Fitter"
        verbose_name_plural = "Fitters"
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name
