"""The records that the app keeps."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse


class Job(models.Model):
    class State(models.TextChoices):
        OPEN = "open", "Open"
        DOING = "doing", "In progress"
        DONE = "done", "Done"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=200)
    state = models.CharField(
        max_length=5,
        choices=State,
        blank=True,
        default=State.OPEN,
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="jobs",
        null=True,
        blank=True,
    )
    due_date = models.DateField(null=True, blank=True)
    minutes = models.IntegerField(null=True, blank=True, default=30)
    started_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "Job"
        verbose_name_plural = "Jobs"
        ordering = ["title", "pk"]

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


class Fitter(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80)

    class Meta:
        verbose_name = "Fitter"
        verbose_name_plural = "Fitters"
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name
