"""Forms and inputs as Bootstrap and browsers want them."""

from .references import Reference
from .shape import BootstrapMixin, Form, ModelForm
from .widgets import DateInput, DateTimeInput, FileInput, TimeInput

__all__ = [
    "BootstrapMixin",
    "DateInput",
    "DateTimeInput",
    "FileInput",
    "Form",
    "ModelForm",
    "Reference",
    "TimeInput",
]
