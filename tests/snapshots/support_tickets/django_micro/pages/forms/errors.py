"""What a model finds wrong with fields that a form doesn't have."""

from collections import defaultdict

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


class PlacedErrorsMixin:
    """A form of a model that says above its fields what is wrong with others.

    Django knows no place for that, and raises a ValueError.
    """

    def add_error(self, field, error):
        if field is None and hasattr(error, "error_dict"):
            error = ValidationError(self.place_errors(error.error_dict))
        super().add_error(field, error)

    def place_errors(self, errors):
        placed = defaultdict(list)
        for name, found in errors.items():
            if name not in self.fields:
                placed[NON_FIELD_ERRORS] += found
            elif name not in self.errors:
                # Without a value that can be read the model has judged an earlier one.
                placed[name] += found
        return placed
