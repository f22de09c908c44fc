"""Signing in and out by programs that a browser runs, and what there is for whom."""

from axes.helpers import get_cool_off
from django.contrib.auth import login, logout
from django.middleware.csrf import get_token
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from rest_framework import exceptions, status
from rest_framework.parsers import JSONParser
from rest_framework.response import Response
from rest_framework.views import APIView

from pages.accounts.signing_in import SignInForm
% if gives_roles:
from records.roles import ROLES, has_role
% endif

from .authentication import SessionAuthentication
from .fields import spell_key
from .models import Token
from .problems import Invalid

CREDENTIALS = ("username", "password")


def describe_session(request):
    """Who is signed in, and in which language the app speaks."""
    user, found = request.user, None
    if user.is_authenticated:
% if gives_roles:
        roles = [name for name in ROLES if has_role(user, name)]
% else:
        roles = []
% endif
        found = {"key": spell_key(user.pk), "display": str(user), "roles": roles}
    return {"user": found, "language": get_language()}


class SessionView(APIView):
    """The session of a browser; it changes with a CSRF token alone."""

    http_method_names = ["get", "head", "post", "delete"]
    authentication_classes = [SessionAuthentication]
    permission_classes = []
    parser_classes = [JSONParser]

    def get(self, request):
        get_token(request._request)
        return Response(describe_session(request))

    @method_decorator(sensitive_variables("data"))
    def post(self, request):
        SessionAuthentication().enforce_csrf(request)
        data = read_credentials(request.data)
        form = SignInForm(request._request, data)
        is_valid = form.is_valid()
        if getattr(request._request, "axes_locked_out", False):
            # Said here, and not on a page.
            request._request.axes_locked_out = False
            raise exceptions.Throttled(get_cool_off().total_seconds())
        if not is_valid:
            text = " ".join(form.non_field_errors()) or _("This isn’t right.")
            raise Invalid([{"field": "", "code": "credentials", "detail": text}])
        login(request._request, form.get_user())
        request.user = form.get_user()
        return Response(describe_session(request))

    def delete(self, request):
        SessionAuthentication().enforce_csrf(request)
        logout(request._request)
        return Response(status=status.HTTP_204_NO_CONTENT)


def read_credentials(data):
    """What was sent, if that is a name and a password and nothing else."""
    if not isinstance(data, dict):
        text = _("This has to be an object.")
        raise Invalid([{"field": "", "code": "invalid", "detail": text}])
    errors = []
    for name in dict.fromkeys([*CREDENTIALS, *data]):
        if name not in CREDENTIALS:
            text = _("There is no such field here.")
            errors.append({"field": name, "code": "unknown", "detail": text})
        elif name not in data:
            text = _("This field is required.")
            errors.append({"field": name, "code": "required", "detail": text})
        elif not isinstance(data[name], str):
            text = _("This has to be a text.")
            errors.append({"field": name, "code": "invalid", "detail": text})
    if errors:
        raise Invalid(errors)
    return data


class CollectionsView(APIView):
    """The kinds of records of which the user may list or make some."""

    http_method_names = ["get", "head"]
    permission_classes = []

    def get(self, request):
        from core.api import router

        found = [self.describe(*each[:2]) for each in router.registry]
        found = [each for each in found if each["can_list"] or each["can_create"]]
        return Response({"collections": found})

    def describe(self, prefix, viewset):
        view, model = viewset(), viewset.queryset.model
        view.request = self.request
        token = self.request.auth
        is_token = isinstance(token, Token)
        is_open = not is_token or token.is_for(model)
        may_write = is_open and not (is_token and token.is_read_only)
        return {
            "name": model.__name__,
            "title": capfirst(model._meta.verbose_name_plural),
            "address": f"/api/{prefix}",
            "can_list": is_open and can(view, "list"),
            "can_create": may_write and can(view, "create"),
        }


def can(view, name):
    return hasattr(view, name) and view.may_do(name)
