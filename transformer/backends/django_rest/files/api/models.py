"""What the API keeps: tokens of programs, and answers that may be asked for again."""

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

# Tells people, and whoever looks for secrets in texts, what such a text is.
PREFIX = "api_"
SHOWN = len(PREFIX) + 6


def make_digest(text):
    """What is kept of a token; so much is random in one that no salt is needed."""
    return hashlib.sha256(text.encode()).hexdigest()


class TokenQuerySet(models.QuerySet):
    def valid(self):
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))


class Token(models.Model):
    """What a program has instead of a password: it acts for `user`, as far as it may.

    `limited_to` names the models of whose rows it may know; if there are none, all.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    start = models.CharField(max_length=SHOWN, editable=False)
    is_read_only = models.BooleanField(default=True)
    limited_to = models.JSONField(default=list, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, editable=False)

    objects = TokenQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        # People have their own on a page of their own.
        default_permissions = ()

    def __str__(self):
        return self.name

    def make_secret(self):
        """Give the token its secret, which is returned and kept nowhere."""
        text = PREFIX + secrets.token_urlsafe(32)
        self.digest, self.start = make_digest(text), text[:SHOWN]
        return text

    @property
    def is_expired(self):
        return self.expires_at is not None and self.expires_at <= timezone.now()

    def is_for(self, model):
        """Whether it is for the rows of a model."""
        return not self.limited_to or model._meta.model_name in self.limited_to


class KeptAnswer(models.Model):
    """The answer to a request that had a key, for whoever sends it again."""

    key = models.CharField(max_length=64, primary_key=True)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    headers = models.JSONField(default=dict)
    body = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return self.key
