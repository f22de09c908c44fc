"""What is kept of deletions, which may take other rows and references along."""

from django.db.models import SET_NULL
from django.db.models.signals import pre_delete

from ..collector import list_references
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
        if hasattr(model, "audited_operations"):
            pre_delete.connect(record_deletion, sender=model)


def is_taken_away(field):
    """Tell whether a field loses its value when what it refers to is deleted."""
    return field.is_relation and field.remote_field.on_delete is SET_NULL


def record_deletion(sender, instance, using, **kwargs):
    if "delete" in sender.audited_operations:
        stored = read_values(instance, list_recorded(sender), using) or {}
        record(instance, "delete", compare(stored, {}), using)
    list_entries(instance).using(using).update(is_gone=True)


def record_lost_references(sender, instance, using, **kwargs):
    for field in filter(is_taken_away, list_references(sender)):
        if "update" in getattr(field.model, "audited_operations", ()):
            rows = field.model._base_manager.using(using)
            key = getattr(instance, field.target_field.attname)
            for row in rows.filter(**{field.name: key}):
                record(row, "update", {field.name: [key, None]}, using)
