"""Trying the app out in development: rows to begin with, and people to sign in as."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.http import Http404
from django.http.request import split_domain_port
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import View

from records.administrators import list_administrators
from records.scenarios import ScenarioError, find_scenario, list_scenarios

from .first_account import has_accounts, lock_accounts

LOOPBACK = {"127.0.0.1", "::1"}
OWN_HOSTS = {"localhost", "127.0.0.1", "[::1]"}


def is_own_machine(request):
    """Tell whether somebody develops here: nothing else may let people in like that."""
    host, _port = split_domain_port(request.get_host())
    is_direct = request.META["REMOTE_ADDR"] in LOOPBACK and host in OWN_HOSTS
    return settings.DEBUG and is_direct and "X-Forwarded-For" not in request.headers


def list_people():
    """Return the active accounts that are called as people of scenarios are."""
    names = [name for each in list_scenarios() for name in each.people]
    accounts = get_user_model().objects.filter(is_active=True)
    return accounts.filter(**{f"{get_user_model().USERNAME_FIELD}__in": names})


def list_offers(request):
    """List what a page for whoever isn't signed in offers in development."""
    if not is_own_machine(request):
        return {}
    return {
        "scenarios": list_scenarios(),
        "people": list_people(),
        "has_administrator": list_administrators().exists(),
    }


@method_decorator(login_not_required, name="dispatch")
class DevelopmentView(View):
    """What is there only on the machine of whoever develops."""

    def dispatch(self, request, *args, **kwargs):
        if not is_own_machine(request):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class MakeScenarioView(DevelopmentView):
    """Make the rows of a scenario in a database without accounts."""

    def post(self, request):
        scenario = find_scenario(request.POST.get("scenario"))
        with transaction.atomic():
            lock_accounts()
            if scenario is None or has_accounts():
                raise Http404
            try:
                scenario().make_rows()
            except ScenarioError as error:
                messages.error(request, str(error))
            else:
                messages.success(request, _("“%s” is there.") % scenario.title)
        return redirect("login")


class SignInAsView(DevelopmentView):
    """Sign in as somebody who is called as a person of a scenario is."""

    def post(self, request):
        name = {get_user_model().USERNAME_FIELD: request.POST.get("person", "")}
        person = get_object_or_404(list_people(), **name)
        login(request, person, settings.ACCOUNT_BACKEND)
        return redirect(settings.LOGIN_REDIRECT_URL)
