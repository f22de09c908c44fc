"""Rows that are edited in the form of the row that they refer to, a line each.

The app says which row a line belongs to, whatever is sent. A key that is sent chooses
among the lines that are there to be edited, and any other one is refused.
"""

from datetime import datetime, time
from typing import NamedTuple

from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from records.deletion import summarize_deletion
from records.permissions import OPERATIONS, may
from records.policies import give_to_tenant
from records.querysets import lock_rows, restrict

from ..page_access import is_for
from .references import ReferenceSelect

# Of all that is sent with a form; Django refuses more than 1,000.
MOST_INPUTS = 800


class LinesRefused(Exception):
    """Some lines can't be written, so neither is their row."""


class Inline(NamedTuple):
    """Which form lines have, and what is shown above them.

    `fixed` are fields that only new lines have a say in. `made_by` and `changed_by`
    are set to whoever makes a line, or changes one.
    Where it `is_required`, no row is made without its only line.
    `add` and `change` are the pages that do the same with a single line, if these
    aren't for everybody.
    """

    form_class: type
    title: str
    help: str = ""
    sort_by: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    made_by: tuple[str, ...] = ()
    changed_by: tuple[str, ...] = ()
    is_required: bool = False
    add: str = ""
    change: str = ""


class InlinesMixin:
    """A form with lines: rows of other models, by the name of the way back to them.

    What is wrong with inputs is found before anything is written. All else is asked of
    each line when the form's row and the lines above are written; if a line can't be,
    everything is taken back.
    """

    inlines = {}
    # Of a line: what refers to the row that it belongs to, and whether that isn't
    # written yet.
    way = ""
    awaits_owner = False

    @cached_property
    def line_sets(self):
        found = (Lines(self, name, each) for name, each in self.inlines.items())
        return [lines for lines in found if lines.is_shown or lines.is_needed]

    def is_multipart(self):
        forms = [inline.form_class for inline in self.inlines.values()]
        fields = [field for each in forms for field in each.base_fields.values()]
        needs_parts = any(field.widget.needs_multipart_form for field in fields)
        return needs_parts or super().is_multipart()

    def is_valid(self):
        is_valid = super().is_valid()
        if self.is_bound and self.has_wrong_lines:
            return False
        return is_valid

    @cached_property
    def has_wrong_lines(self):
        is_wrong = not all([lines.is_valid() for lines in self.line_sets])
        if is_wrong:
            self.add_error(None, _("Please look at the lines again."))
        return is_wrong

    def clear_errors(self):
        """Say nothing of what is wrong so far."""
        self.errors.clear()
        for line in (line for lines in self.line_sets for line in lines.lines):
            line.form.errors.clear()

    def find_search(self, name):
        """The widget that searches for what an input may refer to, if there is one."""
        if name in self.references.keys() & self.fields:
            return self.fields[name].widget
        found = (each.find_search(name) for each in self.line_sets)
        return next(filter(None, found), None)

    def get_initial_for_field(self, field, field_name):
        value = super().get_initial_for_field(field, field_name)
        if self.way and not self.is_update and isinstance(value, (datetime, time)):
            # Inputs don't have them, and a line is filled in if it isn't as it was.
            return value.replace(microsecond=0)
        return value

    def _get_validation_exclusions(self):
        # What is unique among the lines of a row is looked up there.
        return super()._get_validation_exclusions() - {self.way}

    def _save_m2m(self):
        super()._save_m2m()
        if not all([lines.save() for lines in self.line_sets]):
            raise LinesRefused


class Lines:
    """The lines of a form that are of one model."""

    def __init__(self, form, name, inline):
        self.form, self.name, self.inline = form, name, inline
        self.owner, self.user = form.instance, form.user
        relation = self.owner._meta.get_field(name)
        self.model, self.way = relation.related_model, relation.field.name
        self.is_single = relation.one_to_one
        self.error = ""
        self.is_large = False
        self.shared = {}

    @property
    def title(self):
        return self.inline.title

    @property
    def help(self):
        return self.inline.help

    @property
    def most(self):
        """How many lines there may be: what was there is sent along with each value."""
        inputs = 2 * len(self.inline.form_class.base_fields) + 2
        return max(1, MOST_INPUTS // (inputs * len(self.form.inlines)))

    @cached_property
    def rows(self):
        """The rows that the user may see, by key; none if these are too many."""
        if self.form.instance._state.adding or not may(self.user, "view", self.model):
            return {}
        rows = self.find_rows()
        if self.form.is_bound and transaction.get_connection().in_atomic_block:
            # Until then they may have changed, and so what one may do with them.
            lock_rows(self.model, [row.pk for row in rows])
            rows = self.find_rows()
        return {str(row.pk): row for row in rows}

    def find_rows(self):
        rows = restrict(self.model._default_manager.all(), self.user)
        rows = rows.filter(**{self.way: self.owner})
        rows = rows.order_by(*self.sort_by) if self.sort_by else rows
        found = list(rows[: self.most + 1])
        self.is_large = len(found) > self.most
        return [] if self.is_large else found

    @property
    def sort_by(self):
        return self.inline.sort_by

    @cached_property
    def changeable(self):
        return self.find_allowed("change")

    @cached_property
    def removable(self):
        return self.find_allowed("delete")

    def find_allowed(self, action):
        """The keys of those rows with which the user may do something."""
        if not may(self.user, action, self.model):
            return set()
        if not self.is_page_open(self.inline.change):
            return set()
        keys = {row.pk for row in self.rows.values()}
        everything = self.model._default_manager.filter(pk__in=keys)
        found = restrict(everything, self.user, OPERATIONS[action])
        if found is not everything:
            return set(found.order_by().values_list("pk", flat=True))
        return keys

    def is_page_open(self, page):
        return not page or is_for(self.user, page)

    @cached_property
    def may_add(self):
        if not may(self.user, "add", self.model) or (self.is_single and self.rows):
            return False
        if not self.is_page_open(self.inline.add):
            return False
        return True

    def make_row(self):
        row = self.model(**{self.way: self.owner})
        give_to_tenant(row, self.user)
        return row

    @property
    def is_shown(self):
        is_sent = self.form.is_bound and self.count
        return bool(is_sent or self.rows or self.is_large or self.may_add)

    @property
    def count_name(self):
        return f"{self.name}-form-count"

    @property
    def is_sent(self):
        return self.form.is_bound and self.count_name in self.form.data

    @cached_property
    def count(self):
        """How many lines were sent."""
        text = self.form.data.get(self.count_name, "")
        is_number = text.isascii() and text.isdecimal() and len(text) <= 4
        return int(text) if is_number else 0

    @property
    def numbers(self):
        """Those of the lines that were sent, as far as something came of them.

        Of a line that has nothing but boxes to tick, nothing may come.
        """
        names = (name for name in self.form.data if name.startswith(f"{self.name}-"))
        sent = {name.split("-")[1] for name in names}
        return [n for n in range(self.count) if n < self.most or str(n) in sent]

    @cached_property
    def lines(self):
        if self.form.is_bound:
            return list(self.read_lines())
        found = [Line(self, n, row) for n, row in enumerate(self.rows.values())]
        is_new = self.form.instance._state.adding or self.is_single
        if is_new and not found and self.may_add:
            found.append(Line(self, 0))
        return found

    def read_lines(self):
        """The lines that were sent, and another one where that is asked for."""
        rows, data = dict(self.rows) if self.is_sent else {}, self.form.data
        for number in self.numbers:
            key = data.get(f"{self.name}-{number}-form-key", "")
            row = rows.pop(key, None)
            if key and row is None:
                self.error = _("A line isn’t there any more. Nothing was saved.")
                continue
            yield Line(self, number, row, is_bound=True)
        if data.get("form-line") == self.name and self.may_add:
            yield Line(self, self.count)

    @property
    def total(self):
        """What the next line has as its number."""
        numbers = [line.number for line in self.lines]
        return max(numbers, default=-1) + 1

    @cached_property
    def prototype(self):
        """What a script makes another line from."""
        return Line(self, "__prefix__")

    def find_search(self, name):
        start, _, field = name.rpartition("-")
        form = self.prototype.form
        is_here = start.rpartition("-")[0] == self.name
        is_search = is_here and field in form.references.keys() & form.fields
        return form.fields[field].widget if is_search else None

    @property
    def is_needed(self):
        return self.inline.is_required and self.owner._state.adding

    def is_valid(self):
        kept = [line for line in self.lines if not line.is_dropped]
        written = [line for line in kept if line.is_written]
        if self.is_needed and not written:
            self.error = _("This can’t be left out.")
        if not self.may_add and any(line.row is None for line in written):
            self.error = _("You may not add this.")
        if len(kept) > self.most:
            self.error = _("These are too many to be changed here.")
        are_valid = all([line.form.is_valid() for line in written])
        return are_valid and not self.error

    def save(self):
        """Write the lines, and return whether all of them could be."""
        chosen = [line for line in self.lines if line.is_removed or line.is_written]
        # What goes may make room for what comes.
        for line in sorted(chosen, key=lambda line: not line.is_removed):
            line.remove() if line.is_removed else line.write()
        return not any(line.form.errors for line in chosen)


class Line:
    """A row in a line of its own, or the inputs for a new one."""

    def __init__(self, lines, number, row=None, *, is_bound=False):
        self.lines, self.number, self.row = lines, number, row
        self.is_bound = is_bound
        self.prefix = f"{lines.name}-{number}"
        self.key = "" if row is None else str(row.pk)
        self.form = self.make_form()
        if self.is_dropped:
            # It doesn't matter what stands in it.
            self.form.errors.clear()

    def make_form(self):
        lines, is_new, outer = self.lines, self.row is None, self.lines.form
        if not is_new:
            setattr(self.row, lines.way, lines.owner)
        form = lines.inline.form_class(
            outer.data if self.is_bound else None,
            outer.files if self.is_bound else None,
            auto_id=outer.auto_id,
            prefix=self.prefix,
            instance=lines.make_row() if is_new else self.row,
            user=lines.user,
            # Lines that nobody fills in are no rows.
            empty_permitted=is_new and not lines.is_needed,
            use_required_attribute=not is_new or lines.is_needed,
        )
        form.way, form.awaits_owner = lines.way, True
        # The page begins with the inputs of its own row.
        form.focus_name = ""
        form.references = {k: r._replace(add="") for k, r in form.references.items()}
        form.fields.pop(lines.way, None)
        for field in form.fields.values():
            if isinstance(field.widget, ReferenceSelect):
                field.widget.shared = lines.shared
        if not is_new:
            is_closed = self.row.pk not in lines.changeable
            for name in form.fields if is_closed else lines.inline.fixed:
                if name in form.fields:
                    form.fields[name].disabled = True
                    form.fields[name].show_hidden_initial = False
        return form

    @property
    def fields(self):
        return self.form.visible_fields()

    @property
    def id(self):
        """That of the box to tick for its removal."""
        return self.form.auto_id % f"{self.prefix}-form-remove"

    @property
    def is_removable(self):
        if self.lines.inline.is_required:
            return False
        return self.row is None or self.row.pk in self.lines.removable

    @property
    def is_offered_for_removal(self):
        # Of the only line, nothing more than its inputs is there before it is saved.
        return self.is_removable and bool(self.row or not self.lines.is_single)

    @property
    def is_marked(self):
        return self.is_bound and f"{self.prefix}-form-remove" in self.lines.form.data

    @property
    def is_dropped(self):
        return self.is_marked and self.is_removable

    @property
    def is_removed(self):
        return self.is_dropped and self.row is not None

    @property
    def is_written(self):
        is_needed = self.row is None and self.lines.is_needed
        is_filled_in = is_needed or self.form.has_changed()
        return self.is_bound and not self.is_dropped and is_filled_in

    def remove(self):
        summary = summarize_deletion(self.row, user=self.lines.user)
        if summary.protected or summary.deleted or summary.nullified:
            text = _("Others refer to this. Its own page says what is to be done.")
            self.form.add_error(None, text)
        else:
            self.row.delete()

    def write(self):
        form, inline = self.form, self.lines.inline
        form.account_fields = inline.made_by if self.row is None else inline.changed_by
        for name in form.account_fields:
            setattr(form.instance, name, self.lines.user)
        # Its key is known only now.
        setattr(form.instance, self.lines.way, self.lines.owner)
        form.awaits_owner = False
        form.full_clean()
        if not form.errors:
            form.save()
