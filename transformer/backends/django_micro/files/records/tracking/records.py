"""What is written down of transitions, and read again."""

from django.contrib.contenttypes.models import ContentType


def list_changes(row):
    """The transitions of a row, the last one first."""
    # Models load no sooner than all apps.
    from .models import StateChange

    kind = ContentType.objects.get_for_model(row)
    return StateChange.objects.filter(content_type=kind, object_key=str(row.pk))


def record_change(row, before, after, user):
    """Write down a transition, within the transaction that makes it."""
    by = user if user is not None and user.is_authenticated else None
    list_changes(row).create(
        content_type=ContentType.objects.get_for_model(row),
        object_key=str(row.pk),
        before=before or "",
        after=after or "",
        user=by,
    )


def forget_changes(sender, instance, **kwargs):
    """A row takes its history along: another one may get its key."""
    list_changes(instance).delete()
