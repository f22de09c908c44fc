"""What people and spreadsheets write into cells, as the values that forms take."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _

TRUE = {"true", "yes", "y", "1", "on", "x", "✓"}
FALSE = {"false", "no", "n", "0", "off", "-"}
NUMBERS = (forms.IntegerField, forms.FloatField)  # a DecimalField is one of the first
GROUPED = {
    ",": re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?"),
    ".": re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?"),
}
SPACES = re.compile(r"[\s\u00a0\u202f'’]")


def read_boolean(text):
    word = text.strip().casefold()
    if word in TRUE | {_("Yes").casefold()}:
        return True
    if word in FALSE | {_("No").casefold()}:
        return False
    raise ValidationError(_("Write yes or no."))


def read_number(text, is_local=False):
    """A number with a decimal point, as programs write it, or as the language has it.

    `is_local` says which of the two it is where it could be both, such as 1.500.
    """
    text = SPACES.sub("", text)
    has_comma = formats.get_format("DECIMAL_SEPARATOR") == ","
    group = "." if is_local and has_comma else ","
    if GROUPED[group].fullmatch(text):
        text = text.replace(group, "")
    return text.replace(",", ".") if has_comma else text


def read_choice(text, choices):
    """The value of a choice from its title, or as it is."""
    wanted = text.strip().casefold()
    for value, title in choices:
        if isinstance(title, (list, tuple)):
            found = read_choice(text, title)
            if found != text:
                return found
        elif wanted in (str(value).casefold(), str(title).casefold()):
            return value
    return text


class References:
    """The rows that a column refers to, by their keys or by what they are called.

    A row that isn't saved stands for itself, any other is its key.
    """

    def __init__(self, field, texts, join=None):
        rows = field.queryset.select_related(join) if join else field.queryset
        wanted = {text.strip() for text in texts}
        self.names, self.keys = {}, {}
        if any(wanted):
            for row in rows.order_by().iterator(chunk_size=1000):
                self.add(row, wanted)

    def add(self, row, wanted=None):
        name, key = str(row).strip(), str(row.pk)
        found = row if row._state.adding else row.pk
        if wanted is None or name in wanted:
            self.names.setdefault(name, []).append(found)
        if wanted is None or key in wanted:
            self.keys[key] = found

    def find(self, text):
        text = text.strip()
        found = [self.keys[text]] if text in self.keys else self.names.get(text, [])
        if not found:
            raise ValidationError(_("There is no “%(name)s”.") % {"name": text})
        if len(found) > 1:
            error = _("Several are called “%(name)s”; write the key of the right one.")
            raise ValidationError(error % {"name": text})
        return found[0]


def describe(field):
    """What a cell for a field of a form may hold."""
    if isinstance(field, forms.ModelChoiceField):
        title = field.queryset.model._meta.verbose_name
        return _("Name or key: %(title)s") % {"title": title}
    if isinstance(field, forms.BooleanField):
        return _("Yes or no")
    if isinstance(field, forms.ChoiceField):
        titles = [str(title) for value, title in field.choices if value]
        more = " …" if len(titles) > 8 else ""
        return _("One of: %(titles)s") % {"titles": ", ".join(titles[:8]) + more}
    if isinstance(field, forms.DateTimeField):
        return _("Date and time, such as %(sample)s") % {"sample": "2026-03-31 14:30"}
    if isinstance(field, forms.DateField):
        return _("Date, such as %(sample)s") % {"sample": "2026-03-31"}
    return _("Number") if isinstance(field, NUMBERS) else _("Text")
