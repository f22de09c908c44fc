"""Inputs in the only spelling that browsers take, whatever the language."""

from decimal import Decimal

from django import forms


class DecimalInput(forms.NumberInput):
    """An input of a number with all its digits, where Python would spell `0E-12`."""

    def format_value(self, value):
        if isinstance(value, Decimal):
            return f"{value:f}"
        return super().format_value(value)


class MultipleHiddenInput(forms.MultipleHiddenInput):
    """Hidden values, of which an empty one says that there are none."""

    def get_context(self, name, value, attrs):
        return super().get_context(name, value or [""], attrs)

    def value_from_datadict(self, data, files, name):
        values = super().value_from_datadict(data, files, name)
        return [value for value in values or () if value]


class DateInput(forms.DateInput):
    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class ClockMixin:
    """An input of a time of day, with seconds only where the value has some."""

    # They aren't shown, but a value that nobody changes keeps them.
    supports_microseconds = True

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
        years = {"min": "0002-01-01T00:00", "max": "9998-12-31T23:59"}
        super().__init__({**years, **(attrs or {})}, format="%Y-%m-%dT%H:%M:%S")
