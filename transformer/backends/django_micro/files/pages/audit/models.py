"""What is kept of each change, and the models of whose rows it is."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, router, transaction
from django.utils.translation import gettext_lazy as _

from ..actors import find_actor
from .values import compare, list_recorded, name_targets, read_values


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


class AuditedModel(models.Model):
    """A model of whose rows it is kept who did what, as far as it names the operation.

    `save` sees what is added and changed, and a signal what is deleted, also along with
    others. What goes past both, such as `update()` of many rows, isn't seen.
    """

    audited_operations = ()
    # Whose values only those see who may change the row.
    sensitive_fields = ()

    class Meta:
        abstract = True

    def save(self, *, force_insert=False, using=None, update_fields=None, **options):
        options |= {"force_insert": force_insert, "update_fields": update_fields}
        using = using or router.db_for_write(type(self), instance=self)
        names = list_recorded(type(self), update_fields)
        if not names:
            return super().save(using=using, **options)
        with transaction.atomic(using=using):
            before = None if force_insert else read_values(self, names, using)
            super().save(using=using, **options)
            operation = "create" if before is None else "update"
            if operation in self.audited_operations:
                after = read_values(self, names, using)
                record(self, operation, compare(before or {}, after), using)


def record(row, operation, changes, using):
    """Write down what becomes of a row; nothing of a change that changes nothing."""
    if operation == AuditEntry.Operation.UPDATE and not changes:
        return
    actor = find_actor()
    kinds = ContentType.objects.db_manager(using)
    AuditEntry.objects.using(using).create(
        content_type=kinds.get_for_model(row),
        object_key=str(row.pk),
        object_name=str(row)[:500],
        operation=operation,
        changes=name_targets(row, changes, using),
        user_id=actor and actor.pk,
        user_name=str(actor or "")[:500],
    )


def list_entries(row):
    """What became of a row that is there, the last first."""
    kind = ContentType.objects.get_for_model(row)
    entries = AuditEntry.objects.filter(content_type=kind, object_key=str(row.pk))
    return entries.filter(is_gone=False)
