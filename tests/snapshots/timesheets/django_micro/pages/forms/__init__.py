"""Forms and inputs as Bootstrap and browsers want them."""

from .errors import PlacedErrorsMixin
from .models import ModelForm, explain_errors
from .references import Reference
from .shape import BootstrapMixin, Form
from .widgets import DateInput, DateTimeInput, DecimalInput, TimeInput

__all__ = [
    "BootstrapMixin",
    "DateInput",
    "DateTimeInput",
    "DecimalInput",
    "Form",
    "ModelForm",
    "PlacedErrorsMixin",
    "Reference",
    "TimeInput",
    "explain_errors",
]
