"""The records that the app keeps."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models

from pages.accounts.managers import UserManager
from records.administrators import check_administrators
from records.querysets import QuerySet


class User(AbstractUser):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects = UserManager.from_queryset(QuerySet)()

    def clean(self):
        super().clean()
        check_administrators(self)
