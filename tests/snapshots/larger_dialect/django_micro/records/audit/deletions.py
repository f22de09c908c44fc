"""What is kept of deletions, which may take other rows and references along."""

from django.db.models import SET_NULL
from django.db.models.signals import pre_delete

from ..collector import list_references
from ..soft_deletion import is_soft, row_put_away, row_restored
from .records import list_entries, record
from .values import compare, list_recorded, read_values


def connect_audit(models):
    """Let deletions be seen of models whose changes are kept, and of what they name."""
    for model in models:
        if "update" in getattr(model, "audited_operations", ()):
            for field in model._meta.concrete_fields:
                if is_taken_away(field):
                    target = field.related_model
                    pre_delete.connect(record_lost_references, sender=target)
                    row_put_away.connect(record_lost_references, sender=target)
        if hasattr(model, "audited_operations"):
            pre_delete.connect(record_deletion, sender=model)
            row_put_away.connect(record_putting_away, sender=model)
            row_restored.connect(record_restoring, sender=model)


def is_taken_away(field):
    """Tell whether a field loses its value when what it refers to is deleted."""
    return field.is_relation and field.remote_field.on_delete is SET_NULL


def record_deletion(sender, instance, using, **kwargs):
    if "delete" in sender.audited_operations:
        # What was put away is to be gone for good, and so are its values.
        is_away = is_soft(sender) and getattr(instance, sender.deletion_fields[0])
        names = () if is_away else list_recorded(sender)
        stored = (read_values(instance, names, using) if names else None) or {}
        record(instance, "delete", compare(stored, {}), using)
    list_entries(instance).using(using).update(is_gone=True)


def record_putting_away(sender, instance, using, **kwargs):
    if "delete" in sender.audited_operations:
        record(instance, "delete", {}, using)


def record_restoring(sender, instance, using, **kwargs):
    if "delete" in sender.audited_operations:
        record(instance, "restore", {}, using)


def record_lost_references(sender, instance, using, **kwargs):
    for field in filter(is_taken_away, list_references(sender)):
        if "update" in getattr(field.model, "audited_operations", ()):
            rows = field.model._base_manager.using(using)
            key = getattr(instance, field.target_field.attname)
            for row in rows.filter(**{field.name: key}):
                record(row, "update", {field.name: [key, None]}, using)
