"""What people are told when a database refuses to write."""

from django.db import DataError
from django.utils.translation import gettext as _


def describe_refusal(error):
    """Return what people are told of an error of the database."""
    if isinstance(error, DataError):
        return _("This is more than can be kept.")
    # What forms can't see: fields that they don't have, or someone faster.
    return _("This clashes with something that is there already.")
