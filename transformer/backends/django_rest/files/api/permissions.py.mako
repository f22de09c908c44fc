"""Who may do what: whatever the pages ask, and the limits of a token."""

from django.utils.translation import gettext_lazy as _
from rest_framework.permissions import SAFE_METHODS, BasePermission

from records.querysets import restrict

from .models import Token

% if has_policies:
# To view is to read a row, and to list all of them.
READ = "read"
% else:
READ = "view"
% endif

# What each action of the API is to `has_perm`.
OPERATIONS = {
    "list": "view",
    "retrieve": READ,
    "create": "add",
    "partial_update": "change",
    "destroy": "delete",
% if has_transitions:
    "list_transitions": READ,
    "make_transition": "change",
% endif
% if has_soft_deletion:
    "list_put_away": "delete",
    "restore": "delete",
% endif
% if has_tracking:
    "list_state_changes": READ,
% endif
% if has_audit:
    "list_changes": READ,
% endif
% if shows_versions:
    "list_versions": READ,
    "restore_version": "change",
% endif
}
# What is for whoever may do one of several things.
ANY_OF = {
    "bulk": ("partial_update", "destroy"),
    "list_choices": ("create", "partial_update"),
}


def narrow(rows, user, operation):
    """Return those of the rows that a user may list, read or do something else with."""
% if has_policies:
    return restrict(rows, user, operation)
% else:
    return restrict(rows, user)
% endif


class RecordPermission(BasePermission):
    """Whether somebody may do something with any row of a model, and with this one."""

    def has_permission(self, request, view):
        # What an address doesn't do at all is 405.
        is_known = view.action in OPERATIONS or view.action in ANY_OF
        return not is_known or view.may_do(view.action)

    def has_object_permission(self, request, view, obj):
        return view.has_right(view.action, obj)


class TokenPermission(BasePermission):
    """Whether a token is for this: it may do less than whose it is, never more."""

    message = _("This token isn’t for that.")
    code = "scope"

    def has_permission(self, request, view):
        token = request.auth
        if not is_for(token, view.model):
            return False
        is_reading = request.method in SAFE_METHODS
        return is_reading or not (isinstance(token, Token) and token.is_read_only)


def is_for(token, model):
    """Whether a token, if there is one, is for the rows of a model."""
    return not isinstance(token, Token) or token.is_for(model)
