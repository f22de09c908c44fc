"""The records that the app keeps."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.urls import reverse

from pages.accounts.managers import UserManager
from records.administrators import check_administrators
from records.querysets import QuerySet


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects = UserManager.from_queryset(QuerySet)()

    def clean(self):
        super().clean()
        check_administrators(self)


class Task(models.Model):
    class Status(models.TextChoices):
        TODO = "todo", "To do"
        IN_PROGRESS = "in_progress", "In progress"
        DONE = "done", "Done"

    class Priority(models.TextChoices):
        LOW = "low", "Low"
        MEDIUM = "medium", "Medium"
        HIGH = "high", "High"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True, default="")
    status = models.CharField(
        max_length=11,
        choices=Status,
        blank=True,
        default=Status.TODO,
    )
    priority = models.CharField(
        max_length=6,
        choices=Priority,
        blank=True,
        default=Priority.MEDIUM,
    )
    due_date = models.DateField(null=True, blank=True)
    completed = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    search_fields = ["title", "description"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Task"
        verbose_name_plural = "Tasks"
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(
                fields=["status", "due_date"],
                name="task_status_due_date_idx",
            ),
            models.Index(fields=["title", "id"], name="task_title_id_idx"),
            models.Index(fields=["priority", "id"], name="task_priority_id_idx"),
            models.Index(fields=["due_date", "id"], name="task_due_date_id_idx"),
            models.Index(fields=["completed", "id"], name="task_completed_id_idx"),
            models.Index(fields=["created_at", "id"], name="task_created_at_id_idx"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("task_detail", kwargs={"pk": self.pk})
