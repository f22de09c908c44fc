"""Forms and inputs as Bootstrap and browsers want them."""

from .errors import PlacedErrorsMixin
% if has_files:
from .files import FileInput
% endif
% if has_inlines:
from .inlines import Inline
% endif
from .models import ModelForm, explain_errors
from .references import Reference
from .shape import BootstrapMixin, Form
from .widgets import DateInput, DateTimeInput, DecimalInput, TimeInput

__all__ = [
    "BootstrapMixin",
    "DateInput",
    "DateTimeInput",
    "DecimalInput",
% if has_files:
    "FileInput",
% endif
    "Form",
% if has_inlines:
    "Inline",
% endif
    "ModelForm",
    "PlacedErrorsMixin",
    "Reference",
    "TimeInput",
    "explain_errors",
]
