"""What would happen to other rows if some were deleted."""

import dataclasses
from collections import defaultdict
from copy import copy
from functools import reduce
from itertools import chain, islice
from operator import or_

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import DO_NOTHING, Model, ProtectedError, QuerySet

from .accounts.administrators import list_administrators
from .querysets import restrict

SHOWN = 20
AT_ONCE = 10_000  # keys in one query


@dataclasses.dataclass
class Group:
    """Rows of one model: how many there are, and the names of the first few."""

    title: str
    count: int
    names: list[str]
    reasons: list[str] = dataclasses.field(default_factory=list)

    @property
    def more(self):
        return self.count - len(self.names)

    def describe(self):
        """The group in one line."""
        more = ["…"] if self.more else []
        text = f"{self.count} {self.title}: {', '.join(self.names + more)}"
        return " ".join([text, *(f"({reason})" for reason in self.reasons)])


@dataclasses.dataclass
class DeletionSummary:
    """The rows that go along, that lose their reference, and that forbid it all."""

    deleted: list[Group]
    nullified: list[Group]
    protected: list[Group]


def summarize_deletion(*rows, user):
    """Return what deleting the rows would do to others, without doing it.

    All that are concerned are counted, but only those that a user may see are named.
    """
    model, keys = type(rows[0]), [row.pk for row in rows]
    collector = Collector(rows[0]._state.db)
    collector.collect(collector.select(model, pk__in=keys))
    # The rows themselves are the first that were found.
    del collector.deleted[model][0]
    collector.resolve_restricted()
    collector.keep_administrators(model, keys)
    return DeletionSummary(
        deleted=list(summarize(collector.deleted, user)),
        nullified=list(summarize_nullified(collector.nullified, user)),
        protected=list(summarize(collector.protected, user, collector.reasons)),
    )


class Collector:
    """Goes through relations as Django's collector of the same name does.

    It holds queries where that fetches rows, of which there may be many. What a field
    says under `on_delete` calls the methods that this has of Django's.
    """

    def __init__(self, using):
        self.using = using
        self.deleted, self.protected = defaultdict(list), defaultdict(list)
        self.nullified, self.restricted = defaultdict(list), []
        self.reasons = defaultdict(list)

    def select(self, model, **conditions):
        return model._base_manager.using(self.using).filter(**conditions)

    def collect(self, rows, **options):
        for found in self.find_new(rows):
            self.deleted[found.model].append(found)
            for field in list_references(found.model):
                self.follow(
                    field, self.select(field.model, **{f"{field.name}__in": found})
                )

    def find_new(self, rows):
        """The rows that no other way has led to, in one query or in several."""
        known = self.deleted[rows.model]
        if not known:
            yield rows
            return
        keys = set(rows.values_list("pk", flat=True))
        for others in known:
            keys.difference_update(others.values_list("pk", flat=True))
        left = iter(sorted(keys))
        while part := list(islice(left, AT_ONCE)):
            yield self.select(rows.model, pk__in=part)

    def follow(self, field, rows):
        on_delete = field.remote_field.on_delete
        if on_delete is DO_NOTHING or not rows.exists():
            return
        try:
            on_delete(self, field, rows, self.using)
        except ProtectedError as error:
            self.protected[field.model].append(error.protected_objects)

    def add_field_update(self, field, value, rows):
        self.nullified[field, value].append(rows)

    def add_restricted_objects(self, field, rows):
        self.restricted.append(rows)

    def add_dependency(self, *models, **options):
        """Nothing: no order matters here."""

    def resolve_restricted(self):
        """Leave out what is deleted anyway; find what would break a rule."""
        for rows in map(self.leave_out_deleted, self.restricted):
            self.protected[rows.model].append(rows)
        for (field, value), parts in self.nullified.items():
            parts[:] = map(self.leave_out_deleted, parts)
            if field.model.clean is not Model.clean:
                violating = dict(find_violating(field, value, combine(parts)))
                self.protected[field.model].append(list(violating))
                self.reasons[field.model] += dict.fromkeys(chain(*violating.values()))

    def keep_administrators(self, model, keys):
        """Let the last account that may give rights stand in its own way."""
        accounts = get_user_model()
        if model is not accounts and accounts not in self.deleted:
            return
        found = list_administrators().using(self.using)
        others = found.exclude(pk__in=keys) if model is accounts else found
        if found.exists() and not self.leave_out_deleted(others).exists():
            self.protected[accounts].append(found)

    def leave_out_deleted(self, rows):
        for others in self.deleted[rows.model]:
            rows = rows.exclude(pk__in=others.values("pk"))
        return rows


def list_references(model):
    """The fields that refer to a model."""
    relations = model._meta.get_fields(include_hidden=True)
    return [
        each.field
        for each in relations
        if each.auto_created
        and not each.concrete
        and (each.one_to_many or each.one_to_one)
    ]


def combine(parts):
    """All rows of several queries, each once."""
    return reduce(or_, parts)


def find_violating(field, value, rows):
    """Find the rows that would break a rule of their model without a reference."""
    for row in rows.iterator():
        before, changed = list_violations(row), copy(row)
        setattr(changed, field.name, value)
        after = list_violations(changed)
        if len(after) > len(before):
            yield row, [message for message in after if message not in before]


def list_violations(row):
    """What a model says of the rules that a row breaks."""
    try:
        row.clean()
    except ValidationError as error:
        return error.messages
    return []


def summarize(parts_by_model, user, reasons=None):
    for model, parts in parts_by_model.items():
        count = sum(map(count_rows, parts))
        if count:
            names, why = name_first(model, parts, user), (reasons or {}).get(model, [])
            yield Group(name_rows(model, count), count, names, why)


def summarize_nullified(parts_by_field, user):
    for (field, _), parts in parts_by_field.items():
        rows = combine(parts)
        if count := rows.count():
            title = f"{name_rows(field.model, count)} ({field.verbose_name})"
            yield Group(title, count, name_first(field.model, [rows], user))


def count_rows(rows):
    return rows.count() if isinstance(rows, QuerySet) else len(rows)


def name_first(model, parts, user):
    """The names of the first rows that a user may see."""
    visible = restrict(model._default_manager.order_by("pk"), user)
    first = chain.from_iterable(
        visible.filter(pk__in=list_keys(rows))[:SHOWN] for rows in parts
    )
    return [str(row) for row in islice(first, SHOWN)]


def list_keys(rows):
    return rows.values("pk") if isinstance(rows, QuerySet) else [row.pk for row in rows]


def name_rows(model, count):
    options = model._meta
    return options.verbose_name if count == 1 else options.verbose_name_plural
