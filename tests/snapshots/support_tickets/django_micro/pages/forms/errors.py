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
                for error in found:
                    place, told = self.place_error(error)
                    placed[place].append(told)
            elif name not in self.errors:
                # Without a value that can be read the model has judged an earlier one.
                placed[name] += found
        return placed

    def place_error(self, error):
        """Where to say something; of fields that clash only one may be here."""
        clash = (error.params or {}).get("unique_check", ())
        asked = [name for name in clash if name in self.fields]
        if error.code != "unique_together" or len(asked) != 1:
            return NON_FIELD_ERRORS, error
        return asked[0], self.instance.unique_error_message(self._meta.model, asked)
