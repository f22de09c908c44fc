"""What is kept of each change."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryQuerySet(models.QuerySet):
    def about(self, names):
        """Those that tell of some fields, or of a whole row."""
        is_whole = ~models.Q(operation=AuditEntry.Operation.UPDATE)
        if not names:
            return self.filter(is_whole)
        return self.filter(is_whole | models.Q(changes__has_any_keys=list(names)))


class AuditEntry(models.Model):
    """Something that became of some row; nobody changes it any more.

    `changes` has the value before and the one after, by the name of the field.
    """

    class Operation(models.TextChoices):
        CREATE = "create", _("Added")
        UPDATE = "update", _("Changed")
        DELETE = "delete", _("Deleted")
        RESTORE = "restore", _("Restored")

    content_type = models.ForeignKey(
        ContentType,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("Kind"),
    )
    object_key = models.CharField(_("Key"), max_length=500)
    row = GenericForeignKey("content_type", "object_key")
    # What the row was called then.
    object_name = models.CharField(_("Name"), max_length=500)
    # Another row may get the same key, and its page tells nothing of this one.
    is_gone = models.BooleanField(_("Deleted since"), default=False)
    operation = models.CharField(_("What"), max_length=7, choices=Operation)
    changes = models.JSONField(_("Changes"), default=dict, encoder=DjangoJSONEncoder)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("Who"),
        null=True,
        blank=True,
    )
    # What people are called whose account is gone.
    user_name = models.CharField(max_length=500, blank=True, editable=False)
    made_at = models.DateTimeField(_("When"), auto_now_add=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("Change")
        verbose_name_plural = _("Changes")
        ordering = ["-made_at", "-pk"]
        # Nobody does more than read it.
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["content_type", "object_key"], name="audit_entry_row_idx"
            ),
            models.Index(fields=["made_at", "id"], name="audit_entry_time_idx"),
        ]

    def __str__(self):
        return f"{self.object_name}: {self.get_operation_display()}"

    @property
    def who(self):
        return str(self.user or self.user_name)
