"""The records that the app keeps."""

import uuid

from django.db import models
from django.urls import reverse


class Reader(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    email = models.EmailField(unique=True)

    class Meta:
        verbose_name = "Reader"
        verbose_name_plural = "Readers"
        ordering = ["name", "pk"]

    def __str__(self):
        return self.name


class Issue(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True, default="")
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "Issue"
        verbose_name_plural = "Issues"
        ordering = ["title", "pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("issue_detail", kwargs={"pk": self.pk})
