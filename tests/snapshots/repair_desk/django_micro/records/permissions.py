"""Who may do what with the app's records: what `user.has_perm` answers."""

from copy import copy

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_permission_codename, get_user_model
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects

from .policies import find_policy
from .roles import ROLES, has_role

APP = "core"
MEMBERS = "Members"
CHANGES = {"change", "delete"}
# What policies call the actions of permissions. To view is to read a row, and to list
# all of them.
OPERATIONS = {"add": "create", "change": "update", "delete": "delete", "read": "read"}
# What the admin asks of whoever gives others rights.
GIVE_RIGHTS = "auth.change_permission"
# Where the permissions stand that the admin gives to an account.
GIVEN = ("user_permissions__content_type", "groups__permissions__content_type")
# What rules ask of people.
RIGHTS_FIELDS = ["role", "house"]


def may(user, action, model, row=None):
    """Ask whether a user may do something with the rows of a model, or with one.

    For other apps' models Django's backend answers, which knows nothing of rows.
    """
    label = model._meta.app_label
    if label != APP and action == "read":
        action = "view"
    codename = get_permission_codename(action, model._meta)
    if label == APP:
        return user.has_perm(f"{label}.{codename}", row)
    # A model of another app may extend one of this app's.
    is_free = user.is_active and user.is_superuser
    is_open = is_free or is_allowed(user, action, model, row)
    return is_open and user.has_perm(f"{label}.{codename}")


class RecordBackend:
    """Answers for the app's records, and no other backend does; it signs nobody in.

    `RECORD_ACCESS` says what visitors, accounts and members may do. Permissions that
    the admin gives to people or groups permit more. Accounts are records too, but
    only members may make or change any, and none of someone who may do more, such as
    use the admin. `list_closed` says what they leave as it is.

    The policy of a model says who of all these may, and with which rows.
    """

    def authenticate(self, request, **credentials):
        return None

    def has_perm(self, user, perm, obj=None):
        label, _, codename = perm.partition(".")
        if label != APP:
            return False
        # Permissions of the admin are about models, so the row makes no difference.
        action, _, name = codename.partition("_")
        model = apps.all_models[APP].get(name)
        if model and not is_allowed(user, action, model, obj):
            raise PermissionDenied
        if action == "read":
            action, perm = "view", f"{APP}.view_{name}"
        is_open = action in find_actions(user, model)
        is_open = is_open or ModelBackend().has_perm(user, perm)
        if is_open and not (action in CHANGES and is_above(obj, user)):
            return True
        # Otherwise the backends that are asked next might permit it.
        raise PermissionDenied

    def has_module_perms(self, user, label):
        if label != APP:
            return False
        return bool(find_actions(user)) or ModelBackend().has_module_perms(user, label)


def is_allowed(user, action, model, row):
    """Tell whether the policy of a model, if it has one, lets a user do something."""
    policy = find_policy(model)
    operation = OPERATIONS.get(action, "list" if row is None else "read")
    return policy is None or policy.allows(user, operation, row)


def is_above(row, user):
    """Tell whether a row is the account of someone else who may do more."""
    if not isinstance(row, get_user_model()) or row == user:
        return False
    if row.is_staff or row.is_superuser:
        return True
    return not list_given(row) <= ModelBackend().get_all_permissions(user)


def list_given(account):
    """Return the permissions that an account was given, even if it isn't active.

    Where that was prefetched, by `GIVEN`, the database isn't asked again.
    """
    account = copy(account)
    prefetch_related_objects([account], *GIVEN)
    owners = [group.permissions for group in account.groups.all()]
    owners.append(account.user_permissions)
    found = (each for owner in owners for each in owner.all())
    return {f"{each.content_type.app_label}.{each.codename}" for each in found}


def list_closed(user, row):
    """Return the fields of an account that only who gives rights may set.

    By these rules know what one may do, and with another's address one gets another's
    password.
    Who lacks a role doesn't get at the password of who has it.
    """
    if not isinstance(row, get_user_model()):
        return set()
    gives_rights, closed = user.has_perm(GIVE_RIGHTS), set()
    # Nobody gives themselves a right; superusers have all of them.
    if not gives_rights or (row == user and not user.is_superuser):
        closed |= set(RIGHTS_FIELDS)
    is_other = not (row._state.adding or row == user)
    if is_other and (not gives_rights or has_other_roles(row, user)):
        closed |= {row.USERNAME_FIELD, row.EMAIL_FIELD}
    return closed


def has_other_roles(row, user):
    """Tell whether an account has a role that a user lacks, but for superusers."""
    if user.is_superuser and user.is_active:
        return False
    return any(has_role(row, name) and not has_role(user, name) for name in ROLES)


def find_actions(user, model=None):
    """Return what a user may do with any record, or with those of a model."""
    access = settings.RECORD_ACCESS
    if user.is_authenticated and not user.is_active:
        return ()
    if is_member(user):
        return access["members"]
    actions = access["accounts" if user.is_authenticated else "visitors"]
    is_account = model and issubclass(model, get_user_model())
    return {"view"}.intersection(actions) if is_account else actions


def is_member(user):
    """Tell whether a user is a member; the database is asked once."""
    if not user.is_authenticated:
        return False
    if not hasattr(user, "_is_member"):
        user._is_member = user.groups.filter(name=MEMBERS).exists()
    return user._is_member
