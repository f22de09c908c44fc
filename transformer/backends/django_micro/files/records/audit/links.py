"""What is kept of links to any number of rows: which went, and which came."""

from contextlib import contextmanager

from django.db.models.signals import m2m_changed, pre_delete

from ..querysets import restrict
from .records import record


def connect_links(models):
    """Let the links of models be seen that name them, however they change."""
    for model in models:
        for name in getattr(model, "audited_links", ()):
            field = model._meta.get_field(name)
            through = field.remote_field.through
            m2m_changed.connect(make_receiver(field), sender=through, weak=False)
            # What links a row that goes isn't told of.
            gone = make_loss_receiver(field)
            pre_delete.connect(gone, sender=field.related_model, weak=False)


def make_receiver(field):
    """Make what is called with each change of a link, from either end."""

    def receive(instance, action, reverse, pk_set, using, **kwargs):
        if action not in ("post_add", "pre_remove", "pre_clear"):
            return
        for row, keys in list_rows(field, instance, reverse, pk_set, using):
            linked = getattr(row, field.name).using(using)
            targets = linked if keys is None else linked.filter(pk__in=keys)
            if named := [name_row(target) for target in targets]:
                change = [[], named] if action == "post_add" else [named, []]
                keep(row, field.name, change, using)

    return receive


@contextmanager
def keep_as_one(row):
    """Let all that a form changes of a row's links be one entry."""
    row._relinked = found = {}
    try:
        yield
    finally:
        del row._relinked
    record(row, "update", found, row._state.db)


def keep(row, name, change, using):
    """Write down what went and what came, or gather it where a form changes more."""
    found = getattr(row, "_relinked", None)
    if found is None:
        record(row, "update", {name: change}, using)
    else:
        sides = zip(found.get(name, ([], [])), change, strict=True)
        found[name] = [[*before, *more] for before, more in sides]


def list_rows(field, instance, reverse, keys, using):
    """The rows whose links change, each with the keys of other ends; None is all."""
    if not reverse:
        return [(instance, keys)]
    rows = field.model._base_manager.using(using).filter(**{field.name: instance.pk})
    rows = rows if keys is None else rows.filter(pk__in=keys)
    return [(row, [instance.pk]) for row in rows]


def make_loss_receiver(field):
    """Make what is called when a row goes that others may be linked to."""

    def receive(instance, using, **kwargs):
        rows = field.model._base_manager.using(using)
        for row in rows.filter(**{field.name: instance.pk}):
            record(row, "update", {field.name: [[name_row(instance)], []]}, using)

    return receive


def name_row(row):
    return {"key": str(row.pk), "name": str(row)}


def list_seen(field, named, user):
    """Those of some rows that a user may see; where all may, all of them."""
    every = field.related_model._default_manager.all()
    seen = restrict(every, user)
    if seen is not every:
        keys = [each["key"] for each in named]
        found = seen.filter(pk__in=keys).order_by().values_list("pk", flat=True)
        known = set(map(str, found))
        named = [each for each in named if each["key"] in known]
    return named


def show_rows(field, named, user):
    """The names of those of some rows that a user may see."""
    return ", ".join(each["name"] for each in list_seen(field, named, user))
