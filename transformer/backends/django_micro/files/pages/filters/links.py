"""A filter by a link, of which any number of rows may be the other end."""

from django.core.exceptions import ValidationError

from .references import ReferenceFilter, TargetField


class LinkedField(TargetField):
    """One of the rows that one may see; links to others aren't told of."""

    def to_python(self, value):
        found = super().to_python(value)
        if found and not isinstance(found, self.queryset.model):
            raise ValidationError(self.error_messages["invalid_choice"])
        return found


class LinkFilter(ReferenceFilter):
    """Rows that are linked to one row of another model."""

    field_class = LinkedField
