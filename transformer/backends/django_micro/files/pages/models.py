"""What the pages keep in the database beside the app's records."""

from django.db import models


class IdempotencyKey(models.Model):
    """What was sent, and the row that it made: sent again, it makes no other.

    Of two requests with the same key, the second waits for the first and fails.
    """

    key = models.CharField(max_length=64, primary_key=True)
    object_key = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        # No person has anything to do with it.
        default_permissions = ()

    def __str__(self):
        return self.key
