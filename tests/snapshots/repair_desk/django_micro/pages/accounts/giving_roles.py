"""Roles that people give to others: who may give which, and to whom."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from records.permissions import GIVE_RIGHTS, may
from records.roles import ROLES

ROLE = "role"


def read_roles(account):
    """Return the roles that an account has, which is one at most."""
    role = getattr(account, ROLE)
    return {role} if role else set()


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


def refuse_role(form, user):
    """Let a form of an account say that its user may not give the role."""
    if ROLE not in form.fields or ROLE in form.errors:
        return
    # What a form shows at first may come from an address; the account is as it was.
    before, after = read_roles(form.instance), {form.cleaned_data[ROLE]} - {None, ""}
    if before != after and not may_give(user, form.instance, before, after):
        form.add_error(ROLE, ValidationError(_("You may not give this role."), "role"))
