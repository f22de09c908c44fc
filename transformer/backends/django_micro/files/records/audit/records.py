"""What is written down of changes, by the models of whose rows it is kept."""

from django.contrib.contenttypes.models import ContentType
from django.db import models, router, transaction

from ..actors import find_person
from .values import compare, list_recorded, name_targets, read_values


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
    if operation == "update" and not changes:
        return
    # Models load no sooner than all apps.
    from .models import AuditEntry

    actor = find_person(row)
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
    from .models import AuditEntry

    kind = ContentType.objects.get_for_model(row)
    entries = AuditEntry.objects.filter(content_type=kind, object_key=str(row.pk))
    return entries.filter(is_gone=False)
