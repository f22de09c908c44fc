"""Forms and inputs as Bootstrap and browsers want them."""

from django import forms

# The class of an input, by its widget; the first that fits counts.
CLASSES = [
    (forms.CheckboxInput, "form-check-input"),
    (forms.RadioSelect, "choices"),
    (forms.CheckboxSelectMultiple, "choices"),
    (forms.Select, "form-select"),
    (forms.Widget, "form-control"),
]


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs=None):
        # The only spelling that browsers take, whatever the language.
        super().__init__(attrs, format="%Y-%m-%d")


class ClockMixin:
    """An input of a time of day, with seconds only where the value has some."""

    def format_value(self, value):
        text = super().format_value(value)
        return text.removesuffix(":00") if text and text.count(":") == 2 else text

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        if widget["value"] and widget["value"].count(":") == 2:
            # Otherwise browsers would take no other seconds than these.
            widget["attrs"].setdefault("step", 1)
        return context


class TimeInput(ClockMixin, forms.TimeInput):
    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M:%S")


class DateTimeInput(ClockMixin, forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M:%S")


class BoundField(forms.BoundField):
    """A field whose input bears the classes that Bootstrap styles."""

    def build_widget_attrs(self, attrs, widget=None):
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        classes = [widget.attrs.get("class", ""), attrs.get("class", "")]
        classes.append(next(name for kind, name in CLASSES if isinstance(widget, kind)))
        if self.errors:
            classes.append("is-invalid")
        return {**attrs, "class": " ".join(filter(None, classes))}

    @property
    def is_check(self):
        return isinstance(self.field.widget, forms.CheckboxInput)


class BootstrapMixin:
    """A form that a page shows as titled groups of fields.

    `fieldsets` holds pairs of a title, which may be empty, and names of fields;
    without it there is one group of all fields. `readonly` names fields that are
    shown but can't be changed, not even by a forged request.
    """

    bound_field_class = BoundField
    fieldsets = ()
    readonly = ()

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name in self.readonly:
            self.fields[name].disabled = True

    def groups(self):
        fieldsets = self.fieldsets or [("", list(self.fields))]
        for title, names in fieldsets:
            fields = [self[name] for name in names]
            yield title, [field for field in fields if not field.is_hidden]


class Form(BootstrapMixin, forms.Form):
    pass


class ModelForm(BootstrapMixin, forms.ModelForm):
    pass
