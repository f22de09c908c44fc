"""Forms and inputs as Bootstrap and browsers want them."""

from .models import ModelForm, describe_refusal, explain_errors
from .references import Reference
from .shape import BootstrapMixin, Form
from .widgets import DateInput, DateTimeInput, DecimalInput, FileInput, TimeInput

__all__ = [
    "BootstrapMixin",
    "DateInput",
    "DateTimeInput",
    "DecimalInput",
    "FileInput",
    "Form",
    "ModelForm",
    "Reference",
    "TimeInput",
    "describe_refusal",
    "explain_errors",
]
