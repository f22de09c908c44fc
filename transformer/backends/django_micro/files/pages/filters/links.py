"""A filter by a link, of which any number of rows may be the other end."""

from django_filters.constants import EMPTY_VALUES

from .references import ReferenceFilter


class LinkFilter(ReferenceFilter):
    """Rows that are linked to one row of another model, if one may see that."""

    def filter(self, rows, value):
        # A row out of sight is found by its key, as is what refers to it. Links to it
        # aren't told of.
        if value not in EMPTY_VALUES and not isinstance(value, self.target):
            return rows.none()
        return super().filter(rows, value)
