"""Entries in words: on pages, in the admin and in files."""

from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.utils.text import capfirst

from ..values import make_column
from .values import EMPTY, list_kept

HIDDEN = "••••••"


class Line(NamedTuple):
    """A value that changed: its title, and what it was before and after."""

    title: str
    before: str
    after: str


def title_fields(model):
    """The titles of all fields whose values are kept."""
    return {field.name: capfirst(field.verbose_name) for field in list_kept(model)}


class Wording:
    """The changes of a model's rows, for someone who sees the fields with `titles`.

    Of those that are `masked` one learns no more than that they changed.
    """

    def __init__(self, model, titles, formatter, masked=()):
        self.model, self.titles, self.formatter = model, titles, formatter
        self.masked = masked

    def list_lines(self, entry):
        """The changes of an entry, in the order of the titles."""
        return [
            Line(title, *(self.spell(name, value) for value in entry.changes[name]))
            for name, title in self.titles.items()
            if name in entry.changes
        ]

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


def word_entry(entry, formatter, titles=None, masked=None):
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
    return Wording(model, titles, formatter, masked).list_lines(entry)
