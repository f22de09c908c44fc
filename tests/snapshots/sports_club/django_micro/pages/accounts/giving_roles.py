"""Roles that people give to others: who may give which, and to whom."""

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from records.permissions import GIVE_RIGHTS, may
from records.roles import ROLES


def read_roles(account):
    """Return the roles that an account has: the groups of that name."""
    names = account.groups.filter(name__in=ROLES).values_list("name", flat=True)
    return set(names)


def write_roles(account, names):
    """Put an account into the groups of some roles, and leave its other groups."""
    groups = [Group.objects.get_or_create(name=name)[0] for name in names]
    account.groups.remove(*Group.objects.filter(name__in=ROLES).exclude(name__in=names))
    account.groups.add(*groups)


def list_given(user):
    """Return the roles that somebody may give or take: all, or those that they have."""
    if not user.has_perm(GIVE_RIGHTS):
        return set()
    return set(ROLES) if user.is_superuser else read_roles(user)


def may_give(user, account, before, after):
    """Tell whether somebody may leave an account with other roles than before.

    Nobody gives themselves one, nobody changes the account of who may do more, and
    what somebody hasn't got they neither give nor take. Superusers may do everything.
    """
    if user.is_superuser and user.is_active:
        return True
    is_new = account._state.adding
    is_own = account == user
    if is_own or not (is_new or may(user, "change", type(account), account)):
        return False
    return (before ^ after) <= list_given(user)


def refuse_groups(form, user):
    """Let a form of an account say that its user may not give the groups.

    Groups are roles, also those that the admin makes: one gives those that one is in.
    """
    if "groups" not in form.cleaned_data or user.is_superuser:
        return
    is_new = form.instance._state.adding
    before = set() if is_new else set(form.instance.groups.all())
    changed = before ^ set(form.cleaned_data["groups"])
    if changed and not (form.instance != user and changed <= set(user.groups.all())):
        error = ValidationError(_("You may not give this role."), "role")
        form.add_error("groups", error)
