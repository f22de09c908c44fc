"""A filter by a reference, of which any number of rows may be the target."""

import django_filters
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_filters.constants import EMPTY_VALUES
from django_filters.fields import ModelChoiceField

from records.keys import read_key
from records.querysets import restrict

from ..forms.references import ReferenceSelect
from .choices import NOTHING


class TargetSelect(ReferenceSelect):
    """A select of all rows, or of those that a search finds, or of none."""

    empty = _("Any")

    @property
    def further(self):
        return [(NOTHING, self.field.null_label)] if self.field.null_label else []

    def add_chosen(self, rows, value):
        return rows if value == NOTHING else super().add_chosen(rows, value)


class TargetField(ModelChoiceField):
    """One of the rows that there are, found by its key."""

    def to_python(self, value):
        if value in self.empty_values or value == NOTHING:
            return super().to_python(value)
        key = read_key(self.queryset.model._meta.pk, value)
        if key is None:
            raise ValidationError(self.error_messages["invalid_choice"])
        # What refers to a row that can't be seen can be.
        return self.queryset.filter(pk=key).first() or key


class ReferenceFilter(django_filters.ModelChoiceFilter):
    """Rows that refer to one row of another model."""

    field_class = TargetField

    def __init__(self, field, **kwargs):
        self.target = field.related_model
        kwargs.setdefault("null_label", _("None") if field.null else None)
        kwargs.setdefault("queryset", self.list_targets)
        super().__init__(empty_label=_("Any"), null_value=NOTHING, **kwargs)

    def list_targets(self, request):
        user = getattr(request, "user", AnonymousUser())
        return restrict(self.target._default_manager.all(), user)

    def filter(self, rows, value):
        # Without a lookup: a target may have a field of that name, such as `exact`.
        if value in EMPTY_VALUES:
            return rows
        return rows.filter(Q((self.field_name, None if value == NOTHING else value)))

    @property
    def field(self):
        """The field of a form, which finds rows by what people call them."""
        field = super().field
        if not isinstance(field.widget, TargetSelect):
            search = getattr(self.parent.Meta, "search", {}).get(self.field_name)
            search = search or getattr(self.target, "search_fields", ())
            field.widget = TargetSelect(field, search or ("pk",))
        return field

    def describe(self, value):
        return str(_("None") if value == NOTHING else value)
