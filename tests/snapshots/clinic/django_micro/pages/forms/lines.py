"""The lines of a form that are of one model, and what one may do with them."""

from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from records.hidden_values import hides_somewhere
from records.permissions import OPERATIONS, may
from records.querysets import lock_rows, restrict

from .line import Line

# Of all that is sent with a form; Django refuses more than 1,000.
MOST_INPUTS = 800


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
        keys = self.inline.sort_by
        return [each for each in keys if not self.hides(each.removeprefix("-"))]

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
        keys = {row.pk for row in self.rows.values()}
        everything = self.model._default_manager.filter(pk__in=keys)
        found = restrict(everything, self.user, OPERATIONS[action])
        if found is not everything:
            return set(found.order_by().values_list("pk", flat=True))
        return keys

    @cached_property
    def may_add(self):
        if not may(self.user, "add", self.model) or (self.is_single and self.rows):
            return False
        fields = self.inline.form_class.base_fields.items()
        needed = [name for name, field in fields if field.required]
        if any(self.hides(name) for name in needed if name != self.way):
            return False
        if self.inline.is_open_by_row and not self.owner._state.adding:
            return may(self.user, "add", self.model, self.make_row())
        return True

    def hides(self, name):
        return hides_somewhere(self.user, self.model, name)

    def make_row(self):
        return self.model(**{self.way: self.owner})

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

    def is_valid(self):
        kept = [line for line in self.lines if not line.is_dropped]
        written = [line for line in kept if line.is_written]
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
