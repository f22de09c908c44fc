"""The values of rows that are kept, as they are in the database."""

from django.contrib.auth.base_user import AbstractBaseUser

EMPTY = (None, "")
# Of accounts: what is nobody's business, and what each sign-in sets.
NOT_KEPT = {"password", "last_login"}


def list_kept(model):
    """The fields whose values are kept: none that says no more than which and when."""
    left_out = NOT_KEPT if issubclass(model, AbstractBaseUser) else ()
    fields = (f for f in model._meta.concrete_fields if f.name not in left_out)
    return [f for f in fields if not (f.primary_key or getattr(f, "auto_now", False))]


def list_recorded(model, update_fields=None):
    """The names of the fields that are kept, of those that are going to be written."""
    kept = list_kept(model)
    if update_fields is None:
        return [field.name for field in kept]
    written = set(update_fields)
    return [each.name for each in kept if written & {each.name, each.attname}]


def read_values(row, names, using):
    """The values that the database has of a row, by name; None if it has no such row.

    Read after saving as well: then texts, expressions and numbers are what they became.
    """
    if row.pk is None:
        return None
    rows = type(row)._base_manager.using(using).select_for_update()
    return rows.filter(pk=row.pk).values(*names).first()


def compare(before, after):
    """The values that differ, before and after, by name."""
    return {
        name: [before.get(name), after.get(name)]
        for name in {**before, **after}
        if before.get(name) != after.get(name)
        and not (before.get(name) in EMPTY and after.get(name) in EMPTY)
    }


def name_targets(row, changes, using):
    """The changes, with what references lead to by its key and its name then."""
    fields = {field.name: field for field in row._meta.concrete_fields}
    return {
        name: [name_target(row, fields[name], value, using) for value in pair]
        if fields[name].is_relation
        else pair
        for name, pair in changes.items()
    }


def name_target(row, field, key, using):
    if key is None:
        return None
    if field.is_cached(row) and getattr(row, field.attname) == key:
        target = getattr(row, field.name)
    else:
        rows = field.related_model._base_manager.using(using)
        target = rows.filter(**{field.target_field.name: key}).first()
    return {"key": str(key), "name": str(key if target is None else target)}
