"""Permissions that people give to others in the admin: none that they lack."""

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from records.permissions import MEMBERS, is_member


def refuse_permissions(form, user, *names):
    """Let a form say which fields give or take what its user lacks."""
    if user.is_superuser:
        return
    for name in form.cleaned_data.keys() & names:
        if not all(has_right(user, each) for each in find_changed(form, name)):
            form.add_error(name, ValidationError(_("This can’t be changed."), "rights"))


def find_changed(form, name):
    """The permissions or groups that a form would give or take."""
    row = form.instance
    before = set() if row._state.adding else set(getattr(row, name).all())
    return before ^ set(form.cleaned_data[name])


def has_right(user, right):
    """Tell whether somebody has a permission, or all that a group gives."""
    if not isinstance(right, Group):
        return user.has_perm(f"{right.content_type.app_label}.{right.codename}")
    if right.name == MEMBERS and not is_member(user):
        return False
    permissions = right.permissions.select_related("content_type")
    return all(has_right(user, each) for each in permissions)
