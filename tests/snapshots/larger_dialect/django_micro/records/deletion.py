"""What would happen to other rows if some were deleted."""

import dataclasses
from itertools import chain, islice

from django.contrib import admin
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from .collector import Collector, combine
from .permissions import APP, may
from .querysets import restrict
from .soft_deletion import is_put_away, is_soft

SHOWN = 20


@dataclasses.dataclass
class Group:
    """Rows of one model: how many a user may see, and the names of the first few.

    Of others it says nothing but that there are some; `title` and `count` are empty
    where there are only such.
    """

    title: str
    count: int
    names: list[str]
    reasons: list[str] = dataclasses.field(default_factory=list)
    has_hidden: bool = False
    is_final: bool = True

    @property
    def more(self):
        return self.count - len(self.names)

    def describe(self):
        """The group in one line."""
        more = ["…"] if self.more else []
        text = f"{self.count} {self.title}: {', '.join(self.names + more)}"
        if self.has_hidden:
            hidden = _("rows that you can’t see")
            text = f"{text}, {hidden}" if self.count else capfirst(hidden)
        return " ".join([text, *(f"({reason})" for reason in self.reasons)])


@dataclasses.dataclass
class DeletionSummary:
    """The rows that go along, that lose their reference, and that forbid it all."""

    deleted: list[Group]
    nullified: list[Group]
    protected: list[Group]
    is_final: bool

    @property
    def lost(self):
        """What goes along and can't be restored."""
        return [group for group in self.deleted if group.is_final]

    @property
    def put_away(self):
        return [group for group in self.deleted if not group.is_final]


def summarize_deletion(*rows, user):
    """Return what deleting the rows would do to others, without doing it.

    What a user may not delete, or can't see, is in the way instead of going along. Only
    those that a user may see are counted and named.
    """
    model, keys = type(rows[0]), [row.pk for row in rows]
    collector = Collector(rows[0]._state.db)
    collector.collect(collector.select(model, pk__in=keys))
    # The rows themselves are the first that were found.
    del collector.deleted[model][0]
    collector.resolve_restricted()
    collector.keep_administrators(model, keys)
    if is_soft(model):
        leave_out_put_away(collector.deleted)
    refusals = find_refusals(collector.deleted, user)
    kept = {each: collector.deleted.pop(each) for each in refusals}
    return DeletionSummary(
        deleted=list(summarize(collector.deleted, user)),
        nullified=list(summarize_nullified(collector.nullified, user)),
        protected=[
            *summarize(collector.protected, user, collector.reasons),
            *summarize(kept, user, refusals),
        ],
        is_final=not is_soft(model),
    )


def find_refusals(parts_by_model, user):
    """Return why a user may not delete rows along with others, by their model."""
    found = {}
    for model, parts in parts_by_model.items():
        if is_looked_after(model) and any(rows.exists() for rows in parts):
            if not may_delete(model, parts, user):
                found[model] = [_("You may not delete these.")]
            elif not sees_all(model, parts, user):
                found[model] = [_("You can’t see all of these.")]
    return found


def is_looked_after(model):
    """Tell whether people see to the rows of a model: the app's, and the admin's.

    Logs and the like go along with what they are about, as in the admin.
    """
    options = model._meta
    is_own = options.app_label == APP and not options.auto_created
    return is_own or admin.site.is_registered(model)


def may_delete(model, parts, user):
    return may(user, "delete", model) and all(
        may(user, "delete", model, row) for rows in parts for row in rows.iterator()
    )


def sees_all(model, parts, user):
    everything = list_all(model)
    visible = restrict(everything, user)
    if visible is everything:
        return True
    keys = visible.order_by().values("pk")
    return not any(rows.exclude(pk__in=keys).exists() for rows in parts)


def summarize(parts_by_model, user, reasons=None):
    for model, parts in parts_by_model.items():
        if count := sum(map(count_part, parts)):
            group = make_group(model, parts, user, count)
            group.reasons = (reasons or {}).get(model, [])
            group.is_final = not is_soft(model)
            yield group


def summarize_nullified(parts_by_field, user):
    for (field, _value), parts in parts_by_field.items():
        if not field.model._meta.default_permissions:
            # What is kept of someone's work is nobody's to change.
            continue
        rows = combine(parts)
        if count := rows.count():
            group = make_group(field.model, [rows], user, count)
            if group.count:
                group.title = f"{group.title} ({field.verbose_name})"
            yield group


def count_part(rows):
    return rows.count() if isinstance(rows, QuerySet) else len(rows)


def make_group(model, parts, user, count):
    """Return what a user may know of rows, of which there are so many in all."""
    everything = list_all(model).order_by("pk")
    visible = leave_out_unknown(restrict(everything, user), user)
    if visible is not everything:
        found = [visible.filter(pk__in=list_keys(rows)) for rows in parts]
        seen = sum(map(count_part, found))
    else:
        found, seen = [everything.filter(pk__in=list_keys(r)) for r in parts], count
    first = list(islice(chain.from_iterable(rows[:SHOWN] for rows in found), SHOWN))
    asks = is_looked_after(model)
    named = [each for each in first if not asks or may(user, "view", model, each)]
    seen -= len(first) - len(named)
    if not named:
        return Group("", 0, [], has_hidden=True)
    names = list(map(str, named))
    return Group(name_rows(model, seen), seen, names, has_hidden=seen < count)


def leave_out_put_away(parts_by_model):
    """Leave out what was put away before, as it stays as it is."""
    for model, parts in parts_by_model.items():
        if is_soft(model):
            parts[:] = [rows.filter(is_put_away(model, False)) for rows in parts]


def leave_out_unknown(rows, user):
    """Leave out what was put away, but for those who could restore it."""
    model = rows.model
    if not is_soft(model):
        return rows
    if not may(user, "delete", model):
        return rows.filter(is_put_away(model, False))
    return rows


def list_all(model):
    """All rows of a model: those that are put away refer to others, too."""
    return (model.all_objects if is_soft(model) else model._default_manager).all()


def list_keys(rows):
    return rows.values("pk") if isinstance(rows, QuerySet) else [row.pk for row in rows]


def name_rows(model, count):
    options = model._meta
    return options.verbose_name if count == 1 else options.verbose_name_plural
