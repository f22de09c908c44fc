"""What all forms have in common: groups of fields, and inputs made to be used."""

from datetime import datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from records.values import localise

from .decoders import Decoder
from .references import ReferenceSelect
from .widgets import ClockMixin

# The class of an input, by its widget; the first that fits counts.
CLASSES = [
    (forms.CheckboxInput, "form-check-input"),
    (forms.RadioSelect, "choices"),
    (forms.CheckboxSelectMultiple, "choices"),
    (forms.Select, "form-select"),
    (forms.Widget, "form-control"),
]


def name_class(widget):
    return next(name for kind, name in CLASSES if isinstance(widget, kind))


class BoundField(forms.BoundField):
    """A field whose input bears the classes that Bootstrap styles."""

    def build_widget_attrs(self, attrs, widget=None):
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        classes = [widget.attrs.get("class", ""), attrs.get("class", "")]
        classes.append(name_class(widget))
        if self.errors:
            classes.append("is-invalid")
        if self.has_autofocus and not self.use_fieldset:
            attrs["autofocus"] = True
        if isinstance(widget, forms.NumberInput) and "min" in widget.attrs:
            # Phones offer digits alone, without a minus.
            is_whole = isinstance(self.field, forms.IntegerField)
            is_whole = is_whole and not isinstance(self.field, forms.DecimalField)
            attrs["inputmode"] = "numeric" if is_whole else "decimal"
        return {**attrs, "class": " ".join(filter(None, classes))}

    @property
    def data(self):
        """What was sent; a time that comes back as it was shown is still the same.

        What is shown lacks microseconds, and can stand for two moments: clocks show an
        hour twice when summer time ends.
        """
        sent = super().data
        shows_time = isinstance(self.field.widget, ClockMixin)
        shows_time = shows_time and isinstance(self.initial, (datetime, time))
        return self.initial if shows_time and self.is_unchanged(sent) else sent

    def is_unchanged(self, sent):
        shown = self.prepare(self.initial)
        if sent in (shown, self.field.widget.format_value(shown)):
            return True
        try:
            # A file spells it in its own way.
            value = self.field.to_python(sent)
        except ValidationError:
            return False
        return value == self.initial.replace(microsecond=0)

    def value(self):
        if not self.form.is_bound:
            return self.prepare(self.initial)
        return self.prepare(self.field.bound_data(self.data, self.initial))

    def prepare(self, value):
        try:
            return self.field.prepare_value(value)
        except OverflowError:
            return localise(value).replace(tzinfo=None)

    @property
    def aria_describedby(self):
        """Help and errors, which may come while the page is open."""
        if self.is_hidden or self.field.widget.attrs.get("aria-describedby"):
            return None
        help_id = [f"{self.auto_id}_helptext"] if self.help_text else []
        return " ".join([*help_id, self.error_id])

    def read_initial(self):
        """Return what was sent as what the field was when someone opened the form."""
        widget, form = self.field.hidden_widget(), self.form
        return widget.value_from_datadict(form.data, form.files, self.html_initial_name)

    def is_changed_from(self, sent):
        """Whether the value is now another than one that was sent."""
        now, sent = (
            # Browsers send line breaks of their own.
            each.replace("\r\n", "\n") if isinstance(each, str) else each
            for each in (self.initial, sent)
        )
        return self.field.has_changed(now, sent)

    @property
    def error_id(self):
        return f"{self.auto_id}_error"

    @property
    def focus_id(self):
        """Where a link to the field leads: of several inputs, the first."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.auto_id

    @property
    def has_autofocus(self):
        return self.name == self.form.focus_name

    @property
    def is_check(self):
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def is_file(self):
        return isinstance(self.field, forms.FileField)

    @property
    def add_page(self):
        """The name of the page that adds what the field may refer to."""
        reference = self.form.references.get(self.name)
        return reference.add if reference and not self.field.disabled else ""

    @property
    def target_name(self):
        return self.field.queryset.model._meta.verbose_name


class BootstrapMixin:
    """A form that a page shows as titled groups of fields.

    `fieldsets` holds pairs of a title, which may be empty, and names of fields; those
    that none names are a group of their own. `readonly` names fields that are shown
    but can't be changed, not even by a forged request. `references` says of fields
    that refer to other rows how to find and to add one. All three may name fields
    that a form, or its `__init__`, leaves out.
    """

    bound_field_class = BoundField
    fieldsets = ()
    readonly = ()
    references = {}

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, forms.RadioSelect):
                name_empty_choice(field)
            if isinstance(field, forms.JSONField):
                field.decoder = Decoder
            if isinstance(field, forms.DateTimeField):
                field.validators.append(check_year)
        for name in self.fields.keys() & set(self.readonly):
            self.fields[name].disabled = True
        for name in self.fields.keys() & self.references.keys():
            field = self.fields[name]
            field.widget = ReferenceSelect(field, self.references[name].search)

    def groups(self):
        """Yield the titles of groups and their fields; the rest comes last."""
        placed = {name for _title, names in self.fieldsets for name in names}
        rest = [name for name in self.fields if name not in placed]
        for title, names in [*self.fieldsets, ("", rest)]:
            fields = [self[name] for name in names if name in self.fields]
            if shown := [field for field in fields if not field.is_hidden]:
                yield title, shown

    @cached_property
    def focus_name(self):
        """The field to go on with: a search, else the first error, else the first."""
        if (searched := self.data.get("form-search")) in self.fields:
            return searched
        fields = self.visible_fields()
        if self.errors:
            return next((field.name for field in fields if field.errors), "")
        return next((field.name for field in fields if not field.field.disabled), "")

    @property
    def has_adding(self):
        return any(self.references[n].add for n in self.references.keys() & self.fields)

    def list_wrong_fields(self):
        return [field for field in self if field.errors]

    def clean(self):
        cleaned = super().clean()
        for name in self.references.keys() & self.fields.keys():
            widget = self.fields[name].widget
            if name in self.cleaned_data and not widget.finds(self.cleaned_data[name]):
                self.add_error(name, _("Choose one of the matches."))
        return cleaned


def check_year(moment):
    """Refuse moments that have no date in some time zone."""
    if not 1 < moment.year < 9999:
        raise ValidationError(_("The year has to be between 2 and 9998."))


def name_empty_choice(field):
    """Give the button for nothing a word; a field that needs a value has none."""
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = field.empty_label and _("None")
        return
    field.choices = [
        (value, label if value else _("None"))
        for value, label in field.choices
        if value or not field.required
    ]


class Form(BootstrapMixin, forms.Form):
    pass
