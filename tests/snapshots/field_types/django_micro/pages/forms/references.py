"""Fields that refer to rows: a list of all, or a search where there are many."""

from functools import reduce
from operator import or_
from typing import NamedTuple

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MOST_OPTIONS = 100
MOST_MATCHES = 20
MOST_WORDS = 5
LONGEST_SEARCH = 100
EMPTY = "---------"


class Reference(NamedTuple):
    """Where to look for rows, and the page that adds one, if there is one."""

    search: tuple[str, ...]
    add: str = ""


class ReferenceSelect(forms.Select):
    """The rows to choose from; of more than a few, those that a search finds.

    The input of the search has a hyphen in its name, as no field has.
    """

    template_name = "pages/widgets/reference.html"

    def __init__(self, field, search):
        # The empty choice tells Django that browsers may insist on another one.
        super().__init__(field.widget.attrs, choices=[("", EMPTY)])
        self.field = field
        self.search = search
        self.sought = ""
        self.is_required = field.required

    @property
    def rows(self):
        # A row may go by the name of another.
        joins = {path.rpartition("__")[0] for path in self.search} - {""}
        rows = self.field.queryset.all()
        return rows.select_related(*sorted(joins)) if joins else rows

    def find(self, text):
        """The first rows in which every word occurs."""
        rows = self.rows
        for word in clean_text(text).split()[:MOST_WORDS]:
            places = [Q(**{f"{path}__icontains": word}) for path in self.search]
            rows = rows.filter(reduce(or_, places))
        return rows[:MOST_MATCHES]

    def finds(self, row):
        """Whether a row is what was searched for, if anything was."""
        return not self.sought or row in self.find(self.sought)

    def value_from_datadict(self, data, files, name):
        self.sought = clean_text(data.get(f"{name}-search", ""))
        return super().value_from_datadict(data, files, name)

    def get_context(self, name, value, attrs):
        rows = list(self.rows[: MOST_OPTIONS + 1])
        nothing, is_large = EMPTY, len(rows) > MOST_OPTIONS
        if is_large:
            rows = list(self.find(self.sought)) if self.sought else []
            nothing = count_matches(rows) if self.sought else EMPTY
            rows = self.add_chosen(rows, value)
        self.choices = [("", nothing), *map(self.make_choice, rows)]
        context = super().get_context(name, value, attrs)
        found = {"is_large": is_large, "sought": self.sought, "label": self.field.label}
        return {**context, "widget": {**context["widget"], **found}}

    def add_chosen(self, rows, value):
        try:
            chosen = self.field.to_python(value)
        except forms.ValidationError:
            return rows
        return [chosen, *rows] if chosen and chosen not in rows else rows

    def make_choice(self, row):
        return self.field.prepare_value(row), self.field.label_from_instance(row)

    def list_matches(self, text):
        """What a search finds, for the page to offer while someone types."""
        choices = map(self.make_choice, self.find(text))
        return [{"value": str(value), "text": text} for value, text in choices]


def count_matches(rows):
    if not rows:
        return _("Nothing matches.")
    if len(rows) == MOST_MATCHES:
        return _("The first {} matches").format(len(rows))
    return ngettext("{} match", "{} matches", len(rows)).format(len(rows))


def clean_text(text):
    return text[:LONGEST_SEARCH].replace("\0", "").strip()
