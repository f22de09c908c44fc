"""Accounts that nobody has let in yet, such as those that people make for themselves."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.generic import View

from records.members import MAY_ADMIT, add_to_members
from records.permissions import MEMBERS

SHOWN = 20


def list_waiting():
    """Return the accounts that are no member's and may do no more than read."""
    accounts = get_user_model().objects.filter(is_active=True, is_superuser=False)
    return accounts.exclude(groups__name=MEMBERS).order_by("date_joined")


class WaitingMixin:
    """A home page that tells whoever may let people in who waits."""

    def get_context_data(self, **kwargs):
        may_admit = self.request.user.has_perm(MAY_ADMIT)
        waiting = list_waiting()[:SHOWN] if may_admit else ()
        return super().get_context_data(waiting=waiting, **kwargs)


class AdmitView(PermissionRequiredMixin, View):
    """Make a member of somebody who waits."""

    permission_required = MAY_ADMIT

    def post(self, request):
        login = {get_user_model().USERNAME_FIELD: request.POST.get("account", "")}
        account = get_object_or_404(list_waiting(), **login)
        add_to_members(account)
        messages.success(request, _("“%s” was let in.") % account)
        return redirect("home")
