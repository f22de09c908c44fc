"""The records that the app keeps."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.core.validators import MinValueValidator
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


class Book(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(max_length=255)
    author = models.CharField(max_length=255, blank=True, default="")
    pages = models.IntegerField(
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
    )
    finished_on = models.DateField(null=True, blank=True)

    search_fields = ["title", "author"]

    objects = QuerySet.as_manager()

    class Meta:
        verbose_name = "Book"
        verbose_name_plural = "Books"
        ordering = ["title", "pk"]
        indexes = [
            models.Index(fields=["title", "id"], name="book_title_id_idx"),
            models.Index(fields=["author", "id"], name="book_author_id_idx"),
            models.Index(fields=["pages", "id"], name="book_pages_id_idx"),
            models.Index(fields=["finished_on", "id"], name="book_finished_on_id_idx"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("book_detail", kwargs={"pk": self.pk})
