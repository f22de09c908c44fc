"""The records that the app keeps."""

import uuid

from django.db import models
from django.urls import reverse


class Reader(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True)

    search_fields = ["name", "email"]

    class Meta:
        verbose_name = "Reader"
        verbose_name_plural = "Readers"
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["name", "id"], name="reader_name_id_idx")]

    def __str__(self):
        return self.name


class Issue(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)

    search_fields = ["title", "text"]

    class Meta:
        verbose_name = "Issue"
        verbose_name_plural = "Issues"
        ordering = ["title", "pk"]
        indexes = [
            models.Index(fields=["title", "id"], name="issue_title_id_idx"),
            models.Index(fields=["sent_at", "id"], name="issue_sent_at_id_idx"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("issue_detail", kwargs={"pk": self.pk})
