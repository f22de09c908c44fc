"""Rows that are edited in the form of the row that they refer to, a line each.

The app says which row a line belongs to, whatever is sent. A key that is sent chooses
among the lines that are there to be edited, and any other one is refused.
"""

from datetime import datetime, time
from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from .lines import Lines


class LinesRefused(Exception):
    """Some lines can't be written, so neither is their row."""


class Inline(NamedTuple):
    """Which form lines have, and what is shown above them.

    `fixed` are fields that only new lines have a say in. `made_by` and `changed_by`
    are set to whoever makes a line, or changes one.
    Where it `is_open_by_row`, the row decides who may add a line to it.
    """

    form_class: type
    title: str
    help: str = ""
    sort_by: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    made_by: tuple[str, ...] = ()
    changed_by: tuple[str, ...] = ()
    is_open_by_row: bool = False


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
        return [lines for lines in found if lines.is_shown]

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
