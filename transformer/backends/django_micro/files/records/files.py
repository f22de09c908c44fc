"""Uploaded files go when no row names them any more."""

from functools import partial

from django.db import transaction
from django.db.models import FileField
from django.db.models.signals import post_delete, pre_save


def connect_file_signals(models):
    """Delete files that are replaced, and files with their rows."""
    for model in models:
        if list_file_fields(model):
            pre_save.connect(delete_replaced_files, sender=model)
            post_delete.connect(delete_files, sender=model)


def list_file_fields(model):
    return [field for field in model._meta.fields if isinstance(field, FileField)]


def delete_files(sender, instance, using, **kwargs):
    for field in list_file_fields(sender):
        delete_later(field, getattr(instance, field.name).name, using)


def delete_replaced_files(sender, instance, raw, using, update_fields, **kwargs):
    if raw or instance._state.adding:
        return
    fields = [
        field
        for field in list_file_fields(sender)
        if update_fields is None or field.name in update_fields
    ]
    rows = sender._base_manager.using(using).filter(pk=instance.pk)
    before = rows.values(*(field.name for field in fields)).first() or {}
    for field in fields:
        name = before.get(field.name)
        if name != getattr(instance, field.name).name:
            delete_later(field, name, using)


def delete_later(field, name, using):
    """Delete a file once it is certain that no row has it."""
    if name:
        delete = partial(field.storage.delete, name)
        transaction.on_commit(delete, using=using, robust=True)
