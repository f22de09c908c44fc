"""Rows from a file: matched with those that are there, checked as their form does."""

from copy import copy
from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from records.keys import read_key
from records.permissions import may
from records.querysets import lock_rows
% if has_soft_deletion:
from records.soft_deletion import list_single_uniques
% endif
% if has_transitions:
from records.transitions import is_state
% endif
from records.values import Formatter, find_columns

from .csv_files import read_table, simplify
% if has_links:
from .csv_values import (
    NUMBERS,
    References,
    read_boolean,
    read_choice,
    read_number,
    split_names,
)
% else:
from .csv_values import NUMBERS, References, read_boolean, read_choice, read_number
% endif
from .forms import explain_errors
from .unsaved import UnsavedRows, name_unsaved

HIDDEN = "••••••"


@dataclass
class Outcome:
    """What becomes of a line: `new`, `changed`, `same`, or `wrong`."""

    number: int
    kind: str
    name: str = ""
    changes: list = field(default_factory=list)
    errors: list = field(default_factory=list)


class Importer:
    """Takes the lines of a text in, by a form that makes or changes one row.

    Rows that are there already change where the form that edits one permits it.
    `titles` holds further titles for attributes, `masked` the attributes that a preview
    doesn't show, `joins` what to fetch along with a reference's rows. `rows` are those
    that may be matched, and `user` is who brings the file.
    """

    def __init__(
        self, form_class, edit_class, rows, user, titles=None, masked=(), joins=None
    ):
        self.form_class = form_class
        self.rows, self.user = rows, user
        self.changeable = list_open_fields(edit_class) if edit_class else set()
        self.model = form_class._meta.model
        self.fields = {
            name: each
            for name, each in form_class(user=user).fields.items()
            if not isinstance(each, forms.FileField)
            and name in list_open_fields(form_class)
        }
        self.masked, self.joins = masked, joins or {}
        self.identifiers = [
            each.name
            for each in self.model._meta.concrete_fields
            if each.unique and not each.is_relation
        ]
% if has_soft_deletion:
        self.identifiers += list_single_uniques(self.model)
% endif
        # The key decides before any other value that only one row can have.
        self.identifiers.sort(key=lambda name: name != self.model._meta.pk.name)
        known = {**dict.fromkeys(self.identifiers), **self.fields}
        names = self.list_names(list(known), titles or {})
        names = {simplify(title): name for title, name in names}
        # A list may show what no file can set.
        self.names = {title: name for title, name in names.items() if name in known}

% if hides_values:
    def leave_out(self, is_hidden):
        """Take nothing of what is hidden from a file, and find no row by it."""
        self.fields = {k: v for k, v in self.fields.items() if not is_hidden(k)}
        self.identifiers = [name for name in self.identifiers if not is_hidden(name)]
        self.names = {k: v for k, v in self.names.items() if not is_hidden(v)}

% endif
    def list_names(self, known, titles):
        """What a file may call its columns, with their attributes; the later win."""
        yield from ((name, name) for name in known)
        for name in known:
            yield str(self.model._meta.get_field(name).verbose_name), name
        yield from ((str(title), name) for name, title in titles.items())
        yield from ((self.get_title(name), name) for name in self.fields)

    def get_title(self, name):
        label = self.fields[name].label if name in self.fields else None
        return str(label or capfirst(self.model._meta.get_field(name).verbose_name))

    def find_title(self, name):
        """What the file calls an attribute, or else the form."""
        return self.table.titles.get(name) or self.get_title(name)

    def read(self, text, lock=False):
        """Take in a text; raises ValidationError if it is no table of such rows.

        With `lock`, nobody else changes the rows that it is about for as long as the
        transaction lasts.
        """
        self.table = read_table(text, self.names)
        if not set(self.table.titles) & set(self.fields):
            raise ValidationError(
                _("The first line has none of the column titles below.")
            )
        self.references = {
            name: References(each, self.list_texts(name), self.joins.get(name))
            for name, each in self.fields.items()
            if isinstance(each, forms.ModelChoiceField)
        }
        rows = self.rows.order_by("pk")
        self.matches = self.find_all_matches(rows)
        if lock:
            found = (each.values() for each in self.matches.values())
            lock_rows(self.model, {row.pk for rows in found for row in rows})
            self.matches = self.find_all_matches(rows)

    def list_texts(self, name):
% if has_links:
        texts = {line.texts.get(name, "") for line in self.table.lines}
        if not self.is_link(name):
            return texts
        return {each for text in texts for each in split_names(text)}

    def is_link(self, name):
        """Whether a field leads to any number of rows."""
        field = self.fields.get(name)
        return isinstance(field, forms.ModelMultipleChoiceField)
% else:
        return {line.texts.get(name, "") for line in self.table.lines}
% endif

    def find_all_matches(self, rows):
        return {
            name: self.find_matches(rows, self.model._meta.get_field(name))
            for name in self.identifiers
            if name in self.table.titles
        }

    def find_matches(self, rows, identifier):
        values = (parse(identifier, text) for text in self.list_texts(identifier.name))
        found = [value for value in values if value is not None]
% if has_soft_deletion:
        if not identifier.unique:
            alike = rows.filter(**{f"{identifier.name}__in": list(found)})
            return {getattr(row, identifier.attname): row for row in alike}
% endif
        return rows.in_bulk(found, field_name=identifier.name)

    def run(self, prepare, save):
        """What becomes of each line; `save` writes it, within a transaction.

        Otherwise nothing is written: lines are held against the database and against
        those before them. `prepare` may set what rows have beside the form's fields.
        """
        self.unsaved, self.met = None if save else UnsavedRows(self.model), {}
        return [self.process_line(line, prepare) for line in self.table.lines]

    def process_line(self, line, prepare):
        try:
            row = self.match(line)
        except ValidationError as error:
            return Outcome(line.number, "wrong", errors=[("", error.messages[0])])
        before = copy(row) if row else None
        form, changed = self.fill_in(line, row, prepare)
        if row and form.is_valid() and not changed:
            return Outcome(line.number, "same", str(row))
        if row and (errors := list(self.list_closed(${"before" if has_policies else "form.instance"}, changed))):
            return Outcome(line.number, "wrong", errors=errors)
        if not self.accept(form):
            return Outcome(line.number, "wrong", errors=list(self.list_errors(form)))
        name = name_unsaved(form.instance, form)
        if before is None:
            self.remember(form.instance)
            return Outcome(line.number, "new", name)
% if has_links:
        changes = self.compare(before, form, changed)
% else:
        changes = self.compare(before, form.instance, changed)
% endif
        return Outcome(line.number, "changed", name, changes)

    def match(self, line):
        """The row that a line is about, or None for a new one."""
        if line.is_too_long:
            raise ValidationError(_("This row has more cells than there are columns."))
        for name, rows in self.matches.items():
            identifier = self.model._meta.get_field(name)
            value = parse(identifier, line.texts[name])
            if value in rows:
                self.meet(rows[value], line)
                return rows[value]
            if name not in self.fields and line.texts[name]:
                words = {"title": self.find_title(name), "value": line.texts[name]}
                text = _("No row has “%(value)s” as its %(title)s.")
                raise ValidationError(text % words)
        return None

    def meet(self, row, line):
        """Refuse a second line about the same row, which would undo the first."""
        number = self.met.setdefault(row.pk, line.number)
        if number != line.number:
            text = _("Line %(number)s is about the same row.")
            raise ValidationError(text % {"number": number})

    def fill_in(self, line, row, prepare):
        """The form as someone would fill it in who copied the line; what it changes."""
        data, errors, unsaved = {}, {}, {}
        form = self.form_class(data, instance=row, user=self.user)
        if row is None:
            prepare(form)
        for name, each in form.fields.items():
            initial = form.get_initial_for_field(each, name)
            data[name] = each.prepare_value(initial)
            text = line.texts.get(name)
% if has_transitions:
            is_needed = each.required or is_state(form.instance, name)
            keeps_default = not text and row is None and is_needed
% else:
            keeps_default = not text and row is None and each.required
% endif
            if name in self.fields and text is not None and not keeps_default:
                try:
                    data[name] = self.read_cell(name, each, text, initial)
                except ValidationError as error:
                    errors[name] = error
                if isinstance(data[name], Model):
                    unsaved[name] = data.pop(name)
        for name, target in unsaved.items():
            # The form would look for it in the database.
            setattr(form.instance, name, target)
            del form.fields[name]
        for name, error in errors.items():
            form.errors.pop(name, None)
            form.add_error(name, error)
        return form, [*form.changed_data, *unsaved]

    def read_cell(self, name, each, text, initial):
        if isinstance(each, forms.BooleanField):
            return read_boolean(text) if text.strip() else initial
% if has_links:
        if self.is_link(name):
            found = map(self.references[name].find, split_names(text))
            # A preview saves nothing, so that rows of earlier lines have no key.
            return [key for key in found if not isinstance(key, Model)]
% endif
        if not text.strip():
            return None if name in self.references else text
        if name in self.references:
            return self.references[name].find(text)
        if isinstance(each, forms.ChoiceField):
            return read_choice(text, each.choices)
        if isinstance(each, NUMBERS):
            return read_number(text, is_local=self.table.delimiter == ";")
        return text

    def accept(self, form):
        """Whether a row is right, and written if it is to be."""
        if form.is_valid() and self.unsaved:
            self.unsaved.add(form)
        elif form.is_valid():
            with explain_errors(form):
                form.save()
        return not form.errors

    def remember(self, row):
        """Let the lines that follow refer to a row that this one made."""
        for name, references in self.references.items():
            if self.fields[name].queryset.model is self.model:
                references.add(row)

    def list_errors(self, form):
        for name, found in form.errors.items():
            title = "" if name == NON_FIELD_ERRORS else self.find_title(name)
            yield from ((title, error) for error in found)

    def list_closed(self, row, changed):
        """What a line would change although it may not be."""
        may_change = may(self.user, "change", self.model, row)
        for name in changed:
            if not may_change or name not in self.changeable:
                yield self.find_title(name), _("This can’t be changed.")

% if has_links:
    def compare(self, before, form, changed):
% else:
    def compare(self, before, row, changed):
% endif
        """The values that were changed: title, old and new text."""
        formatter, changes = Formatter(), []
        for name in changed:
            title = self.find_title(name)
            if name in self.masked:
                changes.append((title, HIDDEN, HIDDEN))
                continue
% if has_links:
            if self.is_link(name):
                sides = (form.initial[name], form.cleaned_data[name])
                changes.append((title, *("; ".join(map(str, each)) for each in sides)))
                continue
            [column] = find_columns(self.rows, {name: title})
            rows = (before, form.instance)
            old, new = (formatter.format_value(column, each) for each in rows)
% else:
            [column] = find_columns(self.rows, {name: title})
            old, new = (formatter.format_value(column, each) for each in (before, row))
% endif
            changes.append((title, old, new))
        return changes


def list_open_fields(form_class):
    """The fields of a form that people can fill in."""
    return set(form_class.base_fields) - set(form_class.readonly)


def parse(identifier, text):
    """The value of a field that a cell holds, or None if it holds none."""
    return read_key(identifier, text.strip()) if text.strip() else None
