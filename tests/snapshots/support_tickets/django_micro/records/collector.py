"""What deleting rows would do to others, found without fetching or changing any."""

from collections import defaultdict
from copy import copy
from functools import reduce
from itertools import chain, islice
from operator import or_

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import DO_NOTHING, Model, ProtectedError

from .administrators import list_administrators

AT_ONCE = 10_000  # keys in one query


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
