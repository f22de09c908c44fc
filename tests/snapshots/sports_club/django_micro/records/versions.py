"""Versions: a number in each row that counts its changes."""

from django.core.exceptions import ValidationError
from django.db import models, router, transaction
from django.utils.translation import gettext as _

# What each sign-in sets.
NOT_COUNTED = {"last_login"}


class VersionedModel(models.Model):
    """A model whose rows count their changes in a field, which nothing else sets.

    `save` sees them, and refuses a row that was read before somebody else changed it,
    unless it writes no more than some fields. What goes past it, such as `update()` of
    many rows, isn't counted.
    """

    version_field = ""

    class Meta:
        abstract = True

    def save(self, *, force_insert=False, using=None, update_fields=None, **options):
        options |= {"force_insert": force_insert, "update_fields": update_fields}
        using = using or router.db_for_write(type(self), instance=self)
        with transaction.atomic(using=using):
            before = None if force_insert else self.read_stored(using)
            if before and update_fields is None:
                self.refuse_outdated(before)
            super().save(using=using, **options)
            if before:
                self.count_change(before, using)

    def read_stored(self, using):
        """The values that the database has of the row; None if it has no such row."""
        fields = self._meta.concrete_fields
        names = [f.name for f in fields if not getattr(f, "auto_now", False)]
        rows = type(self)._base_manager.using(using).select_for_update()
        return rows.filter(pk=self.pk).values(*set(names) - NOT_COUNTED).first()

    def refuse_outdated(self, stored):
        number = getattr(self, self.version_field)
        if number is not None and number < (stored[self.version_field] or 0):
            text = _("Meanwhile somebody else has changed this.")
            raise ValidationError(text, "outdated")

    def count_change(self, before, using):
        after, name = self.read_stored(using), self.version_field
        number, written = before.pop(name) or 0, after.pop(name)
        # Links stand in no column, and a form says that it changes some.
        number += before != after or vars(self).pop("_is_relinked", False)
        if written != number:
            rows = type(self)._base_manager.using(using)
            rows.filter(pk=self.pk).update(**{name: number})
        setattr(self, name, number)


def find_version_field(row):
    """Return the name of the field in which a row counts its changes, if it does."""
    return getattr(row, "version_field", "")
