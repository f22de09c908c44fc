"""Fields that refer to rows: a list of all, or a search where there are many."""

from functools import reduce
from operator import or_
from typing import NamedTuple

from django import forms
from django.core.exceptions import EmptyResultSet
from django.db.models import CharField, Q, TextField
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from records.keys import read_key

MOST_OPTIONS = 100
MOST_MATCHES = 20
MOST_WORDS = 5
LONGEST_SEARCH = 100


class Reference(NamedTuple):
    """Where to look for rows, and the page that adds one, if there is one.

    The first path leads to what rows go by. A path to `pk` says that title and key may
    stand in for that: "Order 12".
    """

    search: tuple[str, ...]
    add: str = ""


class ReferenceSelect(forms.Select):
    """The rows to choose from; of more than a few, those that a search finds.

    The input of the search has a hyphen in its name, as no field has.
    """

    template_name = "pages/widgets/reference.html"
    empty = "---------"
    further = ()  # choices that are no rows
    shared = None  # what lines have found for each other, by what they asked for

    def __init__(self, field, search):
        # The empty choice tells Django that browsers may insist on another one.
        super().__init__(field.widget.attrs, choices=[("", self.empty)])
        self.field = field
        self.search = search
        self.sought = ""
        self.is_required = field.required

    @property
    def rows(self):
        # A row may go by the name of another.
        join = self.search[0].rpartition("__")[0]
        rows = self.field.queryset.all()
        return rows.select_related(join) if join else rows

    def list_first(self):
        """The first rows, for which the lines of a form ask once."""
        rows = self.rows[: MOST_OPTIONS + 1]
        if self.shared is None:
            return list(rows)
        try:
            asked = str(rows.query)
        except EmptyResultSet:
            return []
        if asked not in self.shared:
            self.shared[asked] = list(rows)
        return list(self.shared[asked])

    def find(self, text):
        """The row with the key, and the first rows in which every word occurs."""
        first = self.find_key(text)
        rows = self.search_rows(text)[:MOST_MATCHES]
        return [*first, *(row for row in rows if row not in first)][:MOST_MATCHES]

    def find_key(self, text):
        model = self.field.queryset.model
        title = model._meta.verbose_name.casefold().split()
        words = [w for w in clean_text(text).split() if w.casefold() not in title]
        key = read_key(model._meta.pk, " ".join(words)) if words else None
        return [] if key is None else list(self.rows.filter(pk=key))

    def search_rows(self, text):
        rows = self.rows
        for word in clean_text(text).split()[:MOST_WORDS]:
            places = (find_word(rows.model, path, word) for path in self.search)
            rows = rows.filter(reduce(or_, [*places, *self.find_title(word)]))
        return rows

    def find_title(self, word):
        """Yield what rows are like whose title has a word and stands in for a name."""
        steps = self.search[0].split("__")
        for path in self.search:
            names = path.split("__")
            if names[-1] != "pk" or names[:-1] != steps[: len(names) - 1]:
                continue
            model, _field = follow_path(self.field.queryset.model, path)
            if word.casefold() in model._meta.verbose_name.casefold():
                yield lacks_name(model, names[:-1], steps[len(names) - 1])

    def finds(self, row):
        """Whether a row is what was searched for, if anything was."""
        if not self.sought or row in self.find_key(self.sought):
            return True
        return bool(row) and self.search_rows(self.sought).filter(pk=row.pk).exists()

    def value_from_datadict(self, data, files, name):
        self.sought = clean_text(data.get(f"{name}-search", ""))
        return super().value_from_datadict(data, files, name)

    def get_context(self, name, value, attrs):
        rows = self.list_first()
        nothing, is_large = self.empty, len(rows) > MOST_OPTIONS
        if is_large:
            rows = self.find(self.sought) if self.sought else []
            nothing = count_matches(rows) if self.sought else self.empty
            rows = self.add_chosen(rows, value)
        self.choices = [("", nothing), *map(self.make_choice, rows), *self.further]
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
        choices = [*map(self.make_choice, self.find(text))]
        choices += () if text else self.further
        return [{"value": str(value), "text": text} for value, text in choices]


def follow_path(model, path):
    """Return the field that a path leads to, after its model."""
    *names, last = path.split("__")
    for name in names:
        model = model._meta.get_field(name).related_model
    return model, model._meta.pk if last == "pk" else model._meta.get_field(last)


def find_word(model, path, word):
    # What is shown of a key is its beginning.
    lookup = "istartswith" if path.rpartition("__")[2] == "pk" else "icontains"
    return Q(**{f"{path}__{lookup}": word})


def lacks_name(model, names, name):
    """What rows are like that, at the end of some references, have no other name."""
    start = "".join(f"{step}__" for step in names)
    exists = Q(**{f"{start}pk__isnull": False})
    if name == "pk":
        return exists
    empty = Q(**{f"{start}{name}__isnull": True})
    if isinstance(model._meta.get_field(name), (CharField, TextField)):
        empty |= Q(**{f"{start}{name}": ""})
    return exists & empty


def count_matches(rows):
    if not rows:
        return _("Nothing matches.")
    if len(rows) == MOST_MATCHES:
        return _("The first {} matches").format(len(rows))
    return ngettext("{} match", "{} matches", len(rows)).format(len(rows))


def clean_text(text):
    return text[:LONGEST_SEARCH].replace("\0", "").strip()
