"""Inputs of files."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FileInput(forms.ClearableFileInput):
    """An input of a file, over it the one that is there already."""

    template_name = "pages/widgets/file.html"
    use_fieldset = False
    clear_checkbox_label = _("Remove this file")
