"""What kind of values fields have, by their classes and what they are told."""

from typing import Any, TypeAlias

from django.db.models import DecimalField, Field

from transformer.backends.django.migrations.kinds import read_changes

AnyField: TypeAlias = "Field[Any, Any]"
"""A field of whatever type."""


def name_type(field: AnyField) -> str:
    """Name the type of a field as the table does: by its class, or what that derives from."""
    if field.remote_field is not None:
        return "ForeignKey"  # which may be unique
    known = {name for names in read_changes()["families"].values() for name in names}
    made: type = type(field)
    names = [each.__name__ for each in made.__mro__]
    return next((name for name in names if name in known), names[0])


def lacks_value(field: AnyField) -> bool:
    """Tell whether a row that is there already would have no value for a new field."""
    is_empty_text = field.blank and field.empty_strings_allowed
    return not (field.null or field.has_default() or field.many_to_many or is_empty_text)


def is_written(field: AnyField) -> bool:
    """Tell whether a missing value of a field is the empty text."""
    families = read_changes()["families"]
    return name_type(field) in (*families["text"], *families["format"], *families["upload"])


def empties_texts(field: AnyField) -> bool:
    """Tell whether a field is one whose missing texts are null, as they would else be alike."""
    return is_written(field) and field.null


def has_fewer_digits(old: AnyField, new: AnyField) -> bool:
    """Tell whether a decimal number may lose digits."""
    if not isinstance(old, DecimalField) or not isinstance(new, DecimalField):
        return False
    was, now = ((each.max_digits or 0, each.decimal_places or 0) for each in (old, new))
    return now[1] < was[1] or now[0] - now[1] < was[0] - was[1]


def find_target(field: AnyField) -> str:
    """Find what a reference leads to; an empty text if a field is none."""
    if field.remote_field is None:
        return ""
    return str(field.deconstruct()[3].get("to", "")).lower()
