"""Rows that are put away instead of being deleted, and can be restored.

`objects` of their model has the others, so they are on no page and in no file;
`all_objects` has all. References lead to all rows, as they do with any manager.
"""

from django.core.exceptions import ValidationError
from django.db import models, router, transaction
from django.db.models.deletion import CASCADE, Collector
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _

from .actors import find_person
from .collector import list_references

AT_ONCE = 500  # keys in one query

# Sent with each row.
row_put_away, row_restored = Signal(), Signal()


class PresentManager(models.Manager):
    """The rows that are there."""

    def get_queryset(self):
        return super().get_queryset().filter(is_put_away(self.model, False))


class UniqueAmongPresent(models.UniqueConstraint):
    """Lets no two rows that are there have the same values."""

    def validate(self, model, *args, **kwargs):
        # Among the rows of `objects`, which are those; and with words for people.
        plain = models.UniqueConstraint(fields=self.fields, name=self.name)
        plain.validate(model, *args, **kwargs)

    def deconstruct(self):
        """As a migration has it, which needs nothing of the app."""
        _path, args, kwargs = super().deconstruct()
        return "django.db.models.UniqueConstraint", args, kwargs


class SoftDeletableModel(models.Model):
    """A model whose rows are put away: their moment goes to the first of two fields.

    The second, which may be missing, has who has done it.
    """

    deletion_fields = ()

    class Meta:
        abstract = True

    def save(self, *, force_insert=False, **options):
        # A new row never takes the place of one that has its key and is put away.
        super().save(force_insert=force_insert or self._state.adding, **options)

    def _do_update(self, base_qs, using, pk_val, values, *args):
        # The row may have been put away since it was read. `restore` alone undoes that.
        if getattr(self, self.deletion_fields[0]) is None:
            kept = self.deletion_fields
            values = [each for each in values if each[0].name not in kept]
        return super()._do_update(base_qs, using, pk_val, values, *args)

    def delete(self, using=None, keep_parents=False):
        """Put the row away."""
        using = using or router.db_for_write(type(self), instance=self)
        rows = type(self).all_objects.using(using).filter(pk=self.pk)
        count, counts = put_away(rows)
        if count:
            self.refresh_from_db(using=using, fields=self.deletion_fields)
        return count, counts

    delete.alters_data = True

    def delete_for_good(self, using=None):
        return super().delete(using=using)

    delete_for_good.alters_data = True


def is_soft(model):
    return issubclass(model, SoftDeletableModel)


def list_single_uniques(model):
    """The fields whose values no two rows that are there may share."""
    found = (c for c in model._meta.constraints if isinstance(c, UniqueAmongPresent))
    return [each.fields[0] for each in found if len(each.fields) == 1]


def is_put_away(model, value=True):
    """The condition of rows that are put away, or of those that aren't."""
    return models.Q(**{f"{model.deletion_fields[0]}__isnull": not value})


def list_put_away(model):
    """The rows that are put away, the last one first."""
    rows = model.all_objects.filter(is_put_away(model))
    return rows.order_by(f"-{model.deletion_fields[0]}", "pk")


def put_away(rows):
    """Put rows away, and do to others what deleting these would do.

    Those that would be deleted along are put away if their model has that, else they
    are deleted. Raises ProtectedError or RestrictedError where deleting would.
    """
    model = rows.model
    using = rows._db or router.db_for_write(model, **rows._hints)
    with transaction.atomic(using=using):
        keys = [row.pk for row in rows.using(using)]
        # Whoever is about to refer to one of them is waited for.
        rows = model.all_objects.using(using).select_for_update()
        rows = rows.filter(pk__in=keys).order_by("pk")
        collector = Collector(using=using, origin=rows)
        collector.collect(list(rows))
        away, deleted = find_dependents(rows, using)
        moment, person = timezone.now(), find_person()
        for each, found in away.items():
            mark(each, list(found.values()), using, moment, person)
        others = Collector(using=using, origin=rows)
        for found in deleted:
            others.collect(found)
        others.delete()
        for (field, value), parts in collector.field_updates.items():
            for part in parts:
                keys = [row.pk for row in part]
                change(field.model, keys, using, **{field.name: value})
    counts = {each._meta.label: len(found) for each, found in away.items()}
    return sum(counts.values()), counts


def find_dependents(rows, using, condition=None):
    """The rows, and what depends on them: rows to put away, and lists of others.

    `condition` says of a model which of its rows count: those that are there.
    """
    condition = condition or (lambda model: is_put_away(model, False))
    away, others = {}, []
    waiting = [list(rows.filter(condition(rows.model)))]
    while waiting:
        found = waiting.pop()
        if not found:
            continue
        known = away.setdefault(type(found[0]), {})
        new = [row for row in found if row.pk not in known]
        known |= {row.pk: row for row in new}
        for field in list_references(type(found[0])):
            # Links stay, and lead to nothing that is put away.
            is_link = field.model._meta.auto_created
            if field.remote_field.on_delete is CASCADE and not is_link:
                dependents = field.model._base_manager.using(using)
                dependents = dependents.filter(**{f"{field.name}__in": new})
                if is_soft(field.model):
                    waiting.append(list(dependents.filter(condition(field.model))))
                elif dependents := list(dependents):
                    others.append(dependents)
    return away, others


def mark(model, rows, using, moment, person):
    """Note of rows when and by whom they were put away."""
    name, *further = model.deletion_fields
    values = {name: moment, **dict.fromkeys(further, person)}
    change(model, [row.pk for row in rows], using, **values)
    signal = row_restored if moment is None else row_put_away
    for row in rows:
        for field, value in values.items():
            setattr(row, field, value)
        signal.send(sender=model, instance=row, using=using)


def change(model, keys, using, **values):
    rows = model._base_manager.using(using)
    for start in range(0, len(keys), AT_ONCE):
        rows.filter(pk__in=keys[start : start + AT_ONCE]).update(**values)


def restore(row):
    """Restore a row, and what was put away together with it.

    Raises ValidationError if it would clash with another, or refer to one that is put
    away.
    """
    model = type(row)
    using = router.db_for_write(model, instance=row)
    moment = getattr(row, model.deletion_fields[0])
    with transaction.atomic(using=using):
        rows = model.all_objects.using(using).select_for_update().filter(pk=row.pk)
        together, _others = find_dependents(
            rows, using, lambda each: models.Q(**{each.deletion_fields[0]: moment})
        )
        restored = [row for found in together.values() for row in found.values()]
        for each in restored:
            refuse_clash(each, using)
        for each, found in together.items():
            mark(each, list(found.values()), using, None, None)
        for each in restored:
            refuse_lost_reference(each)


def refuse_clash(row, using):
    """Refuse a row that has what one that is there has, and no two may have."""
    for constraint in row._meta.constraints:
        if isinstance(constraint, UniqueAmongPresent):
            constraint.validate(type(row), row, using=using)


def refuse_lost_reference(row):
    """Refuse a row that refers to one that is put away."""
    for field in row._meta.concrete_fields:
        if field.is_relation and is_soft(field.related_model):
            target = getattr(row, field.name)
            if target and getattr(target, target.deletion_fields[0]):
                text = _("“%(name)s” has to be restored first.")
                raise ValidationError(text, "reference", {"name": target})
