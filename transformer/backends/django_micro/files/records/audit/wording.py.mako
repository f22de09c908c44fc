"""Entries in words: on pages, in the admin and in files."""

from typing import NamedTuple

% if has_audited_links:
from django.contrib.auth.models import AnonymousUser
% endif
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.utils.text import capfirst

from ..values import make_column
% if has_audited_links:
from .links import show_rows
% endif
from .values import EMPTY, list_kept

HIDDEN = "••••••"


class Line(NamedTuple):
    """A value that changed: its title, and what it was before and after."""

    title: str
    before: str
    after: str


def title_fields(model):
    """The titles of all fields whose values are kept."""
% if has_audited_links:
    links = map(model._meta.get_field, getattr(model, "audited_links", ()))
    fields = [*list_kept(model), *links]
    return {field.name: capfirst(field.verbose_name) for field in fields}
% else:
    return {field.name: capfirst(field.verbose_name) for field in list_kept(model)}
% endif


class Wording:
    """The changes of a model's rows, for someone who sees the fields with `titles`.

% if has_audited_links:
    Of those that are `masked` one learns no more than that they changed, and of links
    to rows that `user` may not see not even that.
    """

    def __init__(self, model, titles, formatter, masked=(), user=None):
        self.model, self.titles, self.formatter = model, titles, formatter
        self.masked, self.user = masked, user or AnonymousUser()
% else:
    Of those that are `masked` one learns no more than that they changed.
    """

    def __init__(self, model, titles, formatter, masked=()):
        self.model, self.titles, self.formatter = model, titles, formatter
        self.masked = masked
% endif

    def list_lines(self, entry):
        """The changes of an entry, in the order of the titles."""
% if has_audited_links:
        lines = [
            Line(title, *(self.spell(name, value) for value in entry.changes[name]))
            for name, title in self.titles.items()
            if name in entry.changes
        ]
        return [line for line in lines if line.before or line.after]
% else:
        return [
            Line(title, *(self.spell(name, value) for value in entry.changes[name]))
            for name, title in self.titles.items()
            if name in entry.changes
        ]
% endif

    def spell(self, name, value):
        """A value as the formatter has it."""
        if value in EMPTY:
            return ""
        if name in self.masked:
            return HIDDEN
        try:
            field = self.model._meta.get_field(name)
        except FieldDoesNotExist:
            return str(value)
% if has_audited_links:
        if field.many_to_many and isinstance(value, list):
            return self.formatter.format_text(show_rows(field, value, self.user))
% endif
        if field.is_relation:
            is_named = isinstance(value, dict) and "name" in value
            return self.formatter.format_text(str(value["name"] if is_named else value))
        try:
            value = field.to_python(value)
        except (TypeError, ValueError, ValidationError):
            # It had another type then.
            return self.formatter.format_text(str(value))
        column = make_column(field, "", name)._replace(get_value=lambda found: found)
        return self.formatter.format_value(column, value)


def word_entry(entry, formatter, titles=None, masked=None${", user=None" if has_audited_links else ""}):
    """The changes of an entry of any model, by the titles of its fields.

    Without `masked`, all sensitive values are.
    """
    # Not by the reference, which would be a query for each.
    model = ContentType.objects.get_for_id(entry.content_type_id).model_class()
    if model is None:
        return []
    if titles is None:
        # Some may be gone, or be called otherwise now.
        titles = {**title_fields(model)}
        titles |= {name: name for name in entry.changes if name not in titles}
    if masked is None:
        masked = getattr(model, "sensitive_fields", ())
    return Wording(model, titles, formatter, masked${", user" if has_audited_links else ""}).list_lines(entry)
% if has_audited_links:


def tells_something(entry, lines):
    """Whether anything is left of an entry for someone who sees these lines of it.

    Nothing is of a change of links to rows that one may not see.
    """
    return bool(lines) or entry.operation != entry.Operation.UPDATE
% endif
