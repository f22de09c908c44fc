"""Values as JSON: each kind takes what the contract says, and no other spelling."""

import datetime

from django.utils.duration import duration_iso_string
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers
from rest_framework.utils import html

% if has_public_lists or has_public_forms:
from pages.page_access import is_listed_for_visitors
% endif
from records.keys import read_key
from records.permissions import may
% if has_soft_deletion:
from records.soft_deletion import is_soft
% endif

from .permissions import READ, narrow


class StrictMixin:
    """A field that takes no value of another type; a form has texts alone."""

    types = (str,)

    def run_validation(self, data=serializers.empty):
        is_form = html.is_html_input(self.root.initial_data)
        is_value = data is not serializers.empty and data is not None
        if is_value and not is_form and type(data) not in self.types:
            text = _("This has another type.")
            raise serializers.ValidationError(text, "invalid")
        return super().run_validation(data)


class TextField(StrictMixin, serializers.CharField):
    pass


class EmailField(StrictMixin, serializers.EmailField):
    pass


class SlugField(StrictMixin, serializers.SlugField):
    pass


class AddressField(StrictMixin, serializers.URLField):
    pass


class KeyField(StrictMixin, serializers.UUIDField):
    pass


class IntegerField(StrictMixin, serializers.IntegerField):
    types = (int,)


class FloatField(StrictMixin, serializers.FloatField):
    types = (int, float)


class DecimalField(StrictMixin, serializers.DecimalField):
    """A text, which loses no digit."""


class BooleanField(StrictMixin, serializers.BooleanField):
    types = (bool,)


class DateField(StrictMixin, serializers.DateField):
    pass


class TimeField(StrictMixin, serializers.TimeField):
    pass


class MomentField(StrictMixin, serializers.DateTimeField):
    """A moment, told in UTC whoever asks."""

    def __init__(self, **kwargs):
        super().__init__(default_timezone=datetime.UTC, **kwargs)


class ChoiceField(StrictMixin, serializers.ChoiceField):
    pass


class FileField(serializers.FileField):
    """A file that is sent; its address in records."""

    def to_representation(self, value):
        return value.url if value else ""


class ImageField(serializers.ImageField):
    to_representation = FileField.to_representation


class ComputedField(serializers.ReadOnlyField):
    """A value that the database computes."""

    def to_representation(self, value):
        if isinstance(value, datetime.timedelta):
            return duration_iso_string(value)
        if isinstance(value, datetime.datetime):
            return MomentField().to_representation(value)
        return value


class ReferenceField(serializers.PrimaryKeyRelatedField):
    """A row that is referred to: its key and what it is called, or the key alone.

    One may refer to those that one may see. Of others nothing is told but the key.
    """

    def use_pk_only_optimization(self):
        return False

    def get_queryset(self):
        rows = super().get_queryset()
        user = self.context["request"].user
        return rows if rows is None else list_targets(rows, user)

    def get_choices(self, cutoff=None):
        """The rows to choose from where developers try the API."""
        rows = self.get_queryset()
        rows = () if rows is None else rows[:cutoff]
        return {str(row.pk): str(row) for row in rows}

    def to_internal_value(self, data):
        field = self.queryset.model._meta.pk
        if isinstance(data, bool) or not isinstance(data, (int, str)):
            self.fail("incorrect_type", data_type=type(data).__name__)
        key = read_key(field, str(data))
        row = None if key is None else self.get_queryset().filter(pk=key).first()
        if row is None:
            self.fail("does_not_exist", pk_value=data)
        return row

    def to_representation(self, value):
        seen = self.find_seen(type(value))
        display = str(value) if value.pk in seen else None
        return {"key": spell_key(value.pk), "display": display}

    def find_seen(self, model):
        """The keys of those that one may see, asked for once for the whole answer."""
        is_many = isinstance(self.parent, serializers.ManyRelatedField)
        serializer = self.parent.parent if is_many else self.parent
        name = (self.parent if is_many else self).source
        known = serializer.seen.get(name)
        if known is None:
            keys = set()
            for row in serializer.list_rows():
                value = getattr(row, name if is_many else f"{name}_id")
                keys |= {each.pk for each in value.all()} if is_many else {value}
            user = self.context["request"].user
            known = find_visible(model, keys - {None}, user)
            serializer.seen[name] = known
        return known


def list_targets(rows, user):
    """Return those of the rows to which somebody may refer."""
% if has_public_lists or has_public_forms:
    if not (user.is_authenticated or is_listed_for_visitors(rows.model)):
        return rows.none()
% endif
    return narrow(rows, user, "list")


def spell_key(key):
    return key if isinstance(key, int) else str(key)


def spell_reference(row, user):
    """A row that stands alone: its key, and its name for those who may see it."""
    if row is None:
        return None
    seen = find_visible(type(row), {row.pk}, user)
    return {"key": spell_key(row.pk), "display": str(row) if seen else None}


def find_visible(model, keys, user):
    """Return the keys of those rows that a user may find in a list, or may read."""
    found = set()
    for action, operation in (("view", "list"), (READ, "read")):
        if found == keys or not may(user, action, model):
            continue
        rows = model._default_manager.all()
        visible = narrow(rows, user, operation)
% if has_soft_deletion:
        if visible is rows and not is_soft(model):
% else:
        if visible is rows:
% endif
            return keys
        visible = visible.filter(pk__in=keys).order_by()
        found |= set(visible.values_list("pk", flat=True))
    return found
